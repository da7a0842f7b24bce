import { documentRoot } from './document-root.ts';
import type { Documents } from './documents.ts';
import type { Fact } from './facts.ts';
import type { Place } from './place.ts';
import { pointerTokens } from './pointer.ts';

/** Facts in the order in which their places stand in the file; those of one place stay as the importer gave them. */
export function inDocumentOrder(facts: readonly Fact[], documents: Documents): readonly Fact[] {
  const root = documentRoot(documents);
  const orders = new Map<object, ReadonlyMap<string, number>>();
  const placed = facts.map((fact) => ({ fact, position: positionOf(root, fact.place, orders) }));
  return placed.sort((one, other) => compared(one.position, other.position)).map(({ fact }) => fact);
}

/** The index of each step of a pointer among its siblings, or the lines; front matter is document 0 and stands before line 1. Rows and cells stay in the order of the importer. */
function positionOf(root: unknown, place: Place, orders: Map<object, ReadonlyMap<string, number>>): readonly number[] {
  if ('lines' in place) return [place.lines[0]];
  return 'pointer' in place ? pointerPosition(root, place.pointer, orders) : [];
}

function pointerPosition(root: unknown, pointer: string, orders: Map<object, ReadonlyMap<string, number>>): readonly number[] {
  const position: number[] = [];
  let value = root;
  for (const token of pointerTokens(pointer) ?? []) {
    if (typeof value !== 'object' || value === null) break;
    position.push(keyOrder(value, orders).get(token) ?? 0);
    value = Object.hasOwn(value, token) ? (value as Readonly<Record<string, unknown>>)[token] : null;
  }
  return position;
}

function keyOrder(value: object, orders: Map<object, ReadonlyMap<string, number>>): ReadonlyMap<string, number> {
  const known = orders.get(value);
  if (known !== undefined) return known;
  const order = new Map(Object.keys(value).map((key, index) => [key, index] as const));
  orders.set(value, order);
  return order;
}

/** What contains stands before what is contained. */
function compared(one: readonly number[], other: readonly number[]): number {
  const differing = one.findIndex((index, depth) => index !== other[depth]);
  if (differing === -1) return one.length - other.length;
  return differing >= other.length ? 1 : (one[differing] ?? 0) - (other[differing] ?? 0);
}
