import type { Fact, Place, Suggestion } from '#assessments';
import type { CitedFact, SuggestionsView } from '#contract';

export type Shown = { readonly lines: readonly [number, number]; readonly excerpt: string };

/** Where a place lies in the text of its file, and what stands there; null where it cannot be shown. */
export type Show = (place: Place) => Shown | null;

type Found = { readonly suggestions: readonly Suggestion[]; readonly facts: readonly Fact[]; readonly files: number };

/** The suggestions with the facts they rest on, each ready to be shown beside its source. */
export function suggestionsView(found: Found, show: Show): SuggestionsView {
  const cited = citedFacts(found).map(({ index, fact }): CitedFact => {
    const shown = show(fact.place);
    return { index, fact, lines: shown?.lines ?? null, excerpt: shown?.excerpt ?? null };
  });
  return { suggestions: found.suggestions, cited, facts: found.facts.length, files: found.files };
}

/** The facts that any suggestion cites, each once, in their order. */
export function citedFacts({ suggestions, facts }: Found): readonly { readonly index: number; readonly fact: Fact }[] {
  const indices = new Set(suggestions.flatMap(({ checks }) => checks.flatMap((check) => check.facts)));
  return [...indices].sort((left, right) => left - right).flatMap((index) => {
    const fact = facts[index];
    return fact === undefined ? [] : [{ index, fact }];
  });
}

/** At most twelve lines of a text, from line `first` (1-based) to `last`, cut to what fits a pane. */
export function excerpt(text: string, [first, last]: readonly [number, number]): string {
  return text.split(/\r\n|\r|\n/).slice(first - 1, Math.min(last, first + 11)).map((line) => line.slice(0, 300)).join('\n');
}
