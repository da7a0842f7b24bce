import { chosenOrganisationType, organisationTypeParameter, type AssessmentState, type Draft } from '#assessments';
import type { Input } from '#contract';

type Described = Omit<Input<'describeAssessment'>, 'assessment'>;

/** The events that make the assessment what the form says; nothing for what is so already. */
export function changesTo(state: AssessmentState, wanted: Described): readonly Draft[] {
  const { organisation, project, scope, target, policy, rollup, window } = wanted;
  const changes: readonly (Draft | false)[] = [
    (organisation !== state.organisation || project !== state.project) && { type: 'assessment.renamed', payload: { organisation, project } },
    ...typeChange(state, wanted),
    scope !== state.scope && { type: 'assessment.scoped', payload: { scope } },
    target !== state.targets[''] && { type: 'target.set', payload: { node: null, level: target } },
    (policy !== state.policy || rollup !== state.rollup) && { type: 'policy.set', payload: { policy, rollup } },
    (window.from !== state.window.from || window.to !== state.window.to) && { type: 'window.set', payload: window },
  ];
  return changes.filter((change) => change !== false);
}

function typeChange(state: AssessmentState, { organisationType: wanted }: Described): readonly Draft[] {
  const unsaid = wanted === undefined || wanted === chosenOrganisationType(state);
  return unsaid ? [] : [{ type: 'parameter.set', payload: { name: organisationTypeParameter, value: wanted } }];
}
