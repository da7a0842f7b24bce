import { join } from 'node:path';
import type { Measured } from './measure.ts';
import { within } from './namespace.ts';

/** Makes a namespace and measures in it; see `whyNot` for where that can be done. */
export function measureWithin(files: readonly string[]): Measured {
  const ended = within([process.execPath, join(import.meta.dirname, 'measuring-process.ts'), ...files], { show: true });
  if (ended.status !== 0) throw new Error(`measuring ended with ${ended.status}: ${ended.stdout}`);
  return JSON.parse(ended.stdout) as Measured;
}
