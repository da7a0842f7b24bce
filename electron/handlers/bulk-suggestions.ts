import { z } from 'zod';
import type { Draft, Suggestion } from '#assessments';
import { analyse } from './analysis.ts';
import type { Feature } from './handler.ts';
import { withAuthor } from './opened.ts';
import { refused } from './problems.ts';
import { unknownOf } from './ratings.ts';
import { record } from './record.ts';

const assessment = z.string().max(64);
const requirements = z.array(z.string().min(1).max(100)).min(1).max(2_000).readonly();

export const bulkSuggestions: Feature<'acceptSuggestions' | 'rejectSuggestions'> = {
  acceptSuggestions: {
    input: z.strictObject({ assessment, requirements }),
    run: (input, context) => withAuthor(context, input.assessment, async (session, author) => {
      const suggested = await suggestionsFor(session, context, input.requirements);
      const drafts = input.requirements.flatMap((requirement): readonly Draft[] => {
        const suggestion = suggested.get(requirement);
        if (!suggestion?.rating) return [];
        return [{ type: 'rating.set', payload: { requirement, subject: null, layer: session.layer(), value: suggestion.rating, confidence: null, rationale: '', basis: { kind: 'human', accepted: suggestion.checks.map(({ id }) => id) } } }];
      });
      const without = input.requirements.find((requirement) => !suggested.get(requirement)?.rating);
      return without === undefined ? record(context, session, author, drafts) : refused('nothing-suggested', without);
    }),
  },

  rejectSuggestions: {
    input: z.strictObject({ assessment, requirements, reason: z.string().trim().max(20_000) }),
    run: (input, context) => withAuthor(context, input.assessment, async (session, author) => {
      if (input.reason === '') return refused('rejection-reason');
      const stranger = unknownOf(session, input.requirements);
      if (stranger !== undefined) return refused('no-requirement', stranger);
      const suggested = await suggestionsFor(session, context, input.requirements);
      const without = input.requirements.find((requirement) => !suggested.get(requirement)?.rating);
      if (without !== undefined) return refused('nothing-suggested', without);
      return record(context, session, author, input.requirements.map((requirement): Draft => ({ type: 'suggestion.rejected', payload: { requirement, reason: input.reason, checks: (suggested.get(requirement)?.checks ?? []).map(({ id }) => id) } })));
    }),
  },
};

/** The suggestions for requirements that nobody has rejected, as the evidence gives them now. */
async function suggestionsFor(session: Parameters<typeof analyse>[0], context: Parameters<typeof analyse>[1], wanted: readonly string[]): Promise<ReadonlyMap<string, Suggestion>> {
  const { suggestions } = await analyse(session, context);
  const rejected = new Set(session.store.state().rejections.map(({ requirement }) => requirement));
  const asked = new Set(wanted);
  return new Map(suggestions.filter(({ requirement }) => asked.has(requirement) && !rejected.has(requirement)).map((suggestion) => [suggestion.requirement, suggestion]));
}
