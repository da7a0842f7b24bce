import { z } from 'zod';
import type { PackText } from '#assessments';

/**
 * What the process that reads whole files is asked, one thing at a time. Paths are of the machine; `folder` is private
 * and empty, and whoever asked removes it.
 */
export type FileTask =
  /** Makes a copy that was just taken a plain file, verifies all of it, and puts it on the disk. */
  | { readonly kind: 'settle'; readonly path: string }
  /** Copies a plain file to a path where nothing is, verifies the copy, and puts it on the disk. */
  | { readonly kind: 'copy'; readonly from: string; readonly to: string }
  /** Which of the files hold one of the artefacts, or cannot be read. */
  | { readonly kind: 'holding'; readonly paths: readonly string[]; readonly artefacts: readonly string[] }
  /** Writes what is whole of a damaged file, and of backups of it, to a new file. */
  | {
    readonly kind: 'salvage'; readonly path: string; readonly to: string; readonly now: string;
    readonly backups: readonly string[]; readonly packs: readonly (readonly PackText[])[]; readonly recorded: number;
  };

const fault = z.strictObject({ kind: z.string(), where: z.string(), zh: z.string(), en: z.string() }).readonly();
const count = z.int().min(0);
const verified = z.strictObject({ ok: z.boolean(), events: count, artefacts: count, firstFault: fault.nullable(), head: z.string().nullable(), bytes: count }).readonly();
const rebuilt = z.strictObject({
  organisation: z.string(), project: z.string(), events: count, lostEvents: count.nullable(), artefacts: count, lostArtefacts: count.nullable(), faults: z.array(fault).readonly(), usable: z.boolean(),
}).readonly();

/** What it answers. `code` is that of the file system or of SQLite; `problem` a kind that storage found by itself. */
export const fileAnswer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('verified'), verified }).readonly(),
  z.strictObject({ kind: z.literal('holding'), paths: z.array(z.string()).readonly() }).readonly(),
  z.strictObject({ kind: z.literal('salvaged'), rebuilt }).readonly(),
  z.strictObject({ kind: z.literal('failed'), code: z.string(), problem: z.enum(['bad-input', 'damaged', 'newer-file', 'not-an-assessment', 'disk-full', 'io']).nullable().catch(null), message: z.string() }).readonly(),
]);
export type FileAnswer = z.infer<typeof fileAnswer>;
export type Salvaged = z.infer<typeof rebuilt>;
