import { constants, copyFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { z } from 'zod';
import { ok } from '#assessments';
import type { AssessmentCard, BackupRow, BackupsView, Reply, Verification } from '#contract';
import { type Backup, backupEnding, backupFolderOf, listBackups, makeBackupFolder, noteEnding } from '../storage/backups/backup-folder.ts';
import { openAssessment } from '../storage/store.ts';
import type { Context } from './context.ts';
import { freePath } from './file-names.ts';
import type { Feature } from './handler.ts';
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
    run: (input, context) => withSession(context, input.assessment, (session) => {
      const { store } = session;
      const { assessment: id, organisation, project } = store.state();
      const folder = makeBackupFolder(context.surroundings.backupsFolder, id);
      const at = context.surroundings.now().toISOString();
      const path = freePath(folder, at.replaceAll(':', '-'), backupEnding);
      store.saveCopy(path);
      const note = { assessment: id, origin: store.path, at, bytes: statSync(path).size, events: store.revision(), head: store.events().at(-1)?.hash ?? null, organisation, project };
      writeFileSync(join(folder, basename(path, backupEnding) + noteEnding), JSON.stringify(note), { mode: 0o600 });
      return ok(backupsView(context, session));
    }),
  },

  drillBackup: {
    input: z.strictObject({ assessment, backup }),
    run: (input, context) => withSession(context, input.assessment, (session) => {
      const found = find(context, session, input.backup);
      return found === undefined ? refused('no-backup') : ok(drill(context, found));
    }),
  },

  restoreBackup: {
    input: z.strictObject({ assessment, backup }),
    run: (input, context) => withSession(context, input.assessment, (session) => {
      const found = find(context, session, input.backup);
      return found === undefined ? refused('no-backup') : restoreBeside(context, found, session.store.path);
    }),
  },
};

/** Writes a backup beside a file, under a name that is free. */
export function restoreBeside(context: Context, found: Backup, path: string): Reply<AssessmentCard> {
  const beside = freePath(dirname(path), `${basename(path, extname(path))} – ${found.at.slice(0, 10)}`, backupEnding);
  copyFileSync(found.path, beside, constants.COPYFILE_EXCL);
  return ok(restoredCard(context, beside));
}

export function backupRow({ name, at, bytes, events }: Backup): BackupRow {
  return { backup: name, at, bytes, events, verified: true };
}

function drill({ surroundings }: Context, found: Backup): Verification {
  const path = freePath(surroundings.runFolder, 'drill', backupEnding);
  copyFileSync(found.path, path, constants.COPYFILE_EXCL);
  const store = openAssessment(path, { surroundings });
  try {
    const { ok: holds, events, artefacts, firstFault } = store.verify();
    return { ok: holds, events, artefacts, firstFault };
  } finally {
    store.close();
  }
}

function find(context: Context, session: Session, name: string): Backup | undefined {
  return backupsOf(context, session).find((one) => one.name === name);
}

function backupsView(context: Context, session: Session): BackupsView {
  return { folder: backupFolderOf(context.surroundings.backupsFolder, session.store.state().assessment), rows: backupsOf(context, session).map(backupRow), lastCopyAt: null, copyDue: false };
}

function backupsOf({ surroundings }: Context, session: Session): readonly Backup[] {
  return listBackups(backupFolderOf(surroundings.backupsFolder, session.store.state().assessment));
}
