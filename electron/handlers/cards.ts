import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { AssessmentCard } from '#contract';
import { withRecent, type RecentAssessment } from '../user/preferences.ts';
import type { Context } from './context.ts';
import { problem } from './problems.ts';
import type { Session } from './session.ts';

/** The recent assessments: open ones as they are now, others as they were last seen. */
export function recentCards(context: Context, recent: readonly RecentAssessment[]): readonly AssessmentCard[] {
  const open = new Map([...context.sessions.values()].map((session) => [session.store.path, session]));
  return recent.map((seen) => {
    const session = open.get(seen.path);
    const { path, ...card } = session === undefined ? seen : asSeen(session);
    return { ...card, name: basename(path), file: context.handles.issue({ kind: 'path', path }), problem: existsSync(path) ? null : problem('file-gone', basename(path)) };
  });
}

/** The card of an open assessment. */
export function cardOf(context: Context, session: Session): AssessmentCard {
  const { path, ...card } = asSeen(session);
  return { ...card, name: basename(path), file: context.handles.issue({ kind: 'path', path }), problem: null };
}

/**
 * Puts an assessment at the head of the recent list, as it is now. A list that cannot be written keeps no assessment from
 * being opened or closed: it goes into the log.
 */
export function remember({ preferences, surroundings }: Context, session: Session): void {
  try {
    preferences.change((now) => withRecent(now, asSeen(session)));
  } catch (error) {
    surroundings.log.bug('remember', error);
  }
}

function asSeen({ store, result }: Session): RecentAssessment {
  const { organisation, project, lastEventAt } = store.state();
  const { grade, assessed, total } = result().overall;
  return { path: store.path, organisation, project, level: grade, assessed, total, lastSavedAt: lastEventAt === '' ? null : lastEventAt };
}
