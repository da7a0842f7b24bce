import { readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { ok, suggestionChanges, type Author, type Draft, type SuggestionChange } from '#assessments';
import type { Change, PurgeReport, Reply } from '#contract';
import { analyse, suggestionsWithout } from './analysis.ts';
import type { Context } from './context.ts';
import type { Feature } from './handler.ts';
import { askFileProcess } from './keeping/ask-file-process.ts';
import { dropBackup, listBackups } from './keeping/backup-folder.ts';
import { backUp, folderOf, withoutBackups } from './keeping/keeper.ts';
import { withAuthor } from './opened.ts';
import { refused } from './problems.ts';
import { planPurge, type PurgePlan } from './purge-plan.ts';
import { changeSince, withJoining } from './record.ts';
import type { Session } from './session.ts';

const path = z.string().min(1).max(8_192);

export const purging: Feature<'purgeEvidence'> = {
  purgeEvidence: {
    input: z.strictObject({ assessment: z.string().max(64), files: z.array(z.strictObject({ intake: z.string().max(64), path }).readonly()).min(1).max(10_000).readonly(), reason: z.string().trim().max(2_000) }),
    run: ({ assessment, files, reason }, context) => withAuthor(context, assessment, async (session, author) => {
      if (reason === '') return refused('purge-reason');
      if (session.busy()) return refused('import-running');
      const plan = planPurge(session.store.state(), files);
      if (plan.kind === 'unknown') return refused('no-file', plan.path);
      if (plan.kind === 'kept') return refused('purge-kept', plan.by);
      return session.work(() => purge(context, session, author, plan, reason));
    }),
  },
};

type Plan = Extract<PurgePlan, { readonly kind: 'plan' }>;

/** Removes bytes from the file first, then from what was made of it: copies not taken yet, and backups. */
export async function purge(context: Context, session: Session, author: Author, plan: Plan, reason: string): Promise<Reply<Change & { readonly purged: PurgeReport }>> {
  const { store } = session;
  const suggestions = await suggestionsLost(session, context, plan);
  const before = store.revision();
  const backups = await withoutBackups(session, async () => {
    store.purge(plan.artefacts, withJoining(session, author, plan.artefacts.map((artefact, at): Draft => ({ type: 'evidence.purged', payload: { artefact, reason, ...(at === 0 && suggestions.length > 0 ? { suggestions } : {}) } }))), { author });
    removeCopies(context);
    return dropHolding(context, session, plan.artefacts);
  });
  // What was dropped is replaced at once; where that fails it is told like any backup that fails.
  if (backups > 0) await backUp(context, session).catch(() => undefined);
  const { value } = changeSince(context, session, before);
  return ok({ ...value, purged: report(plan, backups) });
}

/** What becomes of the suggestions without the files: once their bytes are gone nobody can tell any more. */
async function suggestionsLost(session: Session, context: Context, { files }: Plan): Promise<readonly SuggestionChange[]> {
  const { suggestions, readings } = await analyse(session, context);
  const paths = new Set(files.map(({ path }) => path));
  if (!readings.some(({ path }) => paths.has(path))) return [];
  return suggestionChanges(suggestions, await suggestionsWithout(session, context, paths));
}

/** Copies and reports of this run that wait to be taken may hold what was purged. */
function removeCopies({ surroundings }: Context): void {
  for (const name of readdirSync(surroundings.runFolder)) {
    if (/^(copy|report-)/.test(name)) rmSync(join(surroundings.runFolder, name), { recursive: true, force: true });
  }
}

/** Drops every backup of the assessment that holds one of the artefacts or cannot be read, and copies made before it was migrated. */
async function dropHolding(context: Context, session: Session, artefacts: readonly string[]): Promise<number> {
  const backups = listBackups(folderOf(context, session));
  const migrated = readdirSync(dirname(session.store.path)).filter((name) => name.startsWith(`${basename(session.store.path)}.v`) && /\.v\d+-backup(-\d+)?$/.test(name)).map((name) => join(dirname(session.store.path), name));
  const paths = [...backups.map((one) => one.path), ...migrated];
  if (paths.length === 0) return 0;
  const held = new Set((await askFileProcess({ kind: 'holding', paths, artefacts }, 'holding', { about: session.store.path })).paths);
  for (const one of backups.filter((backup) => held.has(backup.path))) dropBackup(one);
  for (const one of migrated.filter((copy) => held.has(copy))) rmSync(one, { force: true });
  return held.size;
}

function report({ artefacts, files }: Plan, backups: number): PurgeReport {
  const [count, of] = [files.length, artefacts.length];
  return {
    files: count, artefacts: of, backups,
    zh: `已彻底清除 ${count} 个文件的内容${backups === 0 ? '' : `，并删除了含有它的 ${backups} 份备份`}。已经交给别人的副本、导出的报告和原始文件里仍有它，请另行处理。`,
    en: `The bytes of ${count} ${count === 1 ? 'file are' : 'files are'} purged${backups === 0 ? '' : `, and ${backups} ${backups === 1 ? 'backup that held them was' : 'backups that held them were'} removed`}. Copies handed out, reports already saved and the original files keep them: see to those yourself.`,
  };
}
