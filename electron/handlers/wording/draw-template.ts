import { z } from 'zod';
import { wordingWorkbook, type Pack, type WordingWorkbook } from '#assessments';
import { startChild } from '../../intake/child.ts';
import { childEntry } from '../../intake/child-entry.ts';

export type TemplateLanguage = 'zh' | 'en' | 'both';
/** What the drawing process is told, once, and what it answers. */
export type ToDrawer = { readonly document: WordingWorkbook; readonly language: TemplateLanguage };
export type FromDrawer = { readonly bytes: Uint8Array };

const heapMegabytes = 512;
const fromDrawer: z.ZodType<FromDrawer> = z.strictObject({ bytes: z.instanceof(Uint8Array) });

/** The bytes of a pack's wording workbook, drawn in a process of its own: it takes a second, in which ratings must still be answered. */
export async function drawTemplate(pack: Pack, language: TemplateLanguage): Promise<Uint8Array> {
  const said: Uint8Array[] = [];
  const child = startChild<ToDrawer, FromDrawer>({
    entry: childEntry('template-process'), heapMegabytes, confined: true, speaks: fromDrawer,
    heard: ({ bytes }) => {
      said.push(bytes);
      child.kill();
    },
  });
  child.send({ document: wordingWorkbook(pack), language });
  const { lastWords } = await child.exited;
  const [bytes] = said;
  if (bytes === undefined) throw new Error(`the drawing process ended without a workbook: ${lastWords}`);
  return bytes;
}
