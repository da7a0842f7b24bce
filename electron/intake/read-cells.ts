import { z } from 'zod';
import { fail, ok, type Bilingual, type DecodedSheet, type Result } from '#assessments';
import { startChild } from './child.ts';
import { childEntry } from './child-entry.ts';
import { workbookLimits } from './decode/decode-limits.ts';
import { readingLimits } from './limits.ts';

/** What the workbook process is told, once, and what it answers. */
export type ToWorkbook = { readonly bytes: Uint8Array };
export type FromWorkbook = { readonly kind: 'sheets'; readonly sheets: readonly DecodedSheet[] } | { readonly kind: 'unreadable'; readonly reason: Unreadable };
type Unreadable = 'workbookDamaged' | 'workbookTooLarge' | 'workbookCut';

const text = z.string().max(workbookLimits.characters);
/** A process that touches untrusted bytes is not trusted itself: what it says is checked. */
const fromWorkbook: z.ZodType<FromWorkbook> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sheets'), sheets: z.array(z.strictObject({ name: text, hidden: z.boolean(), rows: z.array(z.array(text).readonly()).readonly() })).max(workbookLimits.sheets).readonly() }),
  z.strictObject({ kind: z.literal('unreadable'), reason: z.enum(['workbookDamaged', 'workbookTooLarge', 'workbookCut']) }),
]);

/** Why a workbook that a person filled in cannot be read, and what to do. */
const sentences = {
  workbookDamaged: { zh: '这个文件不是可读取的 Excel 工作簿（.xlsx）；请用 Excel 或 LibreOffice 打开，另存为 .xlsx 后再试。', en: 'This file is not an Excel workbook (.xlsx) that can be read; open it in Excel or LibreOffice, save it as .xlsx and try again.' },
  workbookTooLarge: { zh: '工作簿的内容过多，没有读取；请只保留需要导入的工作表。', en: 'The workbook holds too much and was not read; keep only the sheets that are to be imported.' },
  workbookCut: { zh: '工作簿的单元格过多，没有读取；请删去表格以外的内容和空白行列。', en: 'The workbook has too many cells and was not read; remove what lies outside its tables and empty rows and columns.' },
  tooSlow: { zh: '读取工作簿用时过长，已停止；请另存一份较简单的工作簿再试。', en: 'Reading the workbook took too long and was stopped; save a simpler copy of it and try again.' },
  tooMuchMemory: { zh: '读取工作簿耗尽了可用内存，已停止；请另存一份较简单的工作簿再试。', en: 'Reading the workbook used up the memory allowed for it and was stopped; save a simpler copy of it and try again.' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** The longest a workbook of a person may take to be read, start of the process included. */
const milliseconds = 30_000;

/** The cells of an Excel workbook as they are shown, decoded in a process of its own with limits on heap and time. Fails with one sentence. */
export async function readCells(bytes: Uint8Array): Promise<Result<readonly DecodedSheet[], Bilingual>> {
  if (bytes.length > readingLimits.decodedBytes) return fail(sentences.workbookTooLarge);
  const said: FromWorkbook[] = [];
  const child = startChild<ToWorkbook, FromWorkbook>({
    entry: childEntry('workbook-process'), heapMegabytes: readingLimits.heapMegabytes, confined: true, speaks: fromWorkbook,
    heard: (message) => {
      said.push(message);
      child.kill();
    },
  });
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    child.kill();
  }, milliseconds);
  child.send({ bytes });
  await child.exited;
  clearTimeout(timer);
  const [answer] = said;
  if (answer?.kind === 'sheets') return ok(answer.sheets);
  return fail(sentences[answer?.reason ?? (late ? 'tooSlow' : 'tooMuchMemory')]);
}
