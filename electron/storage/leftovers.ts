import { rmSync } from 'node:fs';

/**
 * Removes files that are of no more use, in this order. Where one cannot be removed it stays, and those after it: they
 * mean nothing, are swept at the next opening or written over, and must not turn what went well into a failure, or hide
 * what failed first.
 */
export function removeLeftovers(...paths: readonly string[]): void {
  try {
    for (const path of paths) rmSync(path, { force: true });
  } catch {
    // See above.
  }
}
