import { rmSync, statSync } from 'node:fs';
import { z } from 'zod';
import { ok, placeText, type Plan, type ReportInput } from '#assessments';
import type { ReportFile, ReportRequest } from '#contract';
import { analyse } from './analysis.ts';
import type { Context } from './context.ts';
import { freePath, safeFileName } from './file-names.ts';
import type { Feature } from './handler.ts';
import { withSession } from './opened.ts';
import { planOf } from './plan.ts';
import { refused } from './problems.ts';
import { throttledProgress } from './progress.ts';
import type { Session } from './session.ts';
import { sinceMilestone } from './since-milestone.ts';
import { showPlaces } from './sources.ts';
import { citedFacts } from './views/suggestions.ts';
import { writeReports, type ReportToWrite } from './write-reports.ts';

type Format = ReportRequest['formats'][number];
const mediaTypes: Readonly<Record<Format, string>> = {
  pdf: 'application/pdf', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', json: 'application/json',
};

export const reports: Feature<'makeReport'> = {
  makeReport: {
    input: z.strictObject({
      assessment: z.string().max(64), formats: z.array(z.enum(['pdf', 'xlsx', 'json'])).min(1).max(3).readonly(), language: z.enum(['zh', 'en', 'both']), depth: z.enum(['executive', 'management', 'full']), job: z.string().min(1).max(64).exactOptional(), since: z.string().min(1).max(64).exactOptional(),
    }),
    run: (request, context) => withSession(context, request.assessment, async (session) => {
      const comparison = request.since === undefined ? null : sinceMilestone(session, request.since);
      if (request.since !== undefined && comparison === null) return refused('no-milestone', request.since);
      const input: ReportInput = { ...(await reportInput(session, context, request)), comparison };
      const files = [...new Set(request.formats)].map((format) => ({ format, path: freePath(context.surroundings.runFolder, `report-${context.surroundings.newId()}`, `.${format}`) }));
      if (!(await written(context, request.job, input, files))) return refused('cancelled');
      return ok({ files: files.map(({ format, path }) => offer(context, input, format, path)) });
    }),
  },
};

/** Writes them, telling which is being written; false where the job was cancelled, and then nothing is left of them. */
async function written(context: Context, job: string | undefined, input: ReportInput, files: readonly ReportToWrite[]): Promise<boolean> {
  const stopping = new AbortController();
  if (job !== undefined) context.jobs.set(job, stopping);
  const tell = job === undefined ? undefined : throttledProgress(context, job);
  try {
    await writeReports(input, files, { signal: stopping.signal, begun: (format) => tell?.({ phase: 'writing', done: files.findIndex((file) => file.format === format), total: files.length, bytesDone: 0, bytesTotal: null, current: format }) });
    return true;
  } catch (thrown) {
    if (!stopping.signal.aborted) throw thrown;
    for (const { path } of files) rmSync(path, { force: true });
    return false;
  } finally {
    if (job !== undefined) context.jobs.delete(job);
  }
}

/** Everything a report says about the assessment as it stands; its plan is computed unless one is given. */
export async function reportInput(session: Session, context: Context, { language, depth }: Pick<ReportRequest, 'language' | 'depth'>, given?: Plan): Promise<ReportInput> {
  const { suggestions, facts, readings } = await analyse(session, context);
  const { pack, store } = session;
  const state = store.state();
  const result = session.result();
  const cited = citedFacts({ suggestions, facts, files: 0 }).map(({ fact }) => fact.place);
  const [plan, show] = await Promise.all([given ?? planOf(session, depth === 'executive' ? {} : { curve: true, alternatives: 3 }, session.closing), showPlaces(session, cited)]);
  const lines = cited.flatMap((place) => { const shown = show(place); return shown === null || 'lines' in place ? [] : [[placeText(place), shown.lines] as const]; });
  return { pack, state, result, suggestions, facts, readings, lines, plan, options: { language, depth, withPersonalData: false } };
}

function offer({ handles }: Context, { state }: ReportInput, format: Format, path: string): ReportFile {
  const name = `${safeFileName([state.organisation, state.project], 'report')}.${format}`;
  return { name, size: statSync(path).size, format, download: handles.offer({ path, name, mediaType: mediaTypes[format] }) };
}
