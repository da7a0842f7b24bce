import { z } from 'zod';
import { type Diagnostic, type DiagnosticKind, type FileReading, type RecordMapping, factSchema, fragmentSchema } from '#assessments';
import type { EarlierFile } from './evidence-paths.ts';
import type { Account, Entry, IntakeProgress } from './ledger.ts';
import type { BesideFile } from './git-folders.ts';
import type { StagedChunk, StagedPlace } from '../storage/staging.ts';
import type { IntakeLimits } from './limits.ts';
import { reasons } from './sentences.ts';

/** What the taking process is told. */
export type ToTaker =
  | { readonly kind: 'take'; readonly sources: readonly string[]; readonly staging: string; readonly known: readonly string[]; readonly takenPaths: readonly (readonly [string, EarlierFile])[]; readonly limits: Partial<IntakeLimits> }
  | { readonly kind: 'cancel' };

/** Files as they were taken, with where their bytes are staged; null where the assessment has them. */
export type TakenFiles = readonly { readonly entry: Entry; readonly chunks: readonly StagedChunk[] | null }[];
/** A stretch of the other lists of an account: whole, those of a large intake would be a message that fills the memory. */
export type AccountPart = Pick<Account, 'changed' | 'gone' | 'refused' | 'warned'>;

/** What the taking process says: files on the way, at the end the parts of its account, then the rest. `code` is that of the file system, where staging failed. */
export type FromTaker =
  | { readonly kind: 'progress'; readonly told: IntakeProgress }
  | { readonly kind: 'files'; readonly files: TakenFiles }
  | { readonly kind: 'part'; readonly part: AccountPart }
  | { readonly kind: 'done'; readonly account: Pick<Account, 'offered' | 'duplicates' | 'label'> }
  | { readonly kind: 'failed'; readonly code: string | null; readonly message: string };

/** What the reading process is told: files to read. */
export type ToReader = { readonly kind: 'read'; readonly files: readonly GivenFile[] };
/** A file to read; `mapping`: how a person said its table is read; with the HEAD of a repository, the files of its folder. `alone`: its answer is to go out before the next file is begun. */
export type GivenFile = { readonly path: string; readonly artefact: string; readonly mediaType: string; readonly bytes: Uint8Array | StagedPlace; readonly beside: readonly BesideFile[] | null; readonly mapping: RecordMapping | null; readonly alone: boolean };

/** What the reading process says. Readings come in the order in which files were given. */
export type FromReader = { readonly kind: 'ready' } | { readonly kind: 'read'; readonly readings: readonly FileReading[] };

const kinds = Object.keys({
  'unrecognised': true, 'malformed': true, 'template': true, 'ambiguous': true, 'empty': true, 'partial': true, 'too-large': true, 'too-deep': true,
  'too-slow': true, 'too-much-memory': true, 'not-text': true, 'unread-format': true, 'encrypted': true, 'unsafe-name': true, 'link': true,
  'special-file': true, 'unreadable': true, 'archive-damaged': true, 'archive-bomb': true, 'check-error': true, 'purged': true,
} satisfies Record<DiagnosticKind, true>) as [DiagnosticKind, ...DiagnosticKind[]];

const text = z.string();
const count = z.int().min(0);
const hash = text.regex(/^[0-9a-f]{64}$/);
const kind = z.enum(kinds);
const place = z.union([
  z.strictObject({ file: text, pointer: text }),
  z.strictObject({ file: text, lines: z.tuple([count, count]).readonly() }),
  z.strictObject({ file: text, cell: text }),
]).readonly();
const diagnostic = z.strictObject({ path: text, place: place.nullable(), kind, zh: text, en: text }).readonly() satisfies z.ZodType<Diagnostic>;
const note = z.strictObject({ path: text, reason: z.enum(reasons) }).readonly();
const entry = z.strictObject({ path: text, artefact: hash, size: count, mediaType: text, encoding: text.nullable() }).readonly();
const progress = z.strictObject({ phase: z.enum(['listing', 'storing']), done: count, total: count.nullable(), bytesDone: count, bytesTotal: count.nullable(), current: text.nullable() }).readonly();
const chunk = z.strictObject({ encoding: z.literal([0, 1]), size: count, stored: count, offset: count }).readonly();
const files = z.array(z.strictObject({ entry, chunks: z.array(chunk).readonly().nullable() }).readonly()).readonly();
const part = z.strictObject({ changed: z.array(text).readonly(), gone: z.array(text).readonly(), refused: z.array(note).readonly(), warned: z.array(note).readonly() }).readonly();
const account = z.strictObject({ offered: count, duplicates: count, label: text }).readonly();
const reading = z.strictObject({ path: text, importer: text.nullable(), facts: z.array(factSchema).readonly(), diagnostics: z.array(diagnostic).readonly(), fragments: z.array(fragmentSchema).readonly() }).readonly();

/** Processes that touch untrusted bytes are not trusted themselves: what they say is checked. */
export const fromTaker: z.ZodType<FromTaker> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('progress'), told: progress }),
  z.strictObject({ kind: z.literal('files'), files }),
  z.strictObject({ kind: z.literal('part'), part }),
  z.strictObject({ kind: z.literal('done'), account }),
  z.strictObject({ kind: z.literal('failed'), code: text.nullable(), message: text }),
]);
export const fromReader: z.ZodType<FromReader> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ready') }),
  z.strictObject({ kind: z.literal('read'), readings: z.array(reading).readonly() }),
]);
