import { type Confidence, confidences } from '../journal/event.ts';
import type { AssessmentState } from '../journal/state.ts';
import type { FinalRating } from './result.ts';

/**
 * Why a rating may be other than it stands, most doubtful first: the rater said so; nobody has rated; the assessors
 * differ; only the machine has rated; none of these.
 */
export const doubts = ['low-confidence', 'unassessed', 'disputed', 'machine', 'none'] as const;
export type Doubt = (typeof doubts)[number];

/** How far a rating may be doubted. `sufficiency`: how far the evidence carries it, 0 to 1; null where nobody has worked that out. */
export type Certainty = { readonly doubt: Doubt; readonly confidence: Confidence | null; readonly sufficiency: number | null };

/** How confident the people were whose ratings count: of several the least; not in it where none of them said, or where a consensus or only the machine decides. */
export function confidencesOf(state: Pick<AssessmentState, 'ratings'>, finals: readonly FinalRating[], subject: string | null = null): ReadonlyMap<string, Confidence> {
  const said = new Map<string, Confidence>();
  const layers = new Map(finals.filter(({ basis, disputed }) => basis === 'human' || disputed.length > 0).map(({ requirement, layer }) => [requirement, layer]));
  for (const { requirement, confidence, layer, basis, subject: about } of state.ratings) {
    if (confidence === null || basis.kind !== 'human' || about !== subject || layers.get(requirement) !== layer) continue;
    const before = said.get(requirement);
    if (before === undefined || confidences.indexOf(confidence) < confidences.indexOf(before)) said.set(requirement, confidence);
  }
  return said;
}

/** How far the rating that counts may be doubted; of several reasons the first of `doubts`. */
export function certaintyOf(final: FinalRating | undefined, confidence: Confidence | null, sufficiency: number | null): Certainty {
  return { doubt: doubts.find((doubt) => applies[doubt](final, confidence)) ?? 'none', confidence, sufficiency };
}

/** Orders the most doubtful first: by doubt, then by how little the evidence carries, then by confidence. */
export function moreDoubtful(one: Certainty, other: Certainty): number {
  return doubts.indexOf(one.doubt) - doubts.indexOf(other.doubt)
    || (one.sufficiency ?? 1) - (other.sufficiency ?? 1)
    || confidenceRank(one) - confidenceRank(other);
}

const applies: Readonly<Record<Doubt, (final: FinalRating | undefined, confidence: Confidence | null) => boolean>> = {
  'low-confidence': (_, confidence) => confidence === 'low',
  'unassessed': (final) => final === undefined || (final.value === null && final.disputed.length === 0),
  'disputed': (final) => final !== undefined && final.disputed.length > 0,
  'machine': (final) => final?.basis === 'machine',
  'none': () => true,
};

/** Whoever said nothing stands between medium and high. */
function confidenceRank({ confidence }: Certainty): number {
  return confidence === null ? confidences.indexOf('medium') + 0.5 : confidences.indexOf(confidence);
}
