import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Fact, type FileReading, type Place, completeFacts, readEvidence } from '#assessments';
import { sourceFile } from './source-file.ts';

/** What a person read in a file: file, place (null: anywhere in it), fact type, and the fields that must be so. */
export type HandFact = readonly [file: string, place: HandPlace | null, type: Fact['type'], fields: Readonly<Record<string, unknown>>];
export type HandContradiction = readonly [kind: string, about: string, places: readonly (readonly [file: string, place: HandPlace])[]];
/** A pointer, or the first and last line. */
type HandPlace = string | readonly [number, number];
export type HandReading = { readonly facts: readonly HandFact[]; readonly contradictions: readonly HandContradiction[] };

export type Comparison = {
  readonly expected: number; readonly agreed: number;
  /** A row with no fact at its place, or with one that says something else: the row and what differs. */
  readonly differing: readonly string[];
  /** A fact in a file that was read by hand which no row tells. */
  readonly beyond: readonly string[];
};

export function handReading(name: string): HandReading {
  return JSON.parse(readFileSync(new URL(`../fixtures/hand/${name}`, import.meta.url), 'utf8')) as HandReading;
}

/** All facts of these files, with the digests of their real bytes; a file that is not UTF-8 is not text. */
export function factsIn(folder: string, paths: readonly string[]): readonly Fact[] {
  const readings: readonly FileReading[] = paths.map((path) => {
    const bytes = readFileSync(`${folder}${path}`);
    return readEvidence({ ...sourceFile(path, textOf(bytes)), artefact: createHash('sha256').update(bytes).digest('hex') });
  });
  return completeFacts(readings).facts;
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

export function compared(hand: HandReading, facts: readonly Fact[]): Comparison {
  const read = facts.filter(({ type }) => type !== 'contradiction');
  const used = new Set<Fact>();
  const differing = hand.facts.flatMap((row) => {
    const [file, place, type, fields] = row;
    const there = read.filter((fact) => !used.has(fact) && fact.type === type && fact.place.file === file && (place === null || written(fact.place) === JSON.stringify(place)));
    const [best, wrong] = there.map((fact) => [fact, differences(fact, fields)] as const).sort(([, one], [, other]) => one.length - other.length)[0] ?? [];
    if (best === undefined || wrong === undefined) return [`${type} at ${file} ${JSON.stringify(place)}: not found`];
    used.add(best);
    return wrong.length === 0 ? [] : [`${type} at ${file} ${JSON.stringify(place)}: ${wrong.join('; ')}`];
  });
  const files = new Set(hand.facts.map(([file]) => file));
  const beyond = read.filter((fact) => files.has(fact.place.file) && !used.has(fact)).map((fact) => `${fact.type} at ${fact.place.file} ${written(fact.place)}`);
  return { expected: hand.facts.length, agreed: hand.facts.length - differing.length, differing, beyond };
}

export function comparedContradictions(hand: HandReading, facts: readonly Fact[]): Comparison {
  const found = facts.flatMap((fact) => (fact.type === 'contradiction' ? [claim(fact.kind, fact.about, [fact.place, ...fact.also].map((place) => [place.file, placed(place)]))] : []));
  const expected = hand.contradictions.map((row) => claim(...row));
  const differing = expected.filter((row) => !found.includes(row));
  return { expected: expected.length, agreed: expected.length - differing.length, differing, beyond: found.filter((row) => !expected.includes(row)) };
}

/** Which of the places comes first is for the rule to say. */
function claim(kind: string, about: string, places: readonly (readonly [file: string, place: unknown])[]): string {
  return JSON.stringify([kind, about, places.map((place) => JSON.stringify(place)).sort()]);
}

function differences(fact: Fact, fields: Readonly<Record<string, unknown>>): readonly string[] {
  const said = fact as unknown as Readonly<Record<string, unknown>>;
  return Object.entries(fields).filter(([name, value]) => JSON.stringify(said[name]) !== JSON.stringify(value)).map(([name, value]) => `${name} is ${JSON.stringify(said[name])}, by hand ${JSON.stringify(value)}`);
}

function placed(place: Place): unknown {
  return 'pointer' in place ? place.pointer : 'lines' in place ? place.lines : place.cell;
}

function written(place: Place): string {
  return JSON.stringify(placed(place));
}
