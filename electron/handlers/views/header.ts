import { chosenOrganisationType, rulesOf, type AssessmentState, type Bilingual, type Layer } from '#assessments';
import type { AssessmentHandle, Header } from '#contract';

/** What every screen of an open assessment needs to know about it. */
export function headerView(state: AssessmentState, open: { readonly assessment: AssessmentHandle; readonly fileName: string; readonly layer: Layer; readonly readOnly: boolean; readonly hints: readonly Bilingual[] }): Header {
  const { assessment: id, organisation, project, scope, timeZone, sample, window, policy, rollup, targets, assessors } = state;
  return { ...open, id, organisation, organisationType: chosenOrganisationType(state), project, scope, timeZone, sample, window, policy, rollup, rules: rulesOf(state), targets, assessors };
}
