import { z } from 'zod';
import { ok } from '#assessments';
import { journalKinds } from '#contract';
import type { Context } from './context.ts';
import type { Feature } from './handler.ts';
import { authorOf, withSession } from './opened.ts';
import { refused } from './problems.ts';
import type { Session } from './session.ts';
import { journalEntry, journalIndex, journalView, type JournalIndex } from './views/journal.ts';

const page = { from: z.int().min(0), count: z.int().min(1).max(200) };
const only = z.strictObject({ author: z.string().max(64).nullable(), kind: z.enum(journalKinds).nullable(), requirement: z.string().max(100).nullable(), search: z.string().max(200) }).readonly();

export const journal: Feature<'readJournal' | 'readJournalEntry'> = {
  readJournal: {
    input: z.strictObject({ assessment: z.string().max(64), only, ...page }),
    run: (input, context) => withSession(context, input.assessment, (session) => ok(journalView(indexOf(session), input.only, input, lookingWith(session, context)))),
  },

  readJournalEntry: {
    input: z.strictObject({ assessment: z.string().max(64), batch: z.string().max(64), ...page }),
    run: (input, context) => withSession(context, input.assessment, (session) => {
      const entry = journalEntry(indexOf(session), input, lookingWith(session, context));
      return entry === null ? refused('no-action') : ok(entry);
    }),
  },
};

function lookingWith({ store }: Session, context: Context) {
  return { me: authorOf(context)?.id ?? null, device: context.surroundings.device, readOnly: store.readOnly };
}

const indices = new WeakMap<Session, { readonly revision: number; readonly index: JournalIndex }>();

/** The journal of a session grouped into actions, made once for each revision. */
function indexOf(session: Session): JournalIndex {
  const known = indices.get(session);
  const revision = session.store.revision();
  if (known?.revision === revision) return known.index;
  const index = journalIndex(session.store.events());
  indices.set(session, { revision, index });
  return index;
}
