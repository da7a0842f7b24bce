import { writeFileSync } from 'node:fs';
import { z } from 'zod';
import { buildReport, makePlan, ok, resultJson, type ReportInput } from '#assessments';
import type { ReportFile, ReportRequest } from '#contract';
import { analyse } from './analysis.ts';
import type { Context } from './context.ts';
import { freePath, safeFileName } from './file-names.ts';
import type { Feature } from './handler.ts';
import { withSession } from './opened.ts';
import type { Session } from './session.ts';

type Format = ReportRequest['formats'][number];
const mediaTypes: Readonly<Record<Format, string>> = {
  pdf: 'application/pdf', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', json: 'application/json',
};

export const reports: Feature<'makeReport'> = {
  makeReport: {
    input: z.strictObject({
      assessment: z.string().max(64), formats: z.array(z.enum(['pdf', 'xlsx', 'json'])).min(1).max(3).readonly(), language: z.enum(['zh', 'en', 'both']), depth: z.enum(['executive', 'management', 'full']),
    }),
    run: (request, context) => withSession(context, request.assessment, async (session) => {
      const input = await reportInput(session, context, request);
      const files: ReportFile[] = [];
      for (const format of new Set(request.formats)) files.push(offer(context, input, format, await writeReport(input, format)));
      return ok({ files });
    }),
  },
};

/** Everything a report says about the assessment as it stands. */
export async function reportInput(session: Session, context: Context, { language, depth }: Pick<ReportRequest, 'language' | 'depth'>): Promise<ReportInput> {
  const { suggestions, facts, readings } = await analyse(session, context);
  const { pack, store } = session;
  const state = store.state();
  const result = session.result();
  const plan = makePlan({ pack, result, target: state.targets[''] ?? null });
  return { pack, state, result, suggestions, facts, readings, plan, options: { language, depth, withPersonalData: false } };
}

/** The writers and their fonts are loaded when first needed: most sessions make no report. */
export async function writeReport(input: ReportInput, format: Format): Promise<Uint8Array> {
  switch (format) {
    case 'pdf': return (await import('../export/pdf/write-pdf.ts')).writePdf(buildReport(input));
    case 'xlsx': return (await import('../export/xlsx/write-xlsx.ts')).writeXlsx(buildReport(input));
    case 'json': return new TextEncoder().encode(`${JSON.stringify(resultJson(input), null, 2)}\n`);
  }
}

function offer({ surroundings, handles }: Context, { state }: ReportInput, format: Format, bytes: Uint8Array): ReportFile {
  const name = `${safeFileName([state.organisation, state.project], 'report')}.${format}`;
  const path = freePath(surroundings.runFolder, 'report', `.${format}`);
  writeFileSync(path, bytes, { mode: 0o600, flag: 'wx' });
  return { name, size: bytes.length, format, download: handles.offer({ path, name, mediaType: mediaTypes[format] }) };
}
