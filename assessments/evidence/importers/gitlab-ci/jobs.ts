import type { Command } from '../../pipeline-step/command-groups.ts';
import { type Spot, at, isGiven, isMapping, isWritten, items, members, placeOf, textAt, textsAt } from '../../spot.ts';

/** A job with what it inherits; `setting` gives the spot where a key is really written. */
export type Job = {
  readonly name: string;
  /** Its name begins with a dot: a template that never runs by itself. */
  readonly hidden: boolean;
  readonly spot: Spot;
  readonly setting: (key: string) => Spot;
};

/** Keys of the whole file that are no jobs. `pages` is one. */
export const globalKeys: ReadonlySet<string> = new Set([
  'default', 'include', 'stages', 'types', 'variables', 'workflow', 'image', 'services', 'cache', 'before_script', 'after_script', 'spec',
]);

/** What makes a mapping a job. */
const jobKeys = ['script', 'trigger', 'extends', 'run', 'release'];

export function isJob(key: string, spot: Spot): boolean {
  if (globalKeys.has(key) || !isMapping(spot.value)) return false;
  return jobKeys.some((name) => isWritten(at(spot, name)));
}

/** The jobs of a file, hidden ones with them, in document order. */
export function jobsOf(root: Spot): readonly Job[] {
  return members(root).filter(([key, spot]) => isJob(key, spot)).map(([name, spot]) => ({
    name, hidden: name.startsWith('.'), spot,
    setting: (key) => inherited(root, spot, key) ?? defaulted(root, key) ?? { ...spot, value: undefined },
  }));
}

/** Of several parents the last one counts; a parent that was asked before is not asked again, so circles end. */
function inherited(root: Spot, job: Spot, key: string, asked: Set<string> = new Set()): Spot | null {
  const own = at(job, key);
  if (isWritten(own)) return own;
  const parents = textsAt(job, 'extends').toReversed();
  for (const parent of parents) {
    if (asked.has(parent) || asked.size >= mostParents) continue;
    asked.add(parent);
    const found = inherited(root, at(root, parent), key, asked);
    if (found !== null) return found;
  }
  return null;
}

const mostParents = 50;

/** Settings that the file gives to all jobs, under `default` or, in the older form, at the top. */
const defaults: ReadonlySet<string> = new Set(['image', 'services', 'before_script', 'after_script', 'interruptible', 'id_tokens']);

function defaulted(root: Spot, key: string): Spot | null {
  if (!defaults.has(key)) return null;
  return [at(root, 'default', key), at(root, key)].find(isWritten) ?? null;
}

/** How far lists in lists and references to references are followed, and how many parts a script may have. */
const deepestScript = 40;
const longestScript = 1_000;
const longestReference = 10;

/** The commands of a script: nested lists one after the other, `!reference [job, key]` followed to what it names. */
export function commandsOf(root: Spot, script: Spot): readonly Command[] {
  const found: Command[] = [];
  let left = longestScript;
  const walk = (spot: Spot, depth: number): void => {
    left -= 1;
    if (left < 0 || depth > deepestScript) return;
    const text = textAt(spot);
    if (text !== null && text.trim() !== '') found.push({ text, place: placeOf(spot) });
    const referred = reference(root, spot);
    if (referred !== null) walk(referred, depth + 1);
    else items(spot).slice(0, longestScript).forEach((item) => { walk(item, depth + 1); });
  };
  walk(script, 0);
  return found;
}

/** The parser keeps `!reference [.setup, script]` as a plain list of keys: it is one where it leads from the top to something. */
function reference(root: Spot, list: Spot): Spot | null {
  if (!Array.isArray(list.value) || list.value.length > longestReference) return null;
  const keys = items(list).map((item) => textAt(item));
  const path = keys.filter((key) => key !== null);
  if (path.length < 2 || path.length !== keys.length) return null;
  const found = at(root, ...path);
  return isGiven(found) ? found : null;
}
