import { type Board, type EventOf, type Family, eventOf, ranked } from '../board.ts';
import { agreed } from '../slots.ts';
import type { AssessmentState, Consensus, Rating } from '../state.ts';

type Judgement = Pick<AssessmentState, 'ratings' | 'consensus' | 'carried' | 'rejections'>;

/**
 * What people decided. Concurrent settings of one assessor's rating, or of a consensus, that differ in the value count
 * as unset until settled: a rating that nobody stands by must not carry a level. Where only confidence or words differ,
 * the value counts and the conflict is listed.
 */
export const judgement: Family<Judgement> = {
  types: ['rating.set', 'rating.cleared', 'rating.carried', 'suggestion.rejected', 'consensus.set', 'consensus.cleared'],
  read: (board) => {
    const ratings = decided(board, 'rating', 'rating.set');
    const standing = new Set(ratings.map(({ id }) => id));
    return {
      ratings: ratings.map(asRating),
      consensus: decided(board, 'consensus', 'consensus.set').map((event) => asConsensus(event, standing)),
      carried: readCarried(board, ratings),
      rejections: readRejections(board),
    };
  },
};

function decided<Type extends 'rating.set' | 'consensus.set'>(board: Board, kind: string, type: Type): readonly EventOf<Type>[] {
  const events = board.slots.ofKind(kind).flatMap((slot) => eventOf(agreed(board.slots.standing(slot), valueOf), type) ?? []);
  return ranked(board, events);
}

/** The N, P, L, F or NA of what a rating or consensus slot was set to; null where it was cleared. */
function valueOf(setTo: unknown): unknown {
  return typeof setTo === 'object' && setTo !== null && 'value' in setTo ? setTo.value : null;
}

function asRating({ id, author, at, payload }: EventOf<'rating.set'>): Rating {
  return { event: id, author, at, ...payload };
}

/** Stale: a rating it saw is no longer the standing one, because it was changed, cleared, undone or came into conflict. */
function asConsensus({ id, author, at, payload: { saw, ...settled } }: EventOf<'consensus.set'>, standing: ReadonlySet<string>): Consensus {
  return { event: id, author, at, ...settled, stale: saw.some((rating) => !standing.has(rating)) };
}

/** Of what was carried several times the last; a person's rating of the requirement confirms it, whatever the value. */
function readCarried(board: Board, ratings: readonly EventOf<'rating.set'>[]): Judgement['carried'] {
  const slotOf = ({ requirement, subject }: { readonly requirement: string; readonly subject: string | null }): string => `${requirement}/${subject ?? ''}`;
  const rated = new Set(ratings.filter(({ payload }) => payload.basis.kind === 'human').map(({ payload }) => slotOf(payload)));
  const last = new Map(board.list('rating.carried').map(({ payload }) => [slotOf(payload), payload]));
  return [...last].map(([slot, payload]) => ({ ...payload, confirmed: rated.has(slot) }));
}

/** A rejection replaces those its author had made of the same suggestion before; concurrent ones stand side by side. */
function readRejections(board: Board): Judgement['rejections'] {
  const all = board.list('suggestion.rejected');
  const replaced = (event: EventOf<'suggestion.rejected'>, from: number): boolean => all.slice(from + 1).some((later) =>
    later.author.id === event.author.id && later.payload.requirement === event.payload.requirement && board.slots.isBefore(event, later));
  return all.filter((event, index) => !replaced(event, index)).map(({ author, at, payload }) => ({ ...payload, author, at }));
}
