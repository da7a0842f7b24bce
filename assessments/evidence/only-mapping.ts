import type { Documents } from './documents.ts';
import { type Spot, isMapping, rootSpots } from './spot.ts';

/** The one mapping that a JSON, YAML or TOML file holds; null where it holds something else, several, or none. */
export function onlyMapping(path: string, documents: Documents): Spot | null {
  const [root, ...others] = rootSpots(path, documents).filter(({ value }) => value !== null && value !== undefined);
  return root !== undefined && others.length === 0 && isMapping(root.value) ? root : null;
}
