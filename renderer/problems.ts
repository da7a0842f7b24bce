import type { Problem } from '#contract';
import { visibleText } from './format.ts';
import { textOf } from './text/text.ts';

/** A problem the renderer itself met (the shell cannot be reached), in both languages like every other. */
export function ownProblem(kind: Problem['kind'], key: 'bridge.stopped' | 'bridge.refused' | 'bridge.upload' | 'bridge.windows'): Problem {
  return { kind, place: null, zh: textOf('zh')(key), en: textOf('en')(key) };
}

/** A file that did not reach the shell, by name. */
export function fileProblem(key: 'bridge.too-large' | 'bridge.refused-file' | 'bridge.lost-file', path: string): Problem {
  const blanks = { path: visibleText(path) };
  return { kind: 'bad-input', place: path, zh: textOf('zh')(key, blanks), en: textOf('en')(key, blanks) };
}
