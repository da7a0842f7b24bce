import type { ReportFile, ReportRequest, Told } from '#contract';
import { ask, languageOf, say, showProblem, type Desk } from './desk.ts';
import type { Reporting } from './state.ts';
import { textOf } from '../text/text.ts';

let jobs = 0;

/** Has the chosen reports written; they wait on the list until they are saved. */
export async function makeReport(desk: Desk, choice: Omit<ReportRequest, 'assessment' | 'job'>): Promise<void> {
  const { working, reporting } = desk.store.get();
  if (working === null || reporting.job !== null) return;

  jobs += 1;
  const job = `report-${jobs}-${Math.trunc(performance.timeOrigin + performance.now())}`;
  setReporting(desk, { job, progress: null, of: choice.formats.length });
  const reply = await desk.bridge.call('makeReport', { assessment: working.assessment, job, ...choice });
  setReporting(desk, { job: null, progress: null });
  if (!reply.ok) {
    if (reply.problem.kind === 'cancelled') say(desk, textOf(languageOf(desk.store.get()))('reports.cancelled'));
    else showProblem(desk, reply.problem);
    return;
  }
  const madeAt = now();
  const made = reply.value.files.map((file) => ({ file, depth: choice.depth, language: choice.language, madeAt, savedAt: null }));
  desk.store.set((state) => (state.working?.assessment === working.assessment ? { ...state, reporting: { ...state.reporting, made: [...made, ...state.reporting.made] } } : state));
}

export async function cancelReport(desk: Desk): Promise<void> {
  const { job } = desk.store.get().reporting;
  if (job !== null) await ask(desk, 'cancel', { job });
}

/** Lets the user save a finished file, which can be saved once, and notes when. */
export async function deliverReport(desk: Desk, file: ReportFile): Promise<void> {
  if (!(await desk.bridge.deliver(file))) return;

  const savedAt = now();
  desk.store.set((state) => ({ ...state, reporting: { ...state.reporting, made: state.reporting.made.map((one) => (one.file.download === file.download ? { ...one, savedAt } : one)) } }));
  say(desk, textOf(languageOf(desk.store.get()))('reports.saved', { name: file.name }));
}

/** Progress of the reports being written; false where it is about something else. */
export function takeReportProgress(desk: Desk, progress: Extract<Told, { kind: 'progress' }>): boolean {
  if (desk.store.get().reporting.job !== progress.job) return false;
  setReporting(desk, { progress });
  return true;
}

function setReporting(desk: Desk, change: Partial<Reporting>): void {
  desk.store.set((state) => ({ ...state, reporting: { ...state.reporting, ...change } }));
}

function now(): string {
  return new Date().toISOString();
}
