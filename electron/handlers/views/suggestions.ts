import type { Fact, Place, Suggestion } from '#assessments';
import type { CitedFact, SuggestionsView } from '#contract';

export type Shown = { readonly lines: readonly [number, number]; readonly excerpt: string };

/** Where a place lies in the text of its file, and what stands there; null where it cannot be shown. */
export type Show = (place: Place) => Shown | null;

/** The suggestions with the facts they rest on, each ready to be shown beside its source. */
export function suggestionsView(found: { readonly suggestions: readonly Suggestion[]; readonly facts: readonly Fact[]; readonly files: number }, show: Show): SuggestionsView {
  const indices = new Set(found.suggestions.flatMap(({ checks }) => checks.flatMap(({ facts }) => facts)));
  const cited = [...indices].sort((left, right) => left - right).flatMap((index): CitedFact[] => {
    const fact = found.facts[index];
    if (fact === undefined) return [];
    const shown = show(fact.place);
    return [{ index, fact, lines: shown?.lines ?? null, excerpt: shown?.excerpt ?? null }];
  });
  return { suggestions: found.suggestions, cited, facts: found.facts.length, files: found.files };
}

/** At most twelve lines of a text, from line `first` (1-based) to `last`, cut to what fits a pane. */
export function excerpt(text: string, [first, last]: readonly [number, number]): string {
  return text.split(/\r\n|\r|\n/).slice(first - 1, Math.min(last, first + 11)).map((line) => line.slice(0, 300)).join('\n');
}
