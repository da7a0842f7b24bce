import type { Desk } from './desk.ts';
import { goTo } from './opening.ts';
import { leavesBelow } from './pack-index.ts';
import { noConsulting, nothingChosen, type Chosen, type Consulting, type Facet } from './state.ts';

/** Changes what the catalogue shows. */
export function consult(desk: Desk, change: Partial<Consulting>): void {
  desk.store.set((state) => ({ ...state, consulting: { ...state.consulting, ...change } }));
}

/** Shows a place in the tree; '' is the whole. */
export function consultNode(desk: Desk, node: string): void {
  const { working, consulting: { current } } = desk.store.get();
  const stays = current !== null && working !== null && leavesBelow(working.index, node).some(({ requirements }) => requirements.some(({ id }) => id === current));
  consult(desk, { node, shows: 'node', current: stays ? current : null });
}

/** Looks for words in the whole pack. */
export function consultFor(desk: Desk, search: string): void {
  narrow(desk, search, desk.store.get().consulting.chosen);
}

export function consultChosen(desk: Desk, chosen: Chosen): void {
  narrow(desk, desk.store.get().consulting.search, chosen);
}

function narrow(desk: Desk, search: string, chosen: Chosen): void {
  const narrowed = search.trim() !== '' || Object.values(chosen).some((values) => values.length > 0);
  consult(desk, { search, chosen, shows: narrowed ? 'hits' : 'node' });
}

/** Looks at a requirement where it stands, or among those found. */
export function consultRequirement(desk: Desk, requirement: string): void {
  const { working, consulting: { shows } } = desk.store.get();
  const group = working?.index.requirements.get(requirement)?.group;
  if (group !== undefined) consult(desk, { current: requirement, choosing: false, ...(shows === 'node' ? { node: group.id } : {}) });
}

/** Goes to a requirement in the catalogue from elsewhere, in its sub-item. */
export function goToCatalogue(desk: Desk, requirement: string): void {
  const group = desk.store.get().working?.index.requirements.get(requirement)?.group;
  if (group === undefined) return;
  consult(desk, { ...noConsulting, node: group.id, current: requirement });
  goTo(desk, 'catalogue');
}

/** Goes to the requirements that have one value of a facet. */
export function goToChosen(desk: Desk, facet: Facet, value: string): void {
  consult(desk, { ...noConsulting, chosen: { ...nothingChosen, [facet]: [value] }, shows: 'hits' });
  if (desk.store.get().screen !== 'catalogue') goTo(desk, 'catalogue');
}

/** The next or previous requirement of the pack; leaves what was found for the tree. */
export function stepCatalogue(desk: Desk, by: 1 | -1): void {
  const { working, consulting: { current, node } } = desk.store.get();
  if (working === null) return;
  const { order } = working.index;
  const first = leavesBelow(working.index, node).flatMap(({ requirements }) => requirements.map(({ id }) => id));
  const next = current === null ? (order.find((id) => first.includes(id)) ?? order[0]) : order[order.indexOf(current) + by];
  if (next !== undefined) consultRequirement(desk, next);
}

/** The sub-item after or before the one shown. */
export function stepCatalogueSubItem(desk: Desk, by: 1 | -1): void {
  const { working, consulting: { node } } = desk.store.get();
  if (working === null) return;
  const { leaves } = working.index;
  const here = leaves.findIndex(({ id }) => id === (leavesBelow(working.index, node)[0]?.id ?? ''));
  const to = leaves[here === -1 ? 0 : here + by];
  if (to !== undefined) consultNode(desk, to.id);
}
