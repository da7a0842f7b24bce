import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReportRequest } from '#contract';
import type { Context } from '../../handlers/context.ts';
import { reportInput } from '../../handlers/reports.ts';
import { writeReport } from '../../handlers/write-report.ts';
import type { Session } from '../../handlers/session.ts';
import { type Terminal, inLanguage } from '../terminal.ts';
import { withAssessment } from '../workplace.ts';

export type ReportOptions = Pick<ReportRequest, 'depth' | 'language'>;

/** The names under which a command leaves its reports. */
const fileNames = { pdf: 'report.pdf', xlsx: 'report.xlsx', json: 'result.json' } as const;

/** Writes PDF, XLSX and JSON into a folder, over those of an earlier run. */
export function makeReports(terminal: Terminal, file: string, options: { readonly out: string; readonly pack?: string; readonly depth: ReportRequest['depth']; readonly lang: ReportRequest['language'] }): Promise<number> {
  return withAssessment(terminal.resolve(file), options.pack, async (session, { context }) => {
    await writeReports(session, context, terminal.resolve(options.out), { depth: options.depth, language: options.lang });
    terminal.out(inLanguage(terminal, { zh: `报告已写入 ${options.out}：${Object.values(fileNames).join('、')}`, en: `Wrote ${Object.values(fileNames).join(', ')} into ${options.out}` }));
    return 0;
  });
}

export async function writeReports(session: Session, context: Context, folder: string, options: ReportOptions): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const input = await reportInput(session, context, options);
  for (const format of ['pdf', 'xlsx', 'json'] as const) writeFileSync(join(folder, fileNames[format]), await writeReport(input, format));
}
