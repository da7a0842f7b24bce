import type { Pack } from '../catalogue/pack.ts';
import { type RatingValue, layers, ratingValues } from '../journal/event.ts';
import type { AssessmentState, Consensus, Rating } from '../journal/state.ts';
import type { FinalRating } from './result.ts';

/**
 * The rating that counts for each requirement of the pack, in its order, for one subject (null = the assessment itself).
 * The latest layer in which people have said anything about the requirement counts; in it the consensus, else the value
 * all assessors agree on; where they differ it is disputed and so unassessed. A machine rating counts only where no
 * person has rated. (Design, "Final rating".)
 */
export function finalRatings(pack: Pack, state: Pick<AssessmentState, 'ratings' | 'consensus'>, subject: string | null = null): readonly FinalRating[] {
  const ratings = Map.groupBy(state.ratings.filter((rating) => rating.subject === subject), ({ requirement }) => requirement);
  const consensus = Map.groupBy(state.consensus.filter((one) => one.subject === subject), ({ requirement }) => requirement);
  return pack.groups.flatMap((group) => group.requirements).map(({ id }) => finalRating(id, ratings.get(id) ?? [], consensus.get(id) ?? []));
}

function finalRating(requirement: string, ratings: readonly Rating[], consensus: readonly Consensus[]): FinalRating {
  const people = ratings.filter(({ basis }) => basis.kind === 'human');
  if (people.length === 0 && consensus.length === 0) return agreed(requirement, latest(ratings), 'machine');

  const layer = latestLayer([...people, ...consensus]);
  const settled = consensus.filter((one) => one.layer === layer).at(-1);
  if (settled !== undefined) return { requirement, value: settled.value, basis: 'consensus', disputed: [], layer: settled.layer };
  return agreed(requirement, latest(people), 'human');
}

function agreed(requirement: string, ratings: readonly Rating[], basis: 'human' | 'machine'): FinalRating {
  const layer = ratings[0]?.layer ?? null;
  const values = ratingValues.filter((value) => ratings.some((rating) => rating.value === value));
  if (values.length > 1) return { requirement, value: null, basis: null, disputed: values, layer };
  const value: RatingValue | null = values[0] ?? null;
  return { requirement, value, basis: value === null ? null : basis, disputed: [], layer };
}

/** The ratings of the latest layer that has any; of one assessor only the last. */
function latest(ratings: readonly Rating[]): readonly Rating[] {
  const layer = latestLayer(ratings);
  const byAuthor = new Map(ratings.filter((rating) => rating.layer === layer).map((rating) => [rating.author.id, rating]));
  return [...byAuthor.values()];
}

function latestLayer(said: readonly Pick<Rating, 'layer'>[]): Rating['layer'] | undefined {
  return layers.findLast((layer) => said.some((one) => one.layer === layer));
}
