import { setImmediate } from 'node:timers/promises';
import { completeFacts, suggestStepwise, type AssessmentState, type Diagnostic, type EvidenceFile, type Fact, type FileReading, type Suggestion } from '#assessments';
import { analyse as readFiles } from '../intake/analyse.ts';
import { outdatedRepositories } from '../intake/repositories.ts';
import type { Context } from './context.ts';
import { throttledProgress } from './progress.ts';
import type { Session } from './session.ts';
import type { ReadFile } from './views/evidence.ts';

/** Everything that was read out of the evidence of an assessment, and what the checks of its pack make of it. */
export type Analysis = {
  readonly facts: readonly Fact[]; readonly suggestions: readonly Suggestion[]; readonly diagnostics: readonly Diagnostic[];
  readonly files: number;
  readonly readings: readonly FileReading[];
  readonly readOf: (path: string) => ReadFile | undefined;
};

/** `before`: the analysis of the evidence as it stood before in this session. */
type Held = { readonly key: string; readonly analysis: Promise<Analysis>; readonly before: Omit<Held, 'before'> | null };
const held = new WeakMap<Session, Held>();

/**
 * The analysis of the evidence as it stands; computed once and kept until the evidence, the mapping of a table or the edition of the pack changes. Files whose readings are
 * not in the file (an old one, or rebuilt) are read first, which is told as progress.
 */
export function analyse(session: Session, context: Context): Promise<Analysis> {
  const evidence = evidenceNow(session);
  const key = keyFor(session, evidence);
  const before = held.get(session);
  if (before?.key === key) return before.analysis;
  const analysis = readAndSuggest(session, context, evidence);
  held.set(session, { key, analysis, before: before === undefined ? null : { key: before.key, analysis: before.analysis } });
  analysis.catch(() => { held.delete(session); });
  return analysis;
}

/** The suggestions for the evidence as it stood in an earlier state, under the edition that counts now; what was purged since is not in it. */
export async function suggestionsAt(session: Session, context: Context, state: AssessmentState): Promise<readonly Suggestion[]> {
  const evidence = { files: filesOf(session, state.intakes), mappings: state.mappings };
  const key = keyFor(session, evidence);
  const known = [held.get(session), held.get(session)?.before].find((one) => one?.key === key);
  return (await (known?.analysis ?? readAndSuggest(session, context, evidence))).suggestions;
}

/** The suggestions as they would be without some files. */
export async function suggestionsWithout(session: Session, context: Context, paths: ReadonlySet<string>): Promise<readonly Suggestion[]> {
  const { readings } = await analyse(session, context);
  return (await suggestMeanwhile(session, completeFacts(readings.filter(({ path }) => !paths.has(path))).facts)).suggestions;
}

/** The evidence an analysis is of: its files, and how tables in them are read. */
type Evidence = { readonly files: readonly FileOfIntake[]; readonly mappings: AssessmentState['mappings'] };
type FileOfIntake = EvidenceFile & { readonly intake: string };

function evidenceNow(session: Session): Evidence {
  const { intakes, mappings } = session.store.state();
  return { files: filesOf(session, intakes), mappings };
}

function keyFor({ pack }: Session, { files, mappings }: Evidence): string {
  return [pack.hash, JSON.stringify(mappings), ...files.map(({ intake, path, artefact }) => `${intake} ${artefact} ${path}`)].join('\n');
}

async function readAndSuggest(session: Session, context: Context, evidence: Evidence): Promise<Analysis> {
  const readings = await readingsOf(session, context, evidence);
  const { facts, diagnostics: together } = completeFacts(readings);
  const { suggestions, diagnostics } = await suggestMeanwhile(session, facts);
  const factsOf = factsByFile(facts);
  const byPath = new Map(readings.map(({ path, importer, diagnostics: told }): readonly [string, ReadFile] => [path, { importer, facts: factsOf.get(path) ?? [], diagnostics: [...told, ...together.filter((one) => one.path === path)] }]));
  return { facts, suggestions, diagnostics, readings, files: readings.length, readOf: (path) => byPath.get(path) };
}

