import { placeLines, type EvidenceFile, type Fact, type Place, type SourceFile } from '#assessments';
import type { SourceView } from '#contract';
import { decodeText } from '../intake/decode/decode.ts';
import type { Session } from './session.ts';
import { excerpt, type Show } from './views/suggestions.ts';
import { windowAround } from './views/source-window.ts';

/** Texts above this size are not searched for the lines of a cited fact: the list must come at once. */
const citedBytes = 512 * 1024;
/** Texts above this size are not shown. */
const shownBytes = 20 * 1024 * 1024;

/** Finds and excerpts places in the files of the assessment; each file is decoded once per list. */
export function showPlaces(session: Session): Show {
  const files = new Map<string, SourceFile | undefined>();
  const sourceOf = (path: string): SourceFile | undefined => {
    if (!files.has(path)) files.set(path, sourceFile(session, path, citedBytes));
    return files.get(path);
  };
  return (place) => {
    const file = sourceOf(place.file);
    const text = file?.text ?? null;
    const lines = file === undefined || text === null ? null : placeLines(file, place);
    return lines === null || text === null ? null : { lines, excerpt: excerpt(text, lines) };
  };
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
  return { ...known, encoding: decoded?.encoding ?? null, text: decoded?.text ?? null };
}
