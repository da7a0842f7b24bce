import { ok, redoable, undoable, type Author, type Draft } from '#assessments';
import type { Change, RequirementView, Saved, UndoLabel } from '#contract';
import type { Context } from './context.ts';
import { authorOf } from './opened.ts';
import type { Session } from './session.ts';
import { requirementViews } from './views/requirements.ts';
import { touchedRequirements } from './views/touched.ts';
import { undoLabel } from './views/undo-label.ts';
import { rewordedSince } from './wording/reworded.ts';

/** Records what a person did as one batch, or as more of `batch`, and returns what to show at once: the new score and the requirements that changed. */
export function record(context: Context, session: Session, author: Author, drafts: readonly Draft[], batch = ''): { readonly ok: true; readonly value: Change } {
  const before = session.store.revision();
  session.store.append(withJoining(session, author, drafts), { author, ...(batch === '' ? {} : { batch }) });
  return changeSince(context, session, before);
}

/** What to show of everything recorded since a revision. */
export function changeSince(context: Context, session: Session, before: number): { readonly ok: true; readonly value: Change } {
  session.changed();
  const saved = savedState(session);
  context.tell({ kind: 'changed', assessment: session.handle, revision: saved.revision });
  return ok({ ...saved, result: session.result(), requirements: changedSince(context, session, before), ...undoLabels(context, session) });
}

/** The drafts, led by the author's joining where this assessment does not know them as they are now. */
export function withJoining(session: Session, author: Author, drafts: readonly Draft[]): readonly Draft[] {
  const known = session.store.state().assessors.some(({ id, name, role }) => id === author.id && name === author.name && role === author.role);
  return known ? drafts : [{ type: 'assessor.joined', payload: { id: author.id, name: author.name, role: author.role } }, ...drafts];
}

/** The views of the given requirements as they stand, for the identity at the keyboard. */
export function viewsOf(context: Context, session: Session, requirements: readonly string[]): readonly RequirementView[] {
  const { store } = session;
  return requirementViews({ state: store.state(), events: store.events(), finals: session.result().finals, me: authorOf(context)?.id ?? null, layer: session.layer(), reworded: rewordedSince(context, session) }, requirements);
}

export function undoLabels(context: Context, session: Session): { readonly undo: UndoLabel | null; readonly redo: UndoLabel | null } {
  const author = authorOf(context);
  if (author === null) return { undo: null, redo: null };
  const events = session.store.events();
  const own = { author: author.id, chain: session.store.chain };
  return { undo: undoLabel(undoable(events, own)), redo: undoLabel(redoable(events, own)) };
}

/** Revision and the time of the last event, as read from the file. */
export function savedState(session: Session): Saved {
  const { store } = session;
  return { revision: store.revision(), savedAt: store.state().lastEventAt };
}

/** The requirements whose view the events since a revision may have changed. */
function changedSince(context: Context, session: Session, revision: number): readonly RequirementView[] {
  const touched = touchedRequirements(session.store.events(), revision);
  const known = session.pack.groups.flatMap(({ requirements }) => requirements.map(({ id }) => id));
  return viewsOf(context, session, known.filter((id) => touched.has(id)));
}
