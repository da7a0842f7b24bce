import { setImmediate } from 'node:timers/promises';
import { placeLines, type EvidenceFile, type Fact, type Place, type SourceFile } from '#assessments';
import type { SourceView } from '#contract';
import { decodeText } from '../intake/decode/decode.ts';
import type { Session } from './session.ts';
import { excerpt, type Show, type Shown } from './views/suggestions.ts';
import { windowAround } from './views/source-window.ts';

/** Texts above this size are not searched for the lines of a cited fact: the list must come at once. */
const citedBytes = 512 * 1024;
/** Texts above this size are not shown. */
const shownBytes = 20 * 1024 * 1024;

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

/** The text of a file around a place, with the facts read from that file; undefined where the assessment has no such file. */
export function readSourceView(session: Session, place: Place, facts: readonly Fact[]): SourceView | undefined {
  const known = evidenceFile(session, place.file);
  if (known === undefined) return undefined;
  const { path, artefact, mediaType, encoding, size } = known;
  const file = sourceFile(session, path, shownBytes);
  const lines = file === undefined ? null : placeLines(file, place);
  return { path, artefact, mediaType, encoding, size, lines, ...windowAround(file?.text ?? null, lines), facts: facts.filter((fact) => fact.place.file === path) };
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
