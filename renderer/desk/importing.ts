import type { IntakeReport, Problem, Reply, SourceHandle, Told } from '#contract';
import { RefusedUpload, uploadJob } from '../browser-uploads.ts';
import { languageOf, say, type Desk } from './desk.ts';
import { fileProblem, ownProblem } from '../problems.ts';
import { readAgain } from './reading.ts';
import { rememberedJob, rememberJob } from './remembering.ts';
import { textOf } from '../text/text.ts';

let jobs = 0;

/** Imports what `choose` gives into the open assessment, from the first upload to the page that says what was taken. */
export async function importFrom(desk: Desk, choose: () => Promise<readonly SourceHandle[] | null>): Promise<void> {
  const { working, importing } = desk.store.get();
  if (working === null || importing.state === 'running') return;

  const chosen = await choose().then((sources) => ({ sources }), (error: unknown) => ({ problem: uploadProblem(error) }));
  if ('problem' in chosen) {
    desk.store.set((state) => ({ ...state, importing: { state: 'failed', problem: chosen.problem } }));
    return;
  }
  const { sources } = chosen;
  if (sources === null || sources.length === 0) {
    desk.store.set((state) => ({ ...state, importing: { state: 'idle' } }));
    return;
  }
  jobs += 1;
  const job = `import-${jobs}-${Math.trunc(performance.timeOrigin + performance.now())}`;
  desk.store.set((state) => ({ ...state, importing: { state: 'running', job, progress: null, cancelling: false } }));
  rememberJob(desk, { assessment: working.assessment, job });
  await settle(desk, await desk.bridge.call('importEvidence', { assessment: working.assessment, sources, job }));
}

/** After the page was loaded again: shows the import it had begun, as it goes on in the program or as it has ended. */
export async function rejoinImport(desk: Desk): Promise<void> {
  const begun = rememberedJob(desk);
  if (begun === null || begun.assessment !== desk.store.get().working?.assessment) return;

  desk.store.set((state) => ({ ...state, importing: { state: 'running', job: begun.job, progress: null, cancelling: false } }));
  const reply = await desk.bridge.call('rejoin', { job: begun.job });
  if (reply.ok || reply.problem.kind !== 'not-found') await settle(desk, reply);
  else {
    rememberJob(desk, null);
    dismissImport(desk);
  }
}

/** Shows what became of an import. */
async function settle(desk: Desk, reply: Reply<IntakeReport>): Promise<void> {
  // A page that is being loaded again loses its connection, not its import.
  if (reply.ok || reply.problem.kind !== 'io') rememberJob(desk, null);
  if (reply.ok) {
    desk.store.set((state) => ({ ...state, importing: { state: 'done', report: reply.value, undone: false } }));
    await readAgain(desk);
    return;
  }
  const cancelled = reply.problem.kind === 'cancelled';
  desk.store.set((state) => ({ ...state, importing: cancelled ? { state: 'idle' } : { state: 'failed', problem: reply.problem } }));
  if (cancelled) say(desk, textOf(languageOf(desk.store.get()))('import.cancelled'));
}

/** Why the chosen files did not reach the program; a file that was refused is named. */
export function uploadProblem(error: unknown): Problem {
  if (!(error instanceof RefusedUpload)) return ownProblem('io', 'bridge.upload');
  if (error.status === null) return fileProblem('bridge.lost-file', error.path);
  return fileProblem(error.status === tooLarge ? 'bridge.too-large' : 'bridge.refused-file', error.path);
}

/** HTTP: the content is more than the program takes. */
const tooLarge = 413;

/** Progress of the import under way, or of the upload before it. */
export function takeProgress(desk: Desk, progress: Extract<Told, { kind: 'progress' }>): void {
  desk.store.set((state) => {
    const { importing } = state;
    if (progress.job === uploadJob) {
      const ours = importing.state !== 'running' || importing.job === uploadJob;
      return ours ? { ...state, importing: { state: 'running', job: uploadJob, progress, cancelling: importing.state === 'running' && importing.cancelling } } : state;
    }
    return importing.state === 'running' && importing.job === progress.job ? { ...state, importing: { ...importing, progress } } : state;
  });
}

export async function cancelImport(desk: Desk): Promise<void> {
  const { importing } = desk.store.get();
  if (importing.state !== 'running') return;

  desk.store.set((state) => (state.importing.state === 'running' ? { ...state, importing: { ...state.importing, cancelling: true } } : state));
  await desk.bridge.call('cancel', { job: importing.job });
}

/** Closes the result page of an import. */
export function dismissImport(desk: Desk): void {
  desk.store.set((state) => ({ ...state, importing: { state: 'idle' } }));
}

export function markImportUndone(desk: Desk): void {
  desk.store.set((state) => (state.importing.state === 'done' ? { ...state, importing: { ...state.importing, undone: true } } : state));
}
