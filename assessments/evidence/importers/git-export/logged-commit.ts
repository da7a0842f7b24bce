import { z } from 'zod';
import type { Json } from '../../fragment.ts';
import { historyNumbers, historyNumbersSchema } from '../../git/history-numbers.ts';
import { asJson } from '../../git/ref-names.ts';
import { mostRevisions } from '../../git/revision.ts';

/** A commit of an exported log; `line` is where it begins. */
export type LoggedCommit = {
  readonly hash: string; readonly parents: readonly string[]; readonly author: string; readonly at: string | null;
  /** `HEAD -> main, tag: v1.0, origin/main` */
  readonly refs: string; readonly message: string; readonly line: number;
  readonly changed: { readonly code: number; readonly data: number } | null;
};

const text = z.string();
const revision = z.strictObject({
  commit: text, tags: z.array(text).readonly(), branch: text.nullable(), message: text.nullable(),
  merge: z.boolean().nullable(), signed: z.boolean().nullable(), at: text.nullable(), line: z.int().min(1),
}).readonly();

/** What an exported log says, as plain data: small, however long the log is. */
export const logSummarySchema = z.strictObject({
  numbers: historyNumbersSchema,
  /** Every parent is a commit of the log; false where it does not show parents. */
  complete: z.boolean(),
  branch: text.nullable(),
  revisions: z.array(revision).readonly(),
}).readonly();
export type LogSummary = z.infer<typeof logSummarySchema>;

export function logSummary(commits: readonly LoggedCommit[]): Json {
  const known = new Set(commits.flatMap(({ hash }) => [hash, hash.slice(0, 7)]));
  const named = commits.flatMap((commit) => namedCommit(commit) ?? []);
  const summary: LogSummary = {
    numbers: historyNumbers(commits.map(({ parents, at, author, message, changed }) => ({ parents: parents.length, at, author, message, signed: null, changed }))),
    complete: commits.some(({ parents }, index) => parents.length === 1 || (parents.length === 0 && commits.length === 1 && index === 0)) && commits.every(({ parents }) => parents.every((parent) => known.has(parent) || known.has(parent.slice(0, 7)))),
    branch: named.find(({ branch }) => branch !== null)?.branch ?? null,
    revisions: named.slice(0, mostRevisions),
  };
  return asJson(summary);
}

/** A commit that HEAD or a tag points to; null for others. */
function namedCommit({ hash, refs, parents, message, at, line }: LoggedCommit): LogSummary['revisions'][number] | null {
  const names = refs.split(',').map((name) => name.trim());
  const tags = names.filter((name) => name.startsWith('tag: ')).map((name) => name.slice(5));
  const head = names.find((name) => name === 'HEAD' || name.startsWith('HEAD -> '));
  if (tags.length === 0 && head === undefined) return null;
  return { commit: hash, tags, branch: head?.slice('HEAD -> '.length) || null, message: message.split('\n', 1)[0] ?? '', merge: parents.length > 1, signed: null, at, line };
}
