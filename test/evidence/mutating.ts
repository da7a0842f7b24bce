import fc from 'fast-check';
import { type SourceFile, factSchema, fragmentSchema, placeLines, readEvidence, resolvePlace } from '#assessments';
import { parseDocuments } from '../../assessments/evidence/parse-documents.ts';

/** Everything that must hold of a reading, however broken the file: nothing thrown, facts valid, places in the file. */
export function faultsOf(file: SourceFile): readonly unknown[] {
  const documents = parseDocuments(file);
  const { facts, diagnostics, fragments } = readEvidence(file);
  const invalid = [...facts.filter((fact) => !factSchema.safeParse(fact).success), ...fragments.filter((fragment) => !fragmentSchema.safeParse(fragment).success)];
  const places = [...facts.flatMap(({ place, also }) => [place, ...also]), ...fragments.map(({ place }) => place), ...diagnostics.flatMap(({ place }) => (place === null ? [] : [place]))];
  const shown = places.slice(0, 2).map((place) => placeLines(file, place, documents)).filter((lines) => lines !== null && (lines[0] < 1 || lines[1] < lines[0]));
  return [...invalid, ...shown, ...places.filter((place) => !resolvePlace(file, place, documents).found)];
}

/** Signs that mean something to some format. */
export const snippet = fc.constantFrom('\n', '  ', ': ', '- ', '{', '}', '[', ']', '"', "'", '|', '&a ', '*a', '<<: *a', '!Ref ', '#', '---\n', '{{ .Values.x }}', '\u0000', '\u0085', '\ud800', '漂移', 'null', '1e999', '__proto__: ', '~', '/', 'kind: List\n');

/** A member of a parsed value. */
type Node = { readonly parent: object; readonly key: string };

export function nodesIn(value: unknown): readonly Node[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => [{ parent: value, key }, ...nodesIn(member)]);
}

export function replaced(value: unknown, chosen: Node | undefined, by: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((member: unknown, index) => (chosen?.parent === value && chosen.key === String(index) ? by : replaced(member, chosen, by)));
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, chosen?.parent === value && chosen.key === key ? by : replaced(member, chosen, by)]));
}
