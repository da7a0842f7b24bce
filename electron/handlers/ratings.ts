import { z } from 'zod';
import { confidences, ratingValues, type Draft, type Pack } from '#assessments';
import type { Feature } from './handler.ts';
import { withAuthor } from './opened.ts';
import { refused } from './problems.ts';
import { record } from './record.ts';
import type { Session } from './session.ts';

const assessment = z.string().max(64);
const requirement = z.string().min(1).max(100);
const requirements = z.array(requirement).min(1).max(2_000).readonly();
const words = z.string().max(20_000);

export const ratings: Feature<'rate' | 'clearRating' | 'rejectSuggestion' | 'setConsensus' | 'addNote'> = {
  rate: {
    input: z.strictObject({ assessment, requirements, value: z.enum(ratingValues), confidence: z.enum(confidences).nullable(), rationale: words, accepted: z.array(requirement).max(5_000).readonly() }),
    run: (input, context) => withAuthor(context, input.assessment, (session, author) => {
      const stranger = unknownOf(session, input.requirements);
      if (stranger !== undefined) return refused('no-requirement', stranger);
      if (input.value === 'NA' && input.rationale.trim() === '') return refused('reason-needed', input.requirements[0] ?? null);
      const { value, confidence, rationale } = input;
      return record(context, session, author, input.requirements.map((id): Draft => ({
        type: 'rating.set', payload: { requirement: id, subject: null, layer: session.layer(), value, confidence, rationale, basis: { kind: 'human', accepted: acceptedOf(session.pack, id, input.accepted) } },
      })));
    }),
  },

  clearRating: {
    input: z.strictObject({ assessment, requirements }),
    run: (input, context) => withAuthor(context, input.assessment, (session, author) => {
      const stranger = unknownOf(session, input.requirements);
      if (stranger !== undefined) return refused('no-requirement', stranger);
      return record(context, session, author, input.requirements.map((id): Draft => ({ type: 'rating.cleared', payload: { requirement: id, subject: null, layer: session.layer() } })));
    }),
  },

  rejectSuggestion: {
    input: z.strictObject({ assessment, requirement, reason: words }),
    run: (input, context) => withAuthor(context, input.assessment, (session, author) => {
      const checks = checksOf(session.pack, input.requirement);
      if (checks === undefined) return refused('no-requirement', input.requirement);
      return record(context, session, author, [{ type: 'suggestion.rejected', payload: { requirement: input.requirement, reason: input.reason, checks } }]);
    }),
  },

  setConsensus: {
    input: z.strictObject({ assessment, requirement, value: z.enum(ratingValues).nullable(), rationale: words }),
    run: (input, context) => withAuthor(context, input.assessment, (session, author) => {
      if (unknownOf(session, [input.requirement]) !== undefined) return refused('no-requirement', input.requirement);
      if (input.value === 'NA' && input.rationale.trim() === '') return refused('reason-needed', input.requirement);
      const slot = { requirement: input.requirement, subject: null, layer: session.layer() };
      if (input.value === null) return record(context, session, author, [{ type: 'consensus.cleared', payload: slot }]);
      const saw = ratingsSeen(session, input.requirement);
      if (saw.length === 0) return refused('nothing-rated', input.requirement);
      return record(context, session, author, [{ type: 'consensus.set', payload: { ...slot, value: input.value, rationale: input.rationale, saw } }]);
    }),
  },

  addNote: {
    input: z.strictObject({ assessment, requirement, text: words.min(1), saidBy: z.string().max(200).nullable() }),
    run: (input, context) => withAuthor(context, input.assessment, (session, author) => {
      if (unknownOf(session, [input.requirement]) !== undefined) return refused('no-requirement', input.requirement);
      const { requirement: node, text, saidBy } = input;
      return record(context, session, author, [{ type: 'note.added', payload: { note: context.surroundings.newId(), node, text, saidBy } }]);
    }),
  },
};

/** The first id the pack does not have. */
export function unknownOf(session: Session, ids: readonly string[]): string | undefined {
  return ids.find((id) => checksOf(session.pack, id) === undefined);
}

function checksOf(pack: Pack, id: string): readonly string[] | undefined {
  return pack.groups.flatMap((group) => group.requirements).find((one) => one.id === id)?.checks.map((check) => check.id);
}

/** Of the accepted checks those of this requirement: several requirements can be rated at once. */
function acceptedOf(pack: Pack, id: string, accepted: readonly string[]): readonly string[] {
  const own = checksOf(pack, id) ?? [];
  return accepted.filter((check) => own.includes(check));
}

function ratingsSeen(session: Session, id: string): readonly string[] {
  return session.store.state().ratings.filter((rating) => rating.requirement === id && rating.subject === null && rating.layer === session.layer()).map(({ event }) => event);
}
