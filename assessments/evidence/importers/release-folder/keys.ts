import type { Documents } from '../../documents.ts';
import { instantOf } from '../../instant.ts';
import { isPlaceholder } from '../../placeholder.ts';
import { type Spot, isMapping, rootSpots, textAt } from '../../spot.ts';

/** The one mapping that a JSON or YAML file is; null where it is a list, several documents or something else. */
export function onlyMapping(path: string, documents: Documents): Spot | null {
  const [root, ...others] = rootSpots(path, documents);
  return root !== undefined && others.length === 0 && isMapping(root.value) ? root : null;
}

/** How many of these keys a mapping has. */
export function keysAmong(root: Spot | null, keys: readonly string[]): number {
  const value = root?.value;
  return isMapping(value) ? keys.filter((key) => Object.hasOwn(value, key)).length : 0;
}

/** The first of these keys that holds a scalar. */
export function firstText(root: Spot, ...keys: readonly string[]): string | null {
  return keys.map((key) => textAt(root, key)).find((text) => text !== null) ?? null;
}

/** The first of these keys that says something; `unknown`, `TBD` and the like say nothing. */
export function firstNamed(root: Spot, ...keys: readonly string[]): string | null {
  return keys.map((key) => textAt(root, key)).find((text) => !isPlaceholder(text)) ?? null;
}

/** The moment written under the first of these keys that holds a scalar. */
export function firstInstant(root: Spot, ...keys: readonly string[]): string | null {
  return instantOf(firstText(root, ...keys));
}
