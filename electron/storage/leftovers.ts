import { readdirSync, rmSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';

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

/** What a file made out of an assessment, to stand beside it, is called until it is whole. */
export const halfEnding = '.half';

/** Removes what was being made out of an assessment, beside it, when the program was killed. To be called by its holder only. */
export function sweepHalves(assessment: string): void {
  const stem = `${basename(assessment, extname(assessment))} – `;
  const halves = readdirSync(dirname(assessment)).filter((name) => name.startsWith(stem) && /\.half(-wal|-shm|-journal|\.lock)?$/u.test(name));
  removeLeftovers(...halves.map((name) => join(dirname(assessment), name)));
}
