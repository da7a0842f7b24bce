import { setImmediate } from 'node:timers/promises';
import { completeFacts, suggestionChanges, suggestStepwise, type Diagnostic, type EvidenceFile, type Fact, type FileReading, type Suggestion, type SuggestionChange } from '#assessments';
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

/** `before`: the suggestions of the evidence as it stood before, under the same edition; null at first. `id` counts the changes. */
type Held = { readonly files: string; readonly pack: string; readonly id: number; readonly analysis: Promise<Analysis>; readonly before: Promise<readonly Suggestion[]> | null };
const held = new WeakMap<Session, Held>();

/**
 * The analysis of the evidence as it stands; computed once and kept until the evidence, the mapping of a table or the edition of the pack changes. Files whose readings are
 * not in the file (an old one, or rebuilt) are read first, which is told as progress.
 */
export function analyse(session: Session, context: Context): Promise<Analysis> {
  const files = [session.pack.hash, JSON.stringify(session.store.state().mappings), ...filesOf(session).map(({ intake, path, artefact }) => `${intake} ${artefact} ${path}`)].join('\n');
  const before = held.get(session);
  if (before?.files === files) return before.analysis;
  const analysis = readAndSuggest(session, context);
  held.set(session, { files, pack: session.pack.hash, id: (before?.id ?? 0) + 1, analysis, before: suggestionsOf(session, before) });
  analysis.catch(() => { held.delete(session); });
  return analysis;
}

/** Nothing can have changed against another edition, or against no evidence at all. */
function suggestionsOf(session: Session, before: Held | undefined): Held['before'] {
  if (before?.pack !== session.pack.hash) return null;
  return before.analysis.then(({ files, suggestions }) => (files === 0 ? [] : suggestions), () => []);
}

/** What the last change of the evidence made of the suggestions; null where there was none in this session, or nothing was there before. */
export async function changedSuggestions(session: Session): Promise<{ readonly id: number; readonly rows: readonly SuggestionChange[] } | null> {
  const now = held.get(session);
  const before = await now?.before ?? [];
  if (now === undefined || before.length === 0) return null;
  const { suggestions } = await now.analysis;
  return { id: now.id, rows: suggestionChanges(before, suggestions) };
}

async function readAndSuggest(session: Session, context: Context): Promise<Analysis> {
  const readings = await readingsOf(session, context);
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
async function readingsOf(session: Session, context: Context): Promise<readonly FileReading[]> {
  const { store } = session;
  const files = filesOf(session);
  const known = new Map<string, FileReading>(store.readings().map((reading) => [keyOf(reading), reading]));
  const outdated = new Set(outdatedRepositories(files, (file) => known.get(keyOf(file))));
  const missing = files.filter((file) => (outdated.has(file) || !known.has(keyOf(file))) && store.hasArtefact(file.artefact));
  if (missing.length > 0) {
    const job = `reading-${session.handle}`;
    const read = await readFiles(missing.map((entry) => ({ entry, bytes: () => store.readArtefact(entry.artefact) })), { progress: throttledProgress(context, job), signal: session.closing });
    const rows = read.map((reading, index) => ({ ...reading, intake: missing[index]?.intake ?? '' }));
    store.saveReadings(rows);
    for (const row of rows) known.set(keyOf(row), row);
  }
  for (const reading of await mappedReadings(session, context, files)) known.set(keyOf(reading), reading);
  return files.flatMap((file) => known.get(keyOf(file)) ?? []);
}

/** Tables for which a person made a mapping, read by it. They are few and small, and are not kept: without its mapping a table is read as before. */
async function mappedReadings(session: Session, context: Context, files: readonly (EvidenceFile & { readonly intake: string })[]): Promise<readonly (FileReading & { readonly intake: string })[]> {
  const { store } = session;
  const mappings = new Map(store.state().mappings.flatMap(({ file, mapping }) => (mapping === null ? [] : [[keyOf(file), mapping] as const])));
  const mapped = files.flatMap((entry) => {
    const mapping = mappings.get(keyOf(entry));
    return mapping === undefined || !store.hasArtefact(entry.artefact) ? [] : [{ entry, mapping, bytes: () => store.readArtefact(entry.artefact) }];
  });
  if (mapped.length === 0) return [];
  const read = await readFiles(mapped, { progress: throttledProgress(context, `reading-${session.handle}`), signal: session.closing });
  return read.map((reading, index) => ({ ...reading, intake: mapped[index]?.entry.intake ?? '' }));
}

/** The evidence files whose bytes were not purged. */
function filesOf({ store }: Session): readonly (EvidenceFile & { readonly intake: string })[] {
  const { intakes, purged } = store.state();
  const gone = new Set(purged.map(({ artefact }) => artefact));
  return intakes.flatMap((intake) => intake.files.filter(({ artefact }) => !gone.has(artefact)).map((file) => ({ ...file, intake: intake.id })));
}

/** A newer version of a file has its path, and another intake. */
function keyOf({ intake, path }: { readonly intake: string; readonly path: string }): string {
  return `${intake}/${path}`;
}
