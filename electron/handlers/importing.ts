import { z } from 'zod';
import { ok, type Author, type Draft, type FileReading } from '#assessments';
import type { IntakeReport, Reply, Saved } from '#contract';
import type { EarlierFile } from '../intake/evidence-paths.ts';
import type { TakenIn } from '../intake/ledger.ts';
import { readAlong } from '../intake/read-along.ts';
import type { FileToRead } from '../intake/reader.ts';
import { type StagedFile, startIntake } from '../intake/start-intake.ts';
import { removeLeftovers } from '../storage/leftovers.ts';
import { stagingPath } from '../storage/staging.ts';
import { analyse } from './analysis.ts';
import type { Context } from './context.ts';
import type { Feature } from './handler.ts';
import type { Source } from './handles.ts';
import { takeTogether, type Together } from './import-sources.ts';
import { cancellable } from './jobs.ts';
import { withAuthor } from './opened.ts';
import { refused } from './problems.ts';
import { throttledProgress } from './progress.ts';
import { savedState, withJoining } from './record.ts';
import { readingsTaken, withoutPurged } from './refused-again.ts';
import { replacing } from './replacing.ts';
import type { Session } from './session.ts';
import { intakeReport } from './views/intake-report.ts';

/** Files in one `evidence.added` event: an event stays small enough to be hashed and read at once. */
const filesPerEvent = 1_000;

const job = z.string().min(1).max(64);

export const importing: Feature<'importEvidence' | 'rejoin' | 'cancel'> = {
  importEvidence: {
    input: z.strictObject({ assessment: z.string().max(64), sources: z.array(z.string().max(64)).min(1).max(10_000).readonly(), job }),
    run: (input, context) => withAuthor(context, input.assessment, async (session, author) => {
      if (session.busy()) return refused('import-running');
      const sources = input.sources.map((handle) => context.handles.take(handle));
      const known = sources.filter((source) => source !== undefined);
      try {
        if (known.length < sources.length) return refused('source-gone');
        return await remembered(context, input.job, session.work((closing) => cancellable(context, input.job, closing, (signal) => importFrom(known, { session, author, context, signal, job: input.job }))));
      } finally {
        for (const source of known) if (source.kind === 'upload') source.discard();
      }
    }),
  },

  rejoin: {
    input: z.strictObject({ job }),
    run: (input, { imports }) => imports.get(input.job) ?? refused('no-job'),
  },

  cancel: {
    input: z.strictObject({ job }),
    run: (input, context) => {
      context.jobs.get(input.job)?.abort();
      return ok(null);
    },
  },
};

/** How many imports can be rejoined: a page that is loaded again asks for its last one. */
const rememberedImports = 4;

/** Keeps what an import answers, so that a page that was loaded again meanwhile gets it too. */
function remembered({ imports }: Context, name: string, reply: Promise<Reply<IntakeReport>>): Promise<Reply<IntakeReport>> {
  imports.delete(name);
  imports.set(name, reply);
  for (const oldest of [...imports.keys()].slice(0, -rememberedImports)) imports.delete(oldest);
  return reply;
}

type Import = { readonly session: Session; readonly author: Author; readonly context: Context; readonly signal: AbortSignal; readonly job: string };

/** Takes the files in, reads them, and adopts all of it in one transaction; whatever ends before that leaves no trace. */
export async function importFrom(sources: readonly Source[], about: Import): Promise<Reply<IntakeReport>> {
  const { session: { store }, context, signal } = about;
  const intake = context.surroundings.newId();
  const together = takeTogether(context.surroundings.runFolder, intake, sources);
  const progress = throttledProgress(context, about.job);
  const staging = stagingPath(store.path, intake);
  const reading = readAlong({ signal });
  const files: FileToRead[] = [];
  const purged = new Set(store.state().purged.map(({ artefact }) => artefact));
  const given = (taken: readonly StagedFile[]): void => {
    const toRead = taken.filter(({ entry }) => !purged.has(entry.artefact)).map(({ entry, place }) => ({ entry, bytes: () => place ?? store.readArtefact(entry.artefact) }));
    files.push(...toRead);
    reading.add(toRead);
  };
  try {
    const taken = await startIntake(together.sources, { stagingPath: staging, known: store.artefactHashes(), takenPaths: takenPaths(about.session), progress, taken: given, signal });
    const readings = await reading.finish(files, progress);
    signal.throwIfAborted();
    const kept = withoutPurged(withUnsafe(taken, together), purged);
    return ok(await recordImport(about, intake, kept, readingsTaken(readings, kept), staging));
  } finally {
    reading.close();
    together.discard();
    removeLeftovers(staging);
  }
}

async function recordImport(about: Import, intake: string, taken: TakenIn, readings: readonly FileReading[], staging: string): Promise<IntakeReport> {
  const { session, context } = about;
  const warnings = Map.groupBy(taken.warnings, ({ path }) => path);
  const rows = readings.map((reading) => ({ ...reading, intake, diagnostics: [...warnings.get(reading.path) ?? [], ...reading.diagnostics] }));
  const saved = await adopt(about, intake, taken, staging);
  session.store.saveReadings(rows);
  session.changed();
  context.tell({ kind: 'changed', assessment: session.handle, revision: saved.revision });
  await analyse(session, context);
  return intakeReport({ intake, taken, rows, saved });
}

/** All events of an import are one batch, so that one key press takes it back. Nothing is recorded where nothing was taken. */
async function adopt({ session, author, context }: Import, intake: string, taken: TakenIn, staging: string): Promise<Saved & { readonly batch: string }> {
  if (taken.files.length === 0) return { ...savedState(session), batch: '' };
  const parts = Array.from({ length: Math.ceil(taken.files.length / filesPerEvent) }, (_part, index) => taken.files.slice(index * filesPerEvent, (index + 1) * filesPerEvent));
  const added = parts.map((files): Draft => ({ type: 'evidence.added', payload: { intake, label: taken.label, files } }));
  const { before, after } = replacing(session.store.state(), { intake, label: taken.label, changed: taken.changed }, context.surroundings.newId);
  return session.store.adopt({ path: staging }, withJoining(session, author, [...before, ...added, ...after]), { author });
}

function takenPaths({ store }: Session): ReadonlyMap<string, EarlierFile> {
  const { intakes, purged } = store.state();
  const gone = new Set(purged.map(({ artefact }) => artefact));
  return new Map(intakes.flatMap(({ label, files }) => files.filter(({ artefact }) => !gone.has(artefact)).map(({ path, artefact }) => [path, { artefact, label }])));
}

/** Uploaded files that could not be laid out count as offered and refused, so that the result page adds up. */
function withUnsafe(taken: TakenIn, { unsafe }: Together): TakenIn {
  const refusals = unsafe.map((path) => ({ path, kind: 'unsafe-name' as const, zh: '文件路径无法在本机表示，未导入。请改名后重新导入。', en: 'This path cannot stand on this machine, so the file was not taken. Rename it and import it again.' }));
  return { ...taken, offered: taken.offered + unsafe.length, refusals: [...taken.refusals, ...refusals] };
}
