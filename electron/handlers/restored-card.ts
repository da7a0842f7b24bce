import { basename } from 'node:path';
import type { AssessmentCard } from '#contract';
import { cardOf, remember } from './cards.ts';
import type { Context } from './context.ts';
import { openExisting } from './opening.ts';

/** The card of a file that was just written: opened once, so that it is known to open, and closed again. */
export function restoredCard(context: Context, path: string): AssessmentCard {
  const opened = openExisting(context, path);
  const session = opened.ok ? context.sessions.get(opened.value.assessment) : undefined;
  if (session === undefined) {
    const problem = opened.ok ? null : opened.problem;
    return { file: context.handles.issue({ kind: 'path', path }), name: basename(path), organisation: '', project: '', level: null, assessed: 0, total: 0, lastSavedAt: null, conflicts: 0, lastBackupAt: null, copyDue: false, problem };
  }
  const card = cardOf(context, session);
  remember(context, session);
  session.stop();
  context.sessions.delete(session.handle);
  session.store.close();
  return card;
}
