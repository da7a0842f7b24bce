import type { Confidence, Layer, RatingValue } from '../journal/event.ts';
import type { ReportContext } from './context.ts';

export type RatedBy = {
  readonly layer: Layer; readonly basis: 'consensus' | 'human' | 'machine'; readonly who: string;
  readonly value: RatingValue; readonly confidence: Confidence | null; readonly rationale: string; readonly stale: boolean;
};

/** Who rated a requirement in the stage that counts: the consensus first, then each assessor, then the machine. */
export function ratersOf({ input: { state }, final }: ReportContext, requirement: string): readonly RatedBy[] {
  const layer = final(requirement)?.layer ?? null;
  const counts = (entry: { readonly requirement: string; readonly subject: string | null; readonly layer: string }) =>
    entry.requirement === requirement && entry.subject === null && (layer === null || entry.layer === layer);
  const consensus = state.consensus.filter(counts).map((one): RatedBy => ({ layer: one.layer, basis: 'consensus', who: one.author.name, value: one.value, confidence: null, rationale: one.rationale, stale: one.stale }));
  const ratings = state.ratings.filter(counts).map((one): RatedBy => ({ layer: one.layer, basis: one.basis.kind, who: one.author.name, value: one.value, confidence: one.confidence, rationale: one.rationale, stale: false }));
  const people = ratings.filter(({ basis }) => basis === 'human');
  return [...consensus, ...(people.length > 0 ? people : ratings)];
}
