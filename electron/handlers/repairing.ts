import { basename } from 'node:path';
import { z } from 'zod';
import { ok } from '#assessments';
import type { DamageView } from '#contract';
import { listBackupsOf } from './keeping/backup-folder.ts';
import { backupRow, restoreBeside } from './backups.ts';
import type { Context } from './context.ts';
import type { Feature } from './handler.ts';
import { refused } from './problems.ts';

const file = z.string().max(64);
const backup = z.string().max(100);

export const repairing: Feature<'examineDamaged' | 'repairDamaged' | 'restoreDamaged'> = {
  examineDamaged: {
    input: z.strictObject({ file }),
    run: (input, context) => {
      const path = pathOf(context, input.file);
      return path === undefined ? refused('source-gone') : ok(examine(context, input.file, path));
    },
  },

  repairDamaged: {
    input: z.strictObject({ file }),
    run: (input, context) => refused(pathOf(context, input.file) === undefined ? 'source-gone' : 'not-repairable'),
  },

  restoreDamaged: {
    input: z.strictObject({ file, backup }),
    run: (input, context) => {
      const path = pathOf(context, input.file);
      if (path === undefined) return refused('source-gone');
      const found = listBackupsOf(context.surroundings.backupsFolder, path).find(({ name }) => name === input.backup);
      return found === undefined ? refused('no-backup') : restoreBeside(context, found, path);
    },
  },
};

function examine(context: Context, handle: string, path: string): DamageView {
  const found = listBackupsOf(context.surroundings.backupsFolder, path);
  return {
    file: handle, name: basename(path), organisation: found[0]?.organisation ?? '', project: found[0]?.project ?? '',
    events: 0, lostEvents: null, artefacts: 0, lostArtefacts: null, faults: [], repairable: false, backups: found.map(backupRow),
  };
}

function pathOf({ handles }: Context, handle: string): string | undefined {
  const source = handles.look(handle);
  return source?.kind === 'path' ? source.path : undefined;
}
