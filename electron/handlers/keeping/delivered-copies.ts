import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { makeBackupFolder } from './backup-folder.ts';
import { writePrivateFile } from '../../user/private-file.ts';
import type { Context } from '../context.ts';
import type { Session } from '../session.ts';
import { folderOf } from './keeper.ts';

/** When a copy of an assessment last left this laptop, as far as we know, and what it held. */
const delivered = z.strictObject({ at: z.iso.datetime(), head: z.string().nullable() }).readonly();
type Delivered = z.infer<typeof delivered>;

const fileName = 'delivered-copy';
const dayMs = 86_400_000;

/** What notes that the copy made now was taken, to be called when it is. */
export function copyTaker(context: Context, { store }: Session): () => void {
  const { assessment } = store.state();
  const head = store.events().at(-1)?.hash ?? null;
  return () => {
    try {
      const folder = makeBackupFolder(context.surroundings.backupsFolder, assessment);
      writePrivateFile(join(folder, fileName), JSON.stringify({ at: context.surroundings.now().toISOString(), head }));
    } catch (thrown) {
      // The copy is delivered; without the note the reminder only comes too soon.
      context.surroundings.log.bug('delivered copy', thrown);
    }
  };
}

/** When a copy was last delivered, and whether it is time for another: days have passed and something has changed. */
export function copyReminder(context: Context, session: Session): { readonly lastCopyAt: string | null; readonly copyDue: boolean } {
  return { lastCopyAt: lastDelivered(context, session)?.at ?? null, copyDue: isCopyDue(context, copyOwedSince(context, session)) };
}

/** Since when there is something that no copy holds; null where there is nothing, and for the sample. */
export function copyOwedSince(context: Context, session: Session): string | null {
  const { store } = session;
  const last = lastDelivered(context, session);
  const events = store.events();
  const changed = events.at(-1)?.hash !== (last?.head ?? undefined);
  return changed && !store.state().sample ? last?.at ?? events[0]?.at ?? null : null;
}

/** Whether a copy that has been owed for so long is due, as the settings have it. */
export function isCopyDue({ preferences, surroundings }: Context, owedSince: string | null): boolean {
  const { copyReminderDays } = preferences.read().settings;
  return copyReminderDays > 0 && owedSince !== null && surroundings.now().getTime() - Date.parse(owedSince) >= copyReminderDays * dayMs;
}

function lastDelivered(context: Context, session: Session): Delivered | null {
  try {
    return delivered.parse(JSON.parse(readFileSync(join(folderOf(context, session), fileName), 'utf8')));
  } catch {
    return null;
  }
}
