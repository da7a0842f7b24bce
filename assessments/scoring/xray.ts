import type { Pack } from '../catalogue/pack.ts';
import type { Fact } from '../evidence/facts.ts';
import type { Suggestion } from '../findings/suggestion.ts';
import type { AssessmentState } from '../journal/state.ts';
import type { Bilingual } from '../language.ts';
import type { ScoreResult } from './result.ts';
import { type XrayView, xrayView } from './xray-view.ts';
import { evidenceRules } from './xray-evidence.ts';
import { judgementRules } from './xray-judgement.ts';
import { structureRules } from './xray-structure.ts';

export type XrayInput = {
  readonly pack: Pack; readonly state: AssessmentState; readonly result: ScoreResult;
  readonly suggestions: readonly Suggestion[];
  /** The list that the findings of `suggestions` index into. */
  readonly facts: readonly Pick<Fact, 'place'>[];
  /** Requirements that read otherwise when they were rated here. */
  readonly reworded?: ReadonlySet<string>;
};

export const severities = ['error', 'warning', 'note'] as const;
export type Severity = (typeof severities)[number];

/**
 * What each check looks for, and how grave it is: an error must be mended before anything is signed, a warning wants
 * another look, a note is good to know.
 */
export const xrayKinds = {
  'f-without-evidence': 'error', 'f-on-expired-evidence': 'error', 'f-on-purged-evidence': 'warning', 'against-contradiction': 'error', 'linked-against': 'warning',
  'above-unmet': 'warning', 'depends-on-unmet': 'warning', 'na-without-rationale': 'error', 'na-one-rater': 'warning', 'machine-only': 'warning',
  'disputed': 'error', 'consensus-stale': 'warning', 'low-confidence-deciding': 'warning', 'target-above-ceiling': 'note', 'reworded': 'warning', 'not-confirmed': 'note', 'unsettled': 'error',
} as const satisfies Readonly<Record<string, Severity>>;
export type XrayKind = keyof typeof xrayKinds;

/** Something that does not fit together, where it is, and what to do about it. `node` is the group it lies in ('' = the whole). */
export type XrayFinding = Bilingual & { readonly kind: XrayKind; readonly severity: Severity; readonly requirement: string | null; readonly node: string; readonly file: string | null };

/** What a check finds; severity and place in the pack are filled in. */
export type Found = Bilingual & { readonly kind: XrayKind; readonly requirement?: string; readonly node?: string; readonly file?: string | null };
export type XrayRule = (view: XrayView) => readonly Found[];

/** The standing consistency checks of an assessment: errors first, then in document order. Nothing is judged that is not rated. */
export function xray(input: XrayInput): readonly XrayFinding[] {
  const view = xrayView(input);
  const places = new Map<string, number>([['', -1], ...input.pack.groups.flatMap((group, index): [string, number][] => [[group.id, index * 1000], ...group.requirements.map(({ id }, nth): [string, number] => [id, index * 1000 + nth + 1])])]);
  const found = [...evidenceRules, ...judgementRules, ...structureRules].flatMap((rule) => rule(view)).map(({ kind, requirement, node, file, zh, en }): XrayFinding => ({
    kind, severity: xrayKinds[kind], requirement: requirement ?? null, node: node ?? (requirement === undefined ? '' : view.subItemOf(requirement)), file: file ?? null, zh, en,
  }));
  const place = ({ requirement, node }: XrayFinding): number => places.get(requirement ?? node) ?? -1;
  return found.sort((one, other) => severities.indexOf(one.severity) - severities.indexOf(other.severity) || place(one) - place(other));
}
