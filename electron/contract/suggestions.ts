/** What the API tells of suggestions and of the facts they rest on. */
import type { Fact, Suggestion } from '#assessments';

/** A fact a suggestion rests on, ready to show: `lines` and `excerpt` where the place could be found in the text. */
export type CitedFact = { readonly index: number; readonly fact: Fact; readonly lines: readonly [number, number] | null; readonly excerpt: string | null };

export type SuggestionsView = {
  readonly suggestions: readonly Suggestion[];
  readonly cited: readonly CitedFact[];
  readonly facts: number; readonly files: number;
};
