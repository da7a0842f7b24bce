import { remember } from './cards.ts';
import type { Context } from './context.ts';
import { backUpAtLast } from './keeping/keeper.ts';
import type { Session } from './session.ts';

const closings = new WeakMap<Context, Map<string, Promise<void>>>();

/** Ends what runs in an assessment, backs up what changed, and leaves one whole plain file. */
export function closeSession(context: Context, session: Session): Promise<void> {
  const all = closings.get(context) ?? new Map<string, Promise<void>>();
  closings.set(context, all);
  const { path } = session.store;
  const closed = all.get(path) ?? close(context, session).finally(() => all.delete(path));
  all.set(path, closed);
  return closed;
}

/** Resolves when nothing is being closed at this path: it can be opened again then. */
export async function untilClosed(context: Context, path: string): Promise<void> {
  await closings.get(context)?.get(path);
}

async function close(context: Context, session: Session): Promise<void> {
  session.stop();
  await session.settled();
  remember(context, session);
  context.sessions.delete(session.handle);
  try {
    await backUpAtLast(context, session);
  } finally {
    session.store.close();
  }
}
