import type { Suggestion } from '../findings/suggestion.ts';
import type { AssessmentState } from '../journal/state.ts';

/** What each kind of evidence carries of a rating. */
const carries = { linked: 1, direct: 1, indirect: 0.5, none: 0 } as const;

/**
 * How far the evidence carries the rating of each requirement, 0 to 1: a file somebody linked or a check that proves it
 * directly carries it wholly, one that only hints at it half; where a check says the contrary, half of that.
 */
export function sufficiencyOf({ suggestions, links }: { readonly suggestions: readonly Suggestion[]; readonly links: AssessmentState['links'] }): ReadonlyMap<string, number> {
  const linked = new Set(links.filter(({ stance }) => stance === 'for').map(({ requirement }) => requirement));
  const found = suggestions.map(({ requirement, strength, conflict }): readonly [string, number] => {
    const carried = linked.has(requirement) ? carries.linked : carries[strength ?? 'none'];
    return [requirement, conflict ? carried / 2 : carried];
  });
  return new Map([...[...linked].map((requirement): readonly [string, number] => [requirement, carries.linked]), ...found]);
}
