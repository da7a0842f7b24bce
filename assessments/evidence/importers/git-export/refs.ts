import { z } from 'zod';
import type { Json } from '../../fragment.ts';
import { type NamedRef, asJson, newestFirst, refNumbers, refNumbersSchema, refOf } from '../../git/ref-names.ts';
import { mostRevisions } from '../../git/revision.ts';
import { linesOf } from '../../text-lines.ts';
import { gitDate } from './git-date.ts';

const refLine = /^([0-9a-f]{40}(?:[0-9a-f]{24})?)\s+(?:(commit|tag)\s+)?(?:(\S+(?: [0-9:]{8} [+-][0-9]{4})?)\s+)?(refs\/\S+?)(\^\{\})?\s*$/;

/** What a list of refs says; `tags` are those whose commit is known, the newest first. */
export const refSummarySchema = z.strictObject({
  numbers: refNumbersSchema,
  tags: z.array(z.strictObject({ name: z.string(), commit: z.string(), at: z.string().nullable(), line: z.int().min(1) }).readonly()).readonly(),
}).readonly();
export type RefSummary = z.infer<typeof refSummarySchema>;

type ExportedRef = NamedRef & { readonly hash: string; readonly object: string | null; readonly peeled: boolean; readonly line: number };

/** The summary of `git for-each-ref` or `git show-ref`: a hash, perhaps a kind and a date, and a ref on every line; null for other texts. */
export function refSummary(text: string): Json | null {
  if (!refLine.test(linesOf(text.slice(0, 2_000)).find((line) => line.trim() !== '') ?? '')) return null;
  const refs: ExportedRef[] = [];
  for (const [index, line] of linesOf(text).entries()) {
    if (line.trim() === '') continue;
    const [, hash, object, date, full, peeled] = refLine.exec(line.slice(0, 2_000)) ?? [];
    if (hash === undefined || full === undefined) return null;
    refs.push({ ...refOf(full), hash, object: object ?? null, at: date === undefined ? null : gitDate(date), peeled: peeled !== undefined, line: index + 1 });
  }
  const peeled = new Set(refs.filter((ref) => ref.peeled).map(({ name }) => name));
  const tags = refs.filter((ref) => ref.kind === 'tag' && ref.object !== 'tag' && (ref.peeled || !peeled.has(ref.name))).toSorted(newestFirst);
  const summary: RefSummary = {
    numbers: refNumbers(refs.filter((ref) => !ref.peeled)),
    tags: tags.slice(0, mostRevisions).map(({ name, hash, at, line }) => ({ name, commit: hash, at, line })),
  };
  return asJson(summary);
}
