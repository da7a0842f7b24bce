import { z } from 'zod';
import { documentFormats, personalKinds, type FoundInFile, type PersonalData, type Place } from '#assessments';
import type { PlacePicture, SourceView, TreeLine } from '#contract';
import type { Entry } from '../../intake/ledger.ts';

/** A file around a place, as far as its bytes say it. */
export type ShownPlace = Pick<SourceView, 'encoding' | 'firstLine' | 'text' | 'totalLines' | 'lines' | 'picture'>;

/** The head of a table: its headings, and a few rows to tell what stands below them. */
export type TableHead = { readonly sheet: string | null; readonly headings: readonly string[]; readonly sample: readonly (readonly string[])[] };

export type Question =
  | { readonly kind: 'search'; readonly words: readonly string[] } | { readonly kind: 'personal' }
  | { readonly kind: 'tables' } | { readonly kind: 'place'; readonly place: Place } | { readonly kind: 'branch'; readonly pointer: string; readonly from: number };
/** The bytes of a file; with the HEAD of a repository, those of the files of its folder, by their names in it. */
export type FileContent = { readonly bytes: Uint8Array; readonly beside: readonly { readonly name: string; readonly bytes: Uint8Array }[] | null };
/** What the showing process is asked. `content` null: the file asked for last. */
export type ToShower = { readonly id: number; readonly entry: Entry; readonly content: FileContent | null; readonly question: Question };
/** What it answers. A question that broke it off is answered null. */
export type FromShower =
  | { readonly id: number; readonly kind: 'place'; readonly shown: ShownPlace }
  | { readonly id: number; readonly kind: 'tables'; readonly tables: readonly TableHead[] }
  | { readonly id: number; readonly kind: 'branch'; readonly lines: readonly TreeLine[] | null }
  | { readonly id: number; readonly kind: 'found'; readonly found: FoundInFile | null }
  | { readonly id: number; readonly kind: 'personal'; readonly found: readonly PersonalData[] }
  | { readonly id: number; readonly kind: 'failed' };

const text = z.string();
const count = z.int().min(0);
const line = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('node'), pointer: text, depth: count, key: text.nullable(), shape: z.enum(['map', 'list', 'text', 'number', 'boolean', 'null']),
    members: count.nullable(), value: text.nullable(), open: z.boolean(), cited: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('left-out'), pointer: text, depth: count, from: count, count }),
]) satisfies z.ZodType<TreeLine>;
const lines = z.array(line).max(5_000).readonly();
const moment = text.nullable();

const picture = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('tree'), several: z.boolean(), lines }),
  z.strictObject({
    kind: z.literal('table'), name: text.nullable(), header: z.array(text).readonly(), rows: z.array(z.strictObject({ key: text, cells: z.array(text).readonly(), cited: z.boolean() })).max(100).readonly(),
    citedColumn: count.nullable(), rowsBefore: count, rowsAfter: count, columnsLeftOut: count,
  }),
  z.strictObject({
    kind: z.literal('git'), repository: text.nullable(), head: text.nullable(), complete: z.boolean(),
    refs: z.array(z.strictObject({ name: text, kind: z.enum(['branch', 'remote', 'tag', 'other']), commit: text, at: moment, cited: z.boolean() })).max(100).readonly(),
    commits: z.array(z.strictObject({ hash: text, at: moment, author: count, subject: text, merge: z.boolean(), signed: z.boolean(), cited: z.boolean() })).max(100).readonly(),
    refsLeftOut: count, commitsBefore: count, commitsAfter: count,
  }),
  z.strictObject({ kind: z.literal('image'), mediaType: z.enum(['image/png', 'image/jpeg', 'image/gif', 'image/webp']), width: count, height: count, data: z.base64().max(12_000_000) }),
  z.strictObject({
    kind: z.literal('document'), format: z.enum(documentFormats), title: text.nullable(), tool: text.nullable(), createdAt: moment, updatedAt: moment, pages: count.nullable(), pageLines: z.array(count).max(10_000).readonly(),
    encrypted: z.boolean(), active: z.boolean(), width: count.nullable(), height: count.nullable(), seconds: z.number().nullable(), camera: z.boolean(), located: z.boolean(),
  }),
]) satisfies z.ZodType<PlacePicture>;

const place = z.union([
  z.strictObject({ file: text, pointer: text }), z.strictObject({ file: text, lines: z.tuple([count, count]).readonly() }), z.strictObject({ file: text, cell: text }),
]).readonly() satisfies z.ZodType<Place>;
const found = z.strictObject({ total: count, lines: z.array(z.strictObject({ place, text: text.max(1_000) })).max(20).readonly() }).readonly() satisfies z.ZodType<FoundInFile>;
const personal = z.strictObject({ kind: z.enum(personalKinds), count, line: count }).readonly() satisfies z.ZodType<PersonalData>;

const shown = z.strictObject({
  encoding: text.nullable(), firstLine: count, text: text.nullable(), totalLines: count,
  lines: z.tuple([count, count]).readonly().nullable(), picture: picture.nullable(),
}).readonly() satisfies z.ZodType<ShownPlace>;

/** A process that touches untrusted bytes is not trusted itself: what it says is checked. */
export const fromShower: z.ZodType<FromShower> = z.discriminatedUnion('kind', [
  z.strictObject({ id: count, kind: z.literal('place'), shown }),
  z.strictObject({ id: count, kind: z.literal('tables'), tables: z.array(z.strictObject({ sheet: text.nullable(), headings: z.array(text).max(300).readonly(), sample: z.array(z.array(text).max(300).readonly()).max(5).readonly() }).readonly()).max(50).readonly() }),
  z.strictObject({ id: count, kind: z.literal('branch'), lines: lines.nullable() }),
  z.strictObject({ id: count, kind: z.literal('found'), found: found.nullable() }),
  z.strictObject({ id: count, kind: z.literal('personal'), found: z.array(personal).max(10).readonly() }),
  z.strictObject({ id: count, kind: z.literal('failed') }),
]);
