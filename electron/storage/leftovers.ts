import { rmSync } from 'node:fs';

/**
 * Removes files that are of no more use. One that cannot be removed is left: it means nothing, is swept at the next
 * opening or written over, and must not turn what went well into a failure, or hide what failed first.
 */
export function removeLeftovers(...paths: readonly string[]): void {
  for (const path of paths) {
    try {
      rmSync(path, { force: true });
    } catch {
      // See above.
    }
  }
}