const pauseAfterMs = 20;

/** Suggests while ratings are answered in between: with 100,000 facts it takes seconds. */
async function suggestMeanwhile({ program, closing }: Session, facts: readonly Fact[]): Promise<Pick<Analysis, 'suggestions' | 'diagnostics'>> {
  const steps = suggestStepwise(program, facts);
  let since = performance.now();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    if (performance.now() - since < pauseAfterMs) continue;
    await setImmediate();
    closing.throwIfAborted();
    since = performance.now();
  }
}

/** Indices of the facts that were read from each file; a fact of several files counts for every one of them. */
function factsByFile(facts: readonly Fact[]): ReadonlyMap<string, readonly number[]> {
  const byFile = new Map<string, number[]>();
  for (const [index, { place, also }] of facts.entries()) {
    for (const file of new Set([place, ...also].map((one) => one.file))) {
      const known = byFile.get(file);
      if (known === undefined) byFile.set(file, [index]);
      else known.push(index);
    }
  }
  return byFile;
}

/** One reading per evidence file, in the order of the files; what is missing is read now and kept. */
async function readingsOf(session: Session, context: Context, { files, mappings }: Evidence): Promise<readonly FileReading[]> {
  const { store } = session;
  const known = new Map<string, FileReading>(store.readings().map((reading) => [keyOf(reading), reading]));
  const outdated = new Set(outdatedRepositories(files, (file) => known.get(keyOf(file))));
  const missing = files.filter((file) => (outdated.has(file) || !known.has(keyOf(file))) && store.hasArtefact(file.artefact));
  if (missing.length > 0) {
    const job = `reading-${session.handle}`;
    const read = await readFiles(missing.map((entry) => ({ entry, bytes: () => store.readArtefact(entry.artefact) })), { progress: throttledProgress(context, job), signal: session.closing });
    const rows = read.map((reading, index) => ({ ...reading, intake: missing[index]?.intake ?? '' }));
    if (!store.readOnly) store.saveReadings(rows);
    for (const row of rows) known.set(keyOf(row), row);
  }
  for (const reading of await mappedReadings(session, context, { files, mappings })) known.set(keyOf(reading), reading);
  return files.flatMap((file) => known.get(keyOf(file)) ?? []);
}

/** Tables for which a person made a mapping, read by it. They are few and small, and are not kept: without its mapping a table is read as before. */
async function mappedReadings(session: Session, context: Context, { files, mappings }: Evidence): Promise<readonly (FileReading & { readonly intake: string })[]> {
  const { store } = session;
  const byFile = new Map(mappings.flatMap(({ file, mapping }) => (mapping === null ? [] : [[keyOf(file), mapping] as const])));
  const mapped = files.flatMap((entry) => {
    const mapping = byFile.get(keyOf(entry));
    return mapping === undefined || !store.hasArtefact(entry.artefact) ? [] : [{ entry, mapping, bytes: () => store.readArtefact(entry.artefact) }];
  });
  if (mapped.length === 0) return [];
  const read = await readFiles(mapped, { progress: throttledProgress(context, `reading-${session.handle}`), signal: session.closing });
  return read.map((reading, index) => ({ ...reading, intake: mapped[index]?.entry.intake ?? '' }));
}

/** The files of intakes whose bytes were not purged since. */
function filesOf({ store }: Session, intakes: AssessmentState['intakes']): readonly FileOfIntake[] {
  const gone = new Set(store.state().purged.map(({ artefact }) => artefact));
  return intakes.flatMap((intake) => intake.files.filter(({ artefact }) => !gone.has(artefact)).map((file) => ({ ...file, intake: intake.id })));
}

/** A newer version of a file has its path, and another intake. */
function keyOf({ intake, path }: { readonly intake: string; readonly path: string }): string {
  return `${intake}/${path}`;
}
