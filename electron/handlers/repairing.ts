import { constants, copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { z } from 'zod';
import { ok } from '#assessments';
import type { DamageView, SourceHandle } from '#contract';
import { halfEnding } from '../storage/leftovers.ts';
import { backupRow, pathBeside, putInPlace, restoreBeside } from './backups.ts';
import type { Context } from './context.ts';
import { freePath, safeFileName } from './file-names.ts';
import type { Feature } from './handler.ts';
import { askFileProcess } from './keeping/ask-file-process.ts';
import { type Backup, listBackupsOf } from './keeping/backup-folder.ts';
import type { Salvaged } from './keeping/messages.ts';
import { refused } from './problems.ts';
import { restoredCard } from './restored-card.ts';

const file = z.string().max(64);
const backup = z.string().max(100);

export const repairing: Feature<'examineDamaged' | 'repairDamaged' | 'restoreDamaged'> = {
  examineDamaged: {
    input: z.strictObject({ file }),
    run: async (input, context) => {
      const damaged = damagedFile(context, input.file);
      if (damaged === undefined) return refused('source-gone');
      const folder = mkdtempSync(join(context.surroundings.runFolder, 'salvage-'));
      try {
        return ok(viewOf(context, damaged, await salvageTo(context, damaged.path, join(folder, 'salvaged.maturity'))));
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  },

  repairDamaged: {
    input: z.strictObject({ file }),
    run: async (input, context) => {
      const damaged = damagedFile(context, input.file);
      if (damaged === undefined) return refused('source-gone');
      const repaired = pathBeside(context, damaged.path, '修复 repaired');
      const half = repaired + halfEnding;
      try {
        const rebuilt = await salvageTo(context, damaged.path, half);
        if (!rebuilt.usable) return refused('not-repairable', basename(damaged.path));
        putInPlace(half, repaired);
        return ok({ card: restoredCard(context, repaired), view: viewOf(context, damaged, rebuilt) });
      } finally {
        for (const ending of ['', '-wal', '-journal', '.lock']) rmSync(half + ending, { force: true });
      }
    },
  },

  restoreDamaged: {
    input: z.strictObject({ file, backup }),
    run: (input, context) => {
      const damaged = damagedFile(context, input.file);
      if (damaged === undefined) return refused('source-gone');
      const found = backupsKnown(context, damaged.path).find(({ name }) => name === input.backup);
      return found === undefined ? refused('no-backup') : restoreBeside(context, found, damaged.path);
    },
  },
};

type Damaged = { readonly handle: SourceHandle; readonly path: string };

/** The damaged file that was chosen. One that came through a browser is kept among the user's own assessments, as it is. */
function damagedFile({ handles, surroundings }: Context, handle: SourceHandle): Damaged | undefined {
  const source = handles.look(handle);
  if (source?.kind === 'path') return existsSync(source.path) ? { handle, path: source.path } : undefined;
  const upload = source?.files[0];
  if (source === undefined || upload === undefined || !existsSync(upload.absolute)) return undefined;
  const path = freePath(surroundings.assessmentsFolder, safeFileName([basename(upload.path, extname(upload.path))], 'assessment'), '.maturity');
  copyFileSync(upload.absolute, path, constants.COPYFILE_EXCL);
  source.discard();
  return { handle: handles.issue({ kind: 'path', path }), path };
}

/** How many backups a repair takes missing events from; older ones have nothing that these have not. */
const mostBackups = 3;

async function salvageTo(context: Context, path: string, to: string): Promise<Salvaged> {
  const verified = backupsKnown(context, path).filter((one) => one.verified).slice(0, mostBackups);
  const packs = context.packs.list().map(({ id }) => context.packs.find(id)?.texts ?? []);
  const { rebuilt } = await askFileProcess({
    kind: 'salvage', path, to, now: context.surroundings.now().toISOString(), backups: verified.map((one) => one.path), packs, recorded: Math.max(0, ...verified.map(({ events }) => events)),
  }, 'salvaged', { about: path });
  return rebuilt;
}

function viewOf(context: Context, { handle, path }: Damaged, { usable, ...found }: Salvaged): DamageView {
  return { file: handle, name: basename(path), ...found, repairable: usable, backups: backupsKnown(context, path).map(backupRow) };
}

function backupsKnown({ surroundings }: Context, path: string): readonly Backup[] {
  return listBackupsOf(surroundings.backupsFolder, path);
}
