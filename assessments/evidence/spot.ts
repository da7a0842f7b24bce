import type { Documents } from './documents.ts';
import type { Place } from './place.ts';
import { pointerUnder } from './pointer.ts';

/**
 * A value inside a parsed file together with where it stands. Reading a member that is not there gives a spot without a
 * value that keeps the pointer of what does exist, so the place of any spot resolves.
 */
export type Spot = {
  readonly file: string;
  readonly pointer: string;
  readonly value: unknown;
  /** Parsed out of a text inside the file: members have no pointer of their own. */
  readonly embedded: boolean;
};

/** The documents of a file as spots, in order; a JSON or TOML file is one. Front matter is not a document of this kind: see `frontMatter`. */
export function rootSpots(file: string, documents: Documents): readonly Spot[] {
  switch (documents.kind) {
    case 'yaml': case 'ndjson': return documents.documents.map((value, index) => ({ file, pointer: `/${index}`, value, embedded: false }));
    case 'json': case 'toml': return [{ file, pointer: '', value: documents.document, embedded: false }];
    case 'xml': case 'rows': case 'markdown': case 'none': case 'broken': return [];
  }
}

/** The front matter of a Markdown file; null where it has none that parses. */
export function frontMatter(file: string, documents: Documents): Spot | null {
  if (documents.kind !== 'markdown' || documents.markdown.frontMatter === undefined) return null;
  return { file, pointer: '/0', value: documents.markdown.frontMatter, embedded: false };
}

/** A value parsed out of the text at a spot; everything in it has that spot's place. */
export function embeddedIn(spot: Spot, value: unknown): Spot {
  return { ...spot, value, embedded: true };
}

/** The member reached by walking these keys. */
export function at(spot: Spot, ...keys: readonly string[]): Spot {
  return keys.reduce(member, spot);
}

function member(spot: Spot, key: string): Spot {
  const { value } = spot;
  if (!isMapping(value) || !Object.hasOwn(value, key)) return { ...spot, value: undefined };
  return { ...spot, value: value[key], pointer: spot.embedded ? spot.pointer : pointerUnder(spot.pointer, key) };
}

/** The items of a list; none where the value is not a list. */
export function items(spot: Spot): readonly Spot[] {
  if (!Array.isArray(spot.value)) return [];
  return spot.value.map((value: unknown, index) => ({ ...spot, value, pointer: spot.embedded ? spot.pointer : pointerUnder(spot.pointer, index) }));
}

/** The items of a list, or the value itself where one stands for a list of one; none where nothing is said. */
export function oneOrMany(spot: Spot): readonly Spot[] {
  if (Array.isArray(spot.value)) return items(spot);
  return isGiven(spot) ? [spot] : [];
}

/** The members of a mapping in document order; none where the value is not a mapping. */
export function members(spot: Spot): readonly (readonly [key: string, value: Spot])[] {
  return isMapping(spot.value) ? Object.keys(spot.value).map((key) => [key, member(spot, key)] as const) : [];
}

/** The key is written, whatever its value (`push:` with nothing behind it is). */
export function isWritten(spot: Spot): boolean {
  return spot.value !== undefined;
}

/** A value is given, not null. */
export function isGiven(spot: Spot): boolean {
  return spot.value !== undefined && spot.value !== null;
}

/** A scalar as text; null for lists, mappings and nothing. */
export function textAt(spot: Spot, ...keys: readonly string[]): string | null {
  const { value } = at(spot, ...keys);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value).toWellFormed() : null;
}

/** A number, also where it is written as text (`1.0`, "10"); null for anything else. */
export function numberAt(spot: Spot, ...keys: readonly string[]): number | null {
  const { value } = at(spot, ...keys);
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || !/^[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?$/.test(value)) return null;
  const parsed = Number(value);
  return Number.isFinite(parsed) ? parsed : null;
}

/** A whole number; null for anything else. */
export function wholeAt(spot: Spot, ...keys: readonly string[]): number | null {
  const value = numberAt(spot, ...keys);
  return value !== null && Number.isSafeInteger(value) ? value : null;
}

/** True only where the file says true, as a boolean or (annotations) as text. */
export function saysTrue(spot: Spot, ...keys: readonly string[]): boolean {
  return textAt(spot, ...keys)?.toLowerCase() === 'true';
}

/** The scalars of a list (or the one that stands for a list) as text. */
export function textsAt(spot: Spot, ...keys: readonly string[]): readonly string[] {
  return oneOrMany(at(spot, ...keys)).map((item) => textAt(item)).filter((text) => text !== null);
}

/** The value as it is written: a scalar as text, anything else as compact JSON; null where nothing is given. */
export function settingAt(spot: Spot, ...keys: readonly string[]): string | null {
  const found = at(spot, ...keys);
  return isGiven(found) ? textAt(found) ?? JSON.stringify(found.value).toWellFormed() : null;
}

export function placeOf(spot: Spot): Place {
  return { file: spot.file, pointer: spot.pointer };
}

export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
