import type { NodeResult, Sufficiency, Suggestion, SuggestionChange } from '#assessments';
import type { RequirementView } from '#contract';
import type { Located } from './pack-index.ts';

/** What a chip above the list keeps; several together keep what all of them keep. */
export const filters = ['unanswered', 'suggested', 'conflict', 'differs', 'disputed', 'blocking', 'no-evidence', 'low-confidence', 'not-applicable', 'noted', 'carried', 'insufficient', 'changed'] as const;
export type Filter = (typeof filters)[number];

/** All that is known about one requirement, for filters and rows. */
export type Subject = { readonly located: Located; readonly view: RequirementView | null; readonly suggestion: Suggestion | null; readonly node: NodeResult | null; readonly sufficiency?: Sufficiency | null; readonly change?: SuggestionChange['change'] | null; readonly gone?: boolean };

const keeps: Readonly<Record<Filter, (subject: Subject) => boolean>> = {
  unanswered: ({ view }) => !view?.mine,
  suggested: ({ view, suggestion }) => Boolean(suggestion?.rating) && !view?.mine && !view?.rejected,
  conflict: ({ suggestion }) => suggestion?.conflict === true,
  differs: ({ view, suggestion }) => Boolean(suggestion?.rating && view?.mine) && view?.mine?.value !== suggestion?.rating,
  disputed: ({ view }) => (view?.final.disputed.length ?? 0) > 0,
  blocking: ({ located, node }) => node?.blocking.includes(located.requirement.id) === true,
  'no-evidence': ({ view, suggestion }) => (suggestion?.checks.length ?? 0) === 0 && (view?.links.length ?? 0) === 0,
  'low-confidence': ({ view }) => view?.mine?.confidence === 'low',
  'not-applicable': ({ view }) => view?.final.value === 'NA',
  noted: ({ view }) => (view?.notes.length ?? 0) > 0,
  insufficient: ({ sufficiency }) => Boolean(sufficiency) && sufficiency?.state !== 'sufficient',
  changed: ({ change }) => Boolean(change),
  carried: ({ view }) => view?.carried?.confirmed === false,
};

/** Whether every filter chosen keeps the requirement. */
export function passes(subject: Subject, chosen: ReadonlySet<Filter>): boolean {
  return [...chosen].every((filter) => keeps[filter](subject));
}

/** How many of the subjects each filter keeps alone, for the counts on the chips. */
export function filterCounts(subjects: readonly Subject[]): Readonly<Record<Filter, number>> {
  const counts = Object.fromEntries(filters.map((filter) => [filter, 0])) as Record<Filter, number>;
  for (const subject of subjects) {
    for (const filter of filters) counts[filter] += keeps[filter](subject) ? 1 : 0;
  }
  return counts;
}

/** Whether the words are all found in the id or in the text of either language. */
export function matches({ requirement, group }: Located, search: string): boolean {
  const text = `${requirement.id} ${requirement.zh} ${requirement.en} ${group.zh} ${group.en}`.toLowerCase();
  return search.toLowerCase().split(/\s+/).every((word) => text.includes(word));
}
