/** The process that draws reports and writes them to files. */
import { writeFileSync } from 'node:fs';
import { writeReport } from './write-report.ts';
import type { FromWriter, ToWriter } from './write-reports.ts';

process.once('message', (message: ToWriter) => { void run(message); });
process.on('disconnect', () => { process.exit(); });

async function run({ input, files }: ToWriter): Promise<void> {
  try {
    for (const { format, path } of files) writeFileSync(path, await writeReport(input, format), { mode: 0o600, flag: 'wx' });
    say({ kind: 'written' });
  } catch (thrown) {
    const code = thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : null;
    say({ kind: 'failed', code, message: thrown instanceof Error ? thrown.stack ?? thrown.message : String(thrown) });
  }
}

function say(message: FromWriter): void {
  process.send?.(message);
}
