import { rmSync, statSync } from 'node:fs';
import { z } from 'zod';
import { ok, placeText, type Plan, type ReportInput } from '#assessments';
import type { ReportFile, ReportRequest } from '#contract';
import { analyse } from './analysis.ts';
import type { Context } from './context.ts';
import { freePath, safeFileName } from './file-names.ts';
import type { Feature } from './handler.ts';
import { cancellable, unlessAborted } from './jobs.ts';
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
      return cancellable(context, request.job, session.closing, async (signal) => {
        const input: ReportInput = { ...(await reportInput(session, context, request, { signal })), comparison };
        const files = [...new Set(request.formats)].map((format) => ({ format, path: freePath(context.surroundings.runFolder, `report-${context.surroundings.newId()}`, `.${format}`) }));
        await write(context, input, files, { signal, job: request.job });
        return ok({ files: files.map(({ format, path }) => offer(context, input, format, path)) });
      });
    }),
  },
};

/** Writes them, telling which is being written. Where that fails or is stopped nothing is left of them. */
async function write(context: Context, input: ReportInput, files: readonly ReportToWrite[], { signal, job }: { readonly signal: AbortSignal; readonly job: string | undefined }): Promise<void> {
  const tell = job === undefined ? undefined : throttledProgress(context, job);
  try {
    await writeReports(input, files, { signal, begun: (format) => tell?.({ phase: 'writing', done: files.findIndex((file) => file.format === format), total: files.length, bytesDone: 0, bytesTotal: null, current: format }) });
  } catch (thrown) {
    for (const { path } of files) rmSync(path, { force: true });
    throw thrown;
  }
}

/**
 * Everything a report says about the assessment as it stands; its plan is computed unless one is given. Throws the
 * signal's reason as soon as it is aborted.
 */
export async function reportInput(session: Session, context: Context, { language, depth }: Pick<ReportRequest, 'language' | 'depth'>, { plan: given, signal = session.closing }: { readonly plan?: Plan; readonly signal?: AbortSignal } = {}): Promise<ReportInput> {
  const { suggestions, facts, readings } = await unlessAborted(analyse(session, context), signal);
  const { pack, store } = session;
  const state = store.state();
  const result = session.result();
  const cited = citedFacts({ suggestions, facts, files: 0 }).map(({ fact }) => fact.place);
  const [plan, show] = await unlessAborted(Promise.all([given ?? planOf(session, depth === 'executive' ? {} : { curve: true, alternatives: 3 }, signal), showPlaces(session, cited)]), signal);
  const lines = cited.flatMap((place) => { const shown = show(place); return shown === null || 'lines' in place ? [] : [[placeText(place), shown.lines] as const]; });
  return { pack, state, result, suggestions, facts, readings, lines, plan, options: { language, depth, withPersonalData: false } };
}

function offer({ handles }: Context, { state }: ReportInput, format: Format, path: string): ReportFile {
  const name = `${safeFileName([state.organisation, state.project], 'report')}.${format}`;
  return { name, size: statSync(path).size, format, download: handles.offer({ path, name, mediaType: mediaTypes[format] }) };
}
