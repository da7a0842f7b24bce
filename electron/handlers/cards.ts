import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { AssessmentCard, Problem } from '#contract';
import { withRecent, type RecentAssessment } from '../user/preferences.ts';
import type { Context } from './context.ts';
import { backupFolderOf, listBackups } from './keeping/backup-folder.ts';
import { copyOwedSince, isCopyDue } from './keeping/delivered-copies.ts';
import { problem } from './problems.ts';
import type { Session } from './session.ts';

/** The recent assessments: open ones as they are now, others as they were last seen. */
export function recentCards(context: Context, recent: readonly RecentAssessment[]): readonly AssessmentCard[] {
  const open = new Map([...context.sessions.values()].map((session) => [session.store.path, session]));
  return recent.map((seen) => {
    const session = open.get(seen.path);
    const now = session === undefined ? seen : asSeen(context, session);
    return cardFrom(context, now, problemOf(now.path, now.damaged));
  });
}

function problemOf(path: string, damaged: boolean): Problem | null {
  if (!existsSync(path)) return problem('file-gone', basename(path));
  return damaged ? problem('file-damaged', basename(path)) : null;
}

/** Notes that a file did not open, so that its card leads to the repair; what was last seen of it stays. */
export function rememberDamaged({ preferences, surroundings }: Context, path: string): void {
  const unseen = { path, organisation: '', project: '', level: null, assessed: 0, total: 0, lastSavedAt: null, conflicts: 0, assessment: '', owedSince: null };
  try {
    preferences.change((now) => withRecent(now, { ...(now.recent.find((seen) => seen.path === path) ?? unseen), damaged: true }));
  } catch (error) {
    surroundings.log.bug('remember', error);
  }
}

/** The card of an open assessment. */
export function cardOf(context: Context, session: Session): AssessmentCard {
  return cardFrom(context, asSeen(context, session), null);
}

function cardFrom(context: Context, seen: RecentAssessment, found: Problem | null): AssessmentCard {
  const { path, organisation, project, level, assessed, total, lastSavedAt, conflicts } = seen;
  const name = basename(path);
  return { file: context.handles.issue({ kind: 'path', path }), name, organisation, project, level, assessed, total, lastSavedAt, conflicts, ...keptSafe(context, seen), problem: found };
}

/** When it was last backed up, and whether a copy of it on another disk is due by now. */
function keptSafe(context: Context, { assessment, owedSince }: RecentAssessment): Pick<AssessmentCard, 'lastBackupAt' | 'copyDue'> {
  const [last] = assessment === '' ? [] : listBackups(backupFolderOf(context.surroundings.backupsFolder, assessment));
  return { lastBackupAt: last?.at ?? null, copyDue: isCopyDue(context, owedSince) };
}

/**
 * Puts an assessment at the head of the recent list, as it is now. A list that cannot be written keeps no assessment from
 * being opened or closed: it goes into the log.
 */
export function remember(context: Context, session: Session): void {
  const { preferences, surroundings } = context;
  try {
    preferences.change((now) => withRecent(now, asSeen(context, session)));
  } catch (error) {
    surroundings.log.bug('remember', error);
  }
}

function asSeen(context: Context, session: Session): RecentAssessment {
  const { store, result } = session;
  const { assessment, organisation, project, lastEventAt, conflicts } = store.state();
  const { grade, assessed, total } = result().overall;
  return { path: store.path, organisation, project, level: grade, assessed, total, lastSavedAt: lastEventAt === '' ? null : lastEventAt, conflicts: conflicts.length, assessment, owedSince: copyOwedSince(context, session), damaged: false };
}
