import { z } from 'zod';
import type { ReportInput } from '#assessments';
import { startChild } from '../intake/child.ts';
import { childEntry } from '../intake/child-entry.ts';

export type ReportToWrite = { readonly format: 'pdf' | 'xlsx' | 'json'; readonly path: string };
/** What the writing process is told, once. */
export type ToWriter = { readonly input: ReportInput; readonly files: readonly ReportToWrite[] };
/** What it says, once. `code` is that of the file system. */
export type FromWriter = { readonly kind: 'written' } | { readonly kind: 'failed'; readonly code: string | null; readonly message: string };

const fromWriter: z.ZodType<FromWriter> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('written') }),
  z.strictObject({ kind: z.literal('failed'), code: z.string().nullable(), message: z.string() }),
]);
const heapMegabytes = 1_024;

/** Writes the reports in a process of their own: drawing takes seconds, in which ratings must still be answered. */
export async function writeReports(input: ReportInput, files: readonly ReportToWrite[]): Promise<void> {
  const said: FromWriter[] = [];
  const child = startChild<ToWriter, FromWriter>({
    entry: childEntry('report-process'), heapMegabytes, confined: false, speaks: fromWriter,
    heard: (message) => { said.push(message); child.kill(); },
  });
  child.send({ input, files });
  const { lastWords } = await child.exited;
  const [answer] = said;
  if (answer?.kind === 'written') return;
  const message = answer?.message ?? `the writing process ended without a result: ${lastWords}`;
  throw Object.assign(new Error(message), answer === undefined || answer.code === null ? {} : { code: answer.code });
}
