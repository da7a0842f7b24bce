import { setImmediate } from 'node:timers/promises';
import { placeLines, type EvidenceFile, type Place, type SourceFile } from '#assessments';
import type { SourceView, TreeLine } from '#contract';
import { decodeText } from '../intake/decode/decode.ts';
import { readingLimits } from '../intake/limits.ts';
import { repositoriesIn } from '../intake/repositories.ts';
import type { Session } from './session.ts';
import type { FileContent, Question, ShownPlace, TableHead } from './showing/messages.ts';
import { createShower, type Shower } from './showing/shower.ts';
import type { FactIndex } from './views/fact-index.ts';
import { excerpt, type Show, type Shown } from './views/suggestions.ts';
import { windowAround } from './views/source-window.ts';

/** Texts above this size are not searched for the lines of a cited fact: the list must come at once. */
const citedBytes = 512 * 1024;
/** What was too large to be read is not shown either. */
const shownBytes = Math.max(readingLimits.textBytes, readingLimits.decodedBytes);

const pauseAfterMs = 20;
const shownBefore = new WeakMap<Session, Map<string, Shown | null>>();

/**
 * Finds and excerpts places in the files of the assessment, for showing. Finding one means parsing its file, so it is
 * done once for each, and ratings are answered in between.
 */
export async function showPlaces(session: Session, places: readonly Place[]): Promise<Show> {
  const known = shownBefore.get(session) ?? new Map<string, Shown | null>();
  shownBefore.set(session, known);
  const files = new Map<string, SourceFile | undefined>();
  let since = performance.now();
  for (const place of places) {
    session.closing.throwIfAborted();
    if (!files.has(place.file)) files.set(place.file, sourceFile(session, place.file, citedBytes));
    const file = files.get(place.file);
    const key = keyOf(place, file);
    if (!known.has(key)) known.set(key, file === undefined ? null : shown(file, place));
    if (performance.now() - since > pauseAfterMs) {
      await setImmediate();
      since = performance.now();
    }
  }
  return (place) => known.get(keyOf(place, files.get(place.file))) ?? null;
}

function keyOf(place: Place, file: SourceFile | undefined): string {
  return `${file?.artefact ?? ''} ${JSON.stringify(place)}`;
}

function shown(file: SourceFile, place: Place): Shown | null {
  const lines = file.text === null ? null : placeLines(file, place);
  return lines === null || file.text === null ? null : { lines, excerpt: excerpt(file.text, lines) };
}

/** How many facts are told beside a file; the evidence screen lists all of them. */
const factsBeside = 50;

/** A file around a place, with the first facts read from it; undefined where the assessment has no such file. */
export async function readSourceView(session: Session, place: Place, index: FactIndex): Promise<SourceView | undefined> {
  const known = evidenceFile(session, place.file);
  if (known === undefined) return undefined;
  const { path, artefact, mediaType, size } = known;
  const own = index.ofFile(path);
  const shown = await askShower(session, known, { kind: 'place', place });
  return {
    path, artefact, mediaType, size, ...(shown?.kind === 'place' ? shown.shown : notShown(known, place)),
    facts: own.slice(0, factsBeside).flatMap((at) => index.facts[at] ?? []), factCount: own.length,
  };
}

/** The members of a node of a file's document; undefined where there is no such file or node. */
export async function readBranchLines(session: Session, place: { readonly file: string; readonly pointer: string; readonly from: number }): Promise<readonly TreeLine[] | undefined> {
  const known = evidenceFile(session, place.file);
  const shown = known === undefined ? null : await askShower(session, known, { kind: 'branch', pointer: place.pointer, from: place.from });
  return shown?.kind === 'branch' ? shown.lines ?? undefined : undefined;
}

/** A repository was read through its HEAD, and is shown so. */
export function contentOf({ store }: Session, { path, artefact }: EvidenceFile): FileContent {
  const bytes = store.readArtefact(artefact);
  if (path !== 'HEAD' && !path.endsWith('/HEAD')) return { bytes, beside: null };
  const files = store.state().intakes.flatMap((intake) => intake.files).filter((file) => store.hasArtefact(file.artefact)).map((entry) => ({ entry, bytes: () => store.readArtefact(entry.artefact) }));
  const index = files.findIndex(({ entry }) => entry.path === path);
  const head = files[index];
  const beside = head === undefined ? undefined : repositoriesIn(files, readingLimits).withBeside(head, index).beside?.();
  return { bytes, beside: beside?.flatMap((one) => (one.bytes instanceof Uint8Array ? [{ name: one.name, bytes: one.bytes }] : [])) ?? null };
}

/** The tables in a file of the assessment, by their heads; undefined where there is no such file or it cannot be opened. */
export async function readTableHeads(session: Session, path: string): Promise<readonly TableHead[] | undefined> {
  const known = evidenceFile(session, path);
  const shown = known === undefined ? null : await askShower(session, known, { kind: 'tables' });
  return shown?.kind === 'tables' ? shown.tables : undefined;
}

/** To be called when places are likely to be opened soon. */
export function expectPlaces(session: Session): void {
  showerOf(session).warm();
}

const showers = new WeakMap<Session, Shower>();

async function askShower(session: Session, file: EvidenceFile, question: Question): ReturnType<Shower['ask']> {
  if (file.size > shownBytes || !session.store.hasArtefact(file.artefact)) return null;
  const { path, artefact, size, mediaType, encoding } = file;
  return showerOf(session).ask({ path, artefact, size, mediaType, encoding }, () => contentOf(session, file), question);
}

function showerOf(session: Session): Shower {
  const known = showers.get(session);
  if (known !== undefined) return known;
  const shower = createShower();
  showers.set(session, shower);
  session.closing.addEventListener('abort', shower.close, { once: true });
  return shower;
}

/** What can be said of a file that is too large to be shown, or that broke the process that should show it. */
function notShown({ encoding }: EvidenceFile, place: Place): ShownPlace {
  return { encoding, lines: 'lines' in place ? place.lines : null, picture: null, ...windowAround(null, null) };
}

function evidenceFile(session: Session, path: string): EvidenceFile | undefined {
  return session.store.state().intakes.flatMap(({ files }) => files).find((file) => file.path === path);
}

function sourceFile(session: Session, path: string, maximum: number): SourceFile | undefined {
  const known = evidenceFile(session, path);
  if (known === undefined || known.encoding === null || known.size > maximum || !session.store.hasArtefact(known.artefact)) return undefined;
  const decoded = decodeText(session.store.readArtefact(known.artefact));
  const file = { ...known, encoding: decoded?.encoding ?? null, text: decoded?.text ?? null, decoded: null };
  return file;
}
