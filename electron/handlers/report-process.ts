/** The process that draws reports and writes them to files. */
import { writeFileSync } from 'node:fs';
import { openParent } from '../intake/parent.ts';
import { writeReport } from './write-report.ts';
import type { FromWriter, ToWriter } from './write-reports.ts';

const parent = openParent<ToWriter, FromWriter>();
parent.hear((message) => { void run(message); });

async function run(message: ToWriter): Promise<void> {
  try {
    if ('document' in message) await writeWorkbook(message);
    else await writeAll(message);
    await parent.say({ kind: 'written' });
  } catch (thrown) {
    const code = thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : null;
    await parent.say({ kind: 'failed', code, message: thrown instanceof Error ? thrown.stack ?? thrown.message : String(thrown) });
  }
}

async function writeAll({ input, files }: Extract<ToWriter, { readonly files: unknown }>): Promise<void> {
  for (const { format, path } of files) {
    await parent.say({ kind: 'writing', format });
    writeFileSync(path, await writeReport(input, format), { mode: 0o600, flag: 'wx' });
  }
}

async function writeWorkbook({ document, path }: Extract<ToWriter, { readonly document: unknown }>): Promise<void> {
  const { writeXlsx } = await import('../export/xlsx/write-xlsx.ts');
  writeFileSync(path, await writeXlsx(document), { mode: 0o600, flag: 'wx' });
}
