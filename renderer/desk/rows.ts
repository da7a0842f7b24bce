import type { Group, NodeResult } from '#assessments';
import { matches, passes, type Filter, type Subject } from './filters.ts';
import { leavesBelow, type PackIndex } from './pack-index.ts';
import type { Working } from './state.ts';

/** One line of the list: a sub-item's head (where several are listed), the gate before a level, or a requirement. */
export type Row =
  | { readonly kind: 'head'; readonly group: Group; readonly node: NodeResult | null }
  | { readonly kind: 'gate'; readonly group: Group; readonly level: number; readonly gate: Gate }
  | { readonly kind: 'requirement'; readonly subject: Subject };

/** What stands at a level: reached, held by so many requirements, or not looked at before those below. */
export type Gate = { readonly state: 'reached' } | { readonly state: 'held'; readonly blocking: number } | { readonly state: 'later' };

export type Selection = { readonly node: string; readonly filters: ReadonlySet<Filter>; readonly search: string; readonly current: string | null };

/** Everything known about the requirements of the chosen group, before filters; a search looks through the whole pack. */
export function subjectsIn(working: Working, { node, search }: Pick<Selection, 'node' | 'search'>): readonly Subject[] {
  const { index } = working;
  const sought = search.trim();
  const leaves = sought === '' ? leavesBelow(index, node) : index.leaves;
  return leaves
    .flatMap((group) => subjectsOf(working, index, group))
    .filter(({ located }) => sought === '' || matches(located, sought));
}

function subjectsOf(working: Working, index: PackIndex, group: Group): readonly Subject[] {
  return [...group.requirements]
    .sort((a, b) => a.level - b.level)
    .map(({ id }) => subjectOf(working, index, id))
    .filter((subject) => subject !== null);
}

/** What is known about one requirement; null for an id the pack does not have. */
export function subjectOf(working: Working, index: PackIndex, id: string): Subject | null {
  const located = index.requirements.get(id);
  if (located === undefined) return null;
  return {
    located,
    view: working.views.get(id) ?? null,
    suggestion: working.suggestions.get(id) ?? null,
    node: working.nodes.get(located.group.id) ?? null,
    sufficiency: working.sufficiency.get(id) ?? null,
    change: working.changed?.of.get(id) ?? null, gone: working.changed?.gone.has(id) === true,
  };
}

/** The ids in the list as it stands. The current one stays, so that a filter does not take away what was just rated. */
export function listed(subjects: readonly Subject[], { filters, current }: Pick<Selection, 'filters' | 'current'>): readonly Subject[] {
  return filters.size === 0 ? subjects : subjects.filter((subject) => subject.located.requirement.id === current || passes(subject, filters));
}

/** The lines to draw for the listed subjects, with their gates and, where there are several sub-items, their heads. */
export function rowsOf(subjects: readonly Subject[]): readonly Row[] {
  const several = new Set(subjects.map(({ located }) => located.group.id)).size > 1;
  const rows: Row[] = [];
  let before: Subject | null = null;
  for (const subject of subjects) {
    const { group, requirement } = subject.located;
    const sameGroup: boolean = before?.located.group.id === group.id;
    if (several && !sameGroup) rows.push({ kind: 'head', group, node: subject.node });
    if (!sameGroup || before?.located.requirement.level !== requirement.level) rows.push({ kind: 'gate', group, level: requirement.level, gate: gateOf(subject) });
    rows.push({ kind: 'requirement', subject });
    before = subject;
  }
  return rows;
}

function gateOf({ located, node }: Subject): Gate {
  const { level } = located.requirement;
  if (level <= (node?.level ?? 0)) return { state: 'reached' };

  const blocking = located.group.requirements.filter((requirement) => requirement.level === level && node?.blocking.includes(requirement.id)).length;
  return blocking > 0 ? { state: 'held', blocking } : { state: 'later' };
}
