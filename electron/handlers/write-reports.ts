import { z } from 'zod';
import type { ReportDocument, ReportInput } from '#assessments';
import { startChild } from '../intake/child.ts';
import { childEntry } from '../intake/child-entry.ts';

export type ReportToWrite = { readonly format: 'pdf' | 'xlsx' | 'json'; readonly path: string };
/** What the writing process is told, once: a report in its formats, or a workbook that is no report. */
export type ToWriter = { readonly input: ReportInput; readonly files: readonly ReportToWrite[] } | { readonly document: ReportDocument; readonly path: string };
/** Which report it has begun, and once, how it ended. `code` is that of the file system. */
export type FromWriter = { readonly kind: 'writing'; readonly format: ReportToWrite['format'] } | { readonly kind: 'written' } | { readonly kind: 'failed'; readonly code: string | null; readonly message: string };

const fromWriter: z.ZodType<FromWriter> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('writing'), format: z.enum(['pdf', 'xlsx', 'json']) }),
  z.strictObject({ kind: z.literal('written') }),
  z.strictObject({ kind: z.literal('failed'), code: z.string().nullable(), message: z.string() }),
]);
const heapMegabytes = 1_024;

export type Writing = { readonly signal?: AbortSignal; readonly begun?: (format: ReportToWrite['format']) => void };

/**
 * Writes the reports in a process of their own: drawing takes seconds, in which ratings must still be answered. Aborted,
 * it ends at once and throws the signal's reason; what was half written is left to its caller.
 */
export function writeReports(input: ReportInput, files: readonly ReportToWrite[], writing: Writing = {}): Promise<void> {
  return write({ input, files }, writing);
}

/** Writes a document as a workbook to a new file, in the same kind of process. */
export function writeWorkbook(document: ReportDocument, path: string, writing: Writing = {}): Promise<void> {
  return write({ document, path }, writing);
}

async function write(message: ToWriter, { signal, begun }: Writing): Promise<void> {
  signal?.throwIfAborted();
  const said: Exclude<FromWriter, { readonly kind: 'writing' }>[] = [];
  const child = startChild<ToWriter, FromWriter>({
    entry: childEntry('report-process'), heapMegabytes, confined: false, speaks: fromWriter,
    heard: (message) => {
      if (message.kind === 'writing') {
        begun?.(message.format);
        return;
      }
      said.push(message);
      child.kill();
    },
  });
  const stop = (): void => { child.kill(); };
  signal?.addEventListener('abort', stop, { once: true });
  child.send(message);
  const { lastWords } = await child.exited;
  signal?.removeEventListener('abort', stop);
  const [answer] = said;
  if (answer?.kind === 'written') return;
  signal?.throwIfAborted();
  throw failure(answer, lastWords);
}

function failure(answer: Extract<FromWriter, { readonly kind: 'failed' }> | undefined, lastWords: string): Error {
  if (answer === undefined) return new Error(`the writing process ended without a result: ${lastWords}`);
  return Object.assign(new Error(answer.message), answer.code === null ? {} : { code: answer.code });
}
