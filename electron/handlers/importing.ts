import { z } from 'zod';
import { ok, type Author, type Draft, type FileReading } from '#assessments';
import type { Input, IntakeReport, Reply } from '#contract';
import { analyse as readFiles } from '../intake/analyse.ts';
import { takeIn, type IntakeSource } from '../intake/take-in.ts';
import type { TakenIn } from '../intake/ledger.ts';
import { createStaging, stagingPath, type Staging } from '../storage/staging.ts';
import { analyse } from './analysis.ts';
import type { Context } from './context.ts';
import type { Feature } from './handler.ts';
import type { Source } from './handles.ts';
import { withAuthor } from './opened.ts';
import { refused } from './problems.ts';
import { throttledProgress } from './progress.ts';
import { withJoining } from './record.ts';
import type { Session } from './session.ts';

/** Files in one `evidence.added` event: an event stays small enough to be hashed and read at once. */
const filesPerEvent = 1_000;

const job = z.string().min(1).max(64);

export const importing: Feature<'importEvidence' | 'cancel'> = {
  importEvidence: {
    input: z.strictObject({ assessment: z.string().max(64), sources: z.array(z.string().max(64)).min(1).max(10_000).readonly(), job }),
    run: (input, context) => withAuthor(context, input.assessment, async (session, author) => {
      if (session.busy()) return refused('import-running');
      const sources = input.sources.map((handle) => context.handles.take(handle));
      const known = sources.filter((source) => source !== undefined);
      try {
        if (known.length < sources.length) return refused('source-gone');
        return await session.work(() => cancellable(context, input, (signal) => importFrom(known, { session, author, context, signal, job: input.job })));
      } finally {
        for (const source of known) if (source.kind === 'upload') source.discard();
      }
    }),
  },

  cancel: {
    input: z.strictObject({ job }),
    run: (input, context) => {
      context.jobs.get(input.job)?.abort();
      return ok(null);
    },
  },
};

async function cancellable<Value>({ jobs }: Context, input: Input<'importEvidence'>, run: (signal: AbortSignal) => Promise<Reply<Value>>): Promise<Reply<Value>> {
  const controller = new AbortController();
  jobs.set(input.job, controller);
  try {
    return await run(controller.signal);
  } catch (error) {
    if (controller.signal.aborted) return refused('cancelled');
    throw error;
  } finally {
    jobs.delete(input.job);
  }
}

type Import = { readonly session: Session; readonly author: Author; readonly context: Context; readonly signal: AbortSignal; readonly job: string };

/** Takes the files in, reads them, and adopts all of it in one transaction; whatever happens before that leaves no trace. */
async function importFrom(sources: readonly Source[], about: Import): Promise<Reply<IntakeReport>> {
  const { session: { store }, context, signal } = about;
  const intake = context.surroundings.newId();
  const progress = throttledProgress(context, about.job);
  const staging = createStaging(stagingPath(store.path, intake));
  try {
    const taken = await takeIn(sources.map(asIntakeSource), { staging, known: store.hasArtefact, takenPaths: takenPaths(about.session), progress, signal });
    staging.finish();
    const readings = await readFiles(taken.files.map((entry) => ({ entry, bytes: () => bytesOf(staging, store, entry.artefact) })), { progress, signal });
    signal.throwIfAborted();
    const saved = taken.files.length === 0 ? null : await adopt(about, intake, taken, staging);
    if (saved !== null) store.saveReadings(readings.map((reading) => ({ ...withWarnings(reading, taken), intake })));
    return await report(about, { intake, taken, readings, batch: saved?.batch ?? '' });
  } finally {
    staging.discard();
  }
}
