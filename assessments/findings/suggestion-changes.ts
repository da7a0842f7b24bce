import type { Suggestion } from './suggestion.ts';

/** How the suggestion for a requirement differs from what it was before. */
export type SuggestionChange = { readonly requirement: string; readonly change: 'new' | 'stronger' | 'weaker' | 'gone' };

/** What two runs of the checks make different, in the order of the later one. Stronger: a higher rating, direct instead of indirect, or no contradiction any more. */
export function suggestionChanges(before: readonly Suggestion[], after: readonly Suggestion[]): readonly SuggestionChange[] {
  const earlier = new Map(before.map((suggestion) => [suggestion.requirement, suggestion]));
  return after.flatMap((suggestion) => {
    const change = changeOf(earlier.get(suggestion.requirement), suggestion);
    return change === null ? [] : [{ requirement: suggestion.requirement, change }];
  });
}

function changeOf(before: Suggestion | undefined, after: Suggestion): SuggestionChange['change'] | null {
  const [was, is] = [weightOf(before), weightOf(after)];
  if (was === is) return null;
  if (was === 0) return 'new';
  if (is === 0) return 'gone';
  return is > was ? 'stronger' : 'weaker';
}

/** 0 = nothing is suggested. The rating counts before the absence of a contradiction, that before the strength. */
function weightOf(suggestion: Suggestion | undefined): number {
  if (!suggestion?.rating) return 0;
  return 10 + 'NPLF'.indexOf(suggestion.rating) * 4 + (suggestion.conflict ? 0 : 2) + (suggestion.strength === 'direct' ? 1 : 0);
}
