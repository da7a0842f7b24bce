import { existsSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, extname } from 'node:path';
import { z } from 'zod';
import { ok } from '#assessments';
import type { AssessmentCard, BackupRow, BackupsView, Reply, Verification } from '#contract';
import { type Backup, backupEnding } from './keeping/backup-folder.ts';
import { halfEnding } from '../storage/leftovers.ts';
import { canWrite } from '../storage/read-only.ts';
import { syncFile } from '../storage/sync.ts';
import type { Context } from './context.ts';
import { freePath } from './file-names.ts';
import type { Feature } from './handler.ts';
import { askFileProcess } from './keeping/ask-file-process.ts';
import { copyReminder } from './keeping/delivered-copies.ts';
import { backUp, backupProblem, backupsOf, folderOf } from './keeping/keeper.ts';
import { withSession } from './opened.ts';
import { refused } from './problems.ts';
import { restoredCard } from './restored-card.ts';
import type { Session } from './session.ts';

const assessment = z.string().max(64);
const backup = z.string().max(100);

export const backups: Feature<'readBackups' | 'makeBackup' | 'drillBackup' | 'restoreBackup'> = {
  readBackups: {
    input: z.strictObject({ assessment }),
    run: (input, context) => withSession(context, input.assessment, (session) => ok(backupsView(context, session))),
  },

  makeBackup: {
    input: z.strictObject({ assessment }),
    run: (input, context) => withSession(context, input.assessment, async (session) => {
      await backUp(context, session);
      return ok(backupsView(context, session));
    }),
  },

  drillBackup: {
    input: z.strictObject({ assessment, backup }),
    run: (input, context) => withBackup(context, input, async (_session, found) => ok(await drill(context, found))),
  },

  restoreBackup: {
    input: z.strictObject({ assessment, backup }),
    run: (input, context) => withBackup(context, input, ({ store }, found) => restoreBeside(context, found, store.path)),
  },
};

function withBackup<Value>(context: Context, input: { readonly assessment: string; readonly backup: string }, run: (session: Session, found: Backup) => Promise<Reply<Value>>): Promise<Reply<Value>> | Reply<Value> {
  return withSession(context, input.assessment, (session) => {
    const found = backupsOf(context, session).find(({ name }) => name === input.backup);
    return found === undefined ? refused('no-backup') : run(session, found);
  });
}

/** Writes a backup beside a file, under a name that is free, and opens it once to see that it opens. */
export async function restoreBeside(context: Context, found: Backup, path: string): Promise<Reply<AssessmentCard>> {
  const beside = pathBeside(context, path, found.at.slice(0, 10));
  const half = beside + halfEnding;
  try {
    await askFileProcess({ kind: 'copy', from: found.path, to: half }, 'verified', { about: found.path });
    putInPlace(half, beside);
  } finally {
    rmSync(half, { force: true });
  }
  return ok(restoredCard(context, beside));
}

/** A path that nothing has yet, beside a file or, where nothing can be written there, among the user's own assessments. */
export function pathBeside({ surroundings }: Context, path: string, what: string): string {
  const folder = canWrite(path) ? dirname(path) : surroundings.assessmentsFolder;
  return freePath(folder, `${basename(path, extname(path))} – ${what}`, backupEnding);
}

/** Gives a finished file its name; never over anything. */
export function putInPlace(from: string, to: string): void {
  if (existsSync(to)) throw Object.assign(new Error(`there is something at ${to}`), { code: 'EEXIST' });
  renameSync(from, to);
  syncFile(to);
}

/** A backup as people see it. */
export function backupRow({ name, at, bytes, events, verified }: Backup): BackupRow {
  return { backup: name, at, bytes, events, verified };
}

/** The copy must hold all by itself and have as many events as were noted. */
async function drill({ surroundings }: Context, found: Backup): Promise<Verification> {
  const path = freePath(surroundings.runFolder, `drill-${surroundings.newId()}`, backupEnding);
  try {
    const { verified: { ok: holds, events, artefacts, firstFault } } = await askFileProcess({ kind: 'copy', from: found.path, to: path }, 'verified', { about: found.path });
    return { ok: holds && events === found.events, events, artefacts, firstFault };
  } finally {
    rmSync(path, { force: true });
  }
}

function backupsView(context: Context, session: Session): BackupsView {
  return { folder: folderOf(context, session), rows: backupsOf(context, session).map(backupRow), ...copyReminder(context, session), problem: backupProblem(session) };
}
