import { z } from 'zod';
import { fold, lastEvidenceChange, ok, suggestionChanges, type AssessmentState, type EvidenceChange, type JournalEvent, type Suggestion, type SuggestionChange } from '#assessments';
import type { SuggestionChangesView } from '#contract';
import { withSeenChange } from '../user/preferences.ts';
import { analyse, suggestionsAt } from './analysis.ts';
import type { Context } from './context.ts';
import type { Feature } from './handler.ts';
import { withSession } from './opened.ts';
import type { Session } from './session.ts';

const assessment = z.string().max(64);

export const changedSuggestions: Feature<'readSuggestionChanges' | 'seeSuggestionChanges'> = {
  readSuggestionChanges: {
    input: z.strictObject({ assessment }),
    run: (input, context) => withSession(context, input.assessment, async (session) => ok(await changesNow(session, context))),
  },

  seeSuggestionChanges: {
    input: z.strictObject({ assessment, batch: z.string().max(64) }),
    run: ({ assessment: handle, batch }, context) => withSession(context, handle, () => {
      context.preferences.change((now) => withSeenChange(now, batch));
      return ok(null);
    }),
  },
};

/** What the last change of the evidence made of the suggestions, from the journal alone; and which suggestions are gone for good. */
async function changesNow(session: Session, context: Context): Promise<SuggestionChangesView> {
  const state = session.store.state();
  const last = lastEvidenceChange(session.store.events());
  const rows = last === null ? [] : await changesBy(session, context, last);
  const { suggestions } = await analyse(session, context);
  return { batch: last?.batch ?? null, rows, seen: last !== null && context.preferences.read().seenChanges.includes(last.batch), gone: [...goneNow(state, suggestions, rows)] };
}

type Worked = { readonly key: string; readonly rows: Promise<readonly SuggestionChange[]> };
const workedOut = new WeakMap<Session, Worked>();

/** Worked out once for each change and edition: it takes as long as suggesting does. */
function changesBy(session: Session, context: Context, change: EvidenceChange): Promise<readonly SuggestionChange[]> {
  const key = `${change.batch} ${session.pack.hash}`;
  const known = workedOut.get(session);
  if (known?.key === key) return known.rows;
  const rows = workOut(session, context, change);
  workedOut.set(session, { key, rows });
  rows.catch(() => { workedOut.delete(session); });
  return rows;
}

/** A purge has said itself what it made of the suggestions: the bytes are gone. The first evidence changes nothing: there was none to suggest anything. */
async function workOut(session: Session, context: Context, { events, before }: EvidenceChange): Promise<readonly SuggestionChange[]> {
  const told = purgeChanges(events.map((event) => event as JournalEvent));
  if (told !== null) return told;
  const state = fold(before);
  if (state.intakes.length === 0) return [];
  const then = await suggestionsAt(session, context, state);
  return suggestionChanges(then, (await analyse(session, context)).suggestions);
}

function purgeChanges(events: readonly JournalEvent[]): readonly SuggestionChange[] | null {
  const purges = events.flatMap((event) => (event.type === 'evidence.purged' ? [event.payload] : []));
  return purges.length === 0 ? null : purges.flatMap(({ suggestions }) => suggestions ?? []);
}

/**
 * The requirements that had a suggestion once and have none now: it went with the last change, with a purge, or a rating
 * that counts was taken over from it.
 */
function goneNow({ purged, ratings }: AssessmentState, suggestions: readonly Suggestion[], rows: readonly SuggestionChange[]): ReadonlySet<string> {
  const without = new Set(suggestions.filter(({ rating }) => rating === null).map(({ requirement }) => requirement));
  const went = [...rows, ...purged.flatMap((purge) => purge.suggestions ?? [])].filter(({ change }) => change === 'gone').map(({ requirement }) => requirement);
  const takenOver = ratings.filter(({ basis }) => (basis.kind === 'human' ? basis.accepted : basis.checks).length > 0).map(({ requirement }) => requirement);
  return new Set([...went, ...takenOver].filter((requirement) => without.has(requirement)));
}
