import { askFileProcess } from '../../handlers/keeping/ask-file-process.ts';
import type { Backup } from '../../handlers/keeping/backup-folder.ts';
import { backUp, backupsOf, folderOf } from '../../handlers/keeping/keeper.ts';
import { planPurge, type PurgedFile } from '../../handlers/purge-plan.ts';
import { purge } from '../../handlers/purging.ts';
import type { Session } from '../../handlers/session.ts';
import { Refusal } from '../refusal.ts';
import { type Terminal, inLanguage, printJson } from '../terminal.ts';
import { type Workplace, refusalOf, withAssessment } from '../workplace.ts';
import { join } from 'node:path';
import { rmSync } from 'node:fs';

type BackupOptions = { readonly json: boolean; readonly make: boolean; readonly drill: boolean };

/** The verified backups of an assessment on this machine; exit code 1 where one asked to be drilled does not hold. */
export function backups(terminal: Terminal, file: string, { json, make, drill }: BackupOptions): Promise<number> {
  return withAssessment(terminal.resolve(file), undefined, async (session, { context }) => {
    if (make) await backUp(context, session);
    const rows: Row[] = [];
    for (const backup of backupsOf(context, session)) rows.push({ ...shown(backup), holds: drill ? await drilled(backup, context.surroundings.runFolder) : null });
    if (json) printJson(terminal, { backups: rows });
    else tell(terminal, folderOf(context, session), rows);
    return rows.some(({ holds }) => holds === false) ? 1 : 0;
  });
}

type Row = ReturnType<typeof shown> & { readonly holds: boolean | null };

function shown({ name, at, bytes, events, verified }: Backup) {
  return { name, at, bytes, events, verified };
}

/** The restore drill: a copy must hold by itself and have all that was noted. */
async function drilled({ path, events }: Backup, folder: string): Promise<boolean> {
  const to = join(folder, 'drill.maturity');
  try {
    const { verified } = await askFileProcess({ kind: 'copy', from: path, to }, 'verified', { about: path });
    return verified.ok && verified.events === events;
  } finally {
    rmSync(to, { force: true });
  }
}

function tell(terminal: Terminal, folder: string, rows: readonly Row[]): void {
  for (const { at, bytes, events, verified, holds } of rows) {
    const state = holds === false || !verified ? inLanguage(terminal, { zh: '校验未通过', en: 'does not verify' }) : inLanguage(terminal, { zh: '已校验', en: 'verified' });
    terminal.out(`${at}  ${inLanguage(terminal, { zh: `${events} 条操作记录`, en: `${events} events` })}  ${Math.ceil(bytes / 1024)} KiB  ${state}`);
  }
  terminal.out(inLanguage(terminal, rows.length === 0
    ? { zh: '这个评估在本机还没有备份；--make 立即做一份。', en: 'There is no backup of this assessment on this machine yet; --make makes one.' }
    : { zh: `共 ${rows.length} 份备份，在 ${folder}。`, en: `${rows.length} ${rows.length === 1 ? 'backup' : 'backups'} in ${folder}.` }));
}

type PurgeOptions = { readonly path: readonly string[]; readonly reason: string };

/** Removes the bytes of evidence files for good; the journal keeps who, why and the hash. */
export function purgeFiles(terminal: Terminal, file: string, { path: paths, reason }: PurgeOptions): Promise<number> {
  if (reason.trim() === '') throw new Refusal({ zh: '永久清除须写明理由（--reason）。', en: 'Purging needs a reason (--reason).' });
  return withAssessment(terminal.resolve(file), undefined, async (session, { context, author }: Workplace) => {
    if (session.store.readOnly) throw new Refusal({ zh: '这个文件不能写入，没有清除任何内容。', en: 'This file cannot be written; nothing was purged.' });
    const plan = planPurge(session.store.state(), paths.map((one) => named(session, one)));
    if (plan.kind === 'kept') throw new Refusal({ zh: `“${plan.by}”保存着相同的内容；请一并清除，或先移除它。`, en: `“${plan.by}” keeps the same bytes; purge it as well, or remove it first.` });
    if (plan.kind === 'unknown') throw strangerRefusal(plan.path);
    const reply = await purge(context, session, author, plan, reason.trim());
    if (!reply.ok) throw refusalOf(reply.problem);
    terminal.out(inLanguage(terminal, reply.value.purged));
    return 0;
  });
}

/** The file of a path, which names one. */
function named({ store }: Session, path: string): PurgedFile {
  const intake = store.state().intakes.findLast(({ files }) => files.some((file) => file.path === path));
  if (intake === undefined) throw strangerRefusal(path);
  return { intake: intake.id, path };
}

function strangerRefusal(path: string): Refusal {
  return new Refusal({ zh: `评估中没有证据文件“${path}”；请检查路径。`, en: `The assessment has no evidence file “${path}”; check the path.` });
}
