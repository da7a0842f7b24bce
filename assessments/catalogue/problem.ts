import { problemWords } from './problem-words.ts';

/**
 * Something wrong with a pack, said so that its author can mend it. An `error` keeps the pack from being used, a
 * `warning` only asks for another look. `pointer` (RFC 6901) and `line` (1-based) lie in the file `path`; where a loaded
 * pack was looked at and not its files, `path` is null and `pointer` starts at the requirement.
 */
export type CatalogueProblem = {
  readonly kind: CatalogueProblemKind;
  readonly severity: 'error' | 'warning';
  readonly path: string | null;
  readonly pointer: string | null;
  readonly line: number | null;
  readonly requirement: string | null;
  readonly zh: string;
  readonly en: string;
};

export type CatalogueProblemKind = keyof typeof problemWords;

/** Where a problem lies, as far as the finder of it knows. */
export type ProblemPlace = { readonly path?: string; readonly pointer?: string; readonly line?: number | null; readonly requirement?: string };

/** The blanks of a problem's sentences: `zh` and `en` only where the two languages differ. */
export type Blanks = Readonly<Record<string, string | number | { readonly zh: string; readonly en: string }>>;

/** A problem of a kind at a place, its sentences filled from the table of problem words. */
export function catalogueProblem(kind: CatalogueProblemKind, place: ProblemPlace, blanks: Blanks): CatalogueProblem {
  const { severity, zh, en } = problemWords[kind];
  return {
    kind, severity,
    path: place.path ?? null, pointer: place.pointer ?? null, line: place.line ?? null, requirement: place.requirement ?? null,
    zh: fill(zh, blanks, 'zh'), en: fill(en, blanks, 'en'),
  };
}

function fill(template: string, blanks: Blanks, language: 'zh' | 'en'): string {
  return template.replace(/\{([a-zA-Z]+)\}/g, (blank, name: string) => {
    const value = blanks[name];
    if (value === undefined) return blank;
    return typeof value === 'object' ? value[language] : String(value);
  });
}

export function isError(problem: CatalogueProblem): boolean {
  return problem.severity === 'error';
}
