import type { Place } from '#assessments';
import { setScoring, type Desk } from './desk.ts';
import type { Filter } from './filters.ts';
import { leavesBelow } from './pack-index.ts';
import { listed, subjectsIn } from './rows.ts';
import type { OpenFact, Source, Working } from './state.ts';

/** The ids of the list as it is shown now, in order. */
function listedIds(desk: Desk): readonly string[] {
  const { working, scoring } = desk.store.get();
  if (working === null) return [];
  return listed(subjectsIn(working, scoring), scoring).map(({ located }) => located.requirement.id);
}

/** What follows the current requirement in the list; past the end of a sub-item, the first of the next one written. */
export function following(desk: Desk, step: 1 | -1): string | null {
  const { working, scoring } = desk.store.get();
  if (working === null) return null;

  const ids = listedIds(desk);
  const at = scoring.current === null ? -1 : ids.indexOf(scoring.current);
  if (at === -1) return ids[0] ?? null;
  return ids[at + step] ?? beyond(working, scoring.search, scoring.current, step);
}

function beyond(working: Working, search: string, current: string | null, step: 1 | -1): string | null {
  const { order } = working.index;
  const at = current === null ? -1 : order.indexOf(current);
  return search.trim() !== '' || at === -1 ? null : (order[at + step] ?? null);
}

/** Makes a requirement the current one, opening its sub-item where the list does not hold it. */
export function select(desk: Desk, requirement: string): void {
  const { working, scoring } = desk.store.get();
  const group = working?.index.requirements.get(requirement)?.group;
  if (working === null || group === undefined) return;

  const here = scoring.search.trim() !== '' || leavesBelow(working.index, scoring.node).some(({ id }) => id === group.id);
  setScoring(desk, { current: requirement, asking: null, awaitingConfidence: false, explained: false, ...(here ? {} : { node: group.id }) });
}

export function step(desk: Desk, by: 1 | -1): void {
  const next = following(desk, by);
  if (next !== null) select(desk, next);
}

/** Shows a group's requirements, with the first of them current unless the current one is among them. */
export function openNode(desk: Desk, node: string): void {
  const { working, scoring } = desk.store.get();
  if (working === null) return;

  const ids = leavesBelow(working.index, node).flatMap(({ requirements }) => [...requirements].sort((a, b) => a.level - b.level).map(({ id }) => id));
  const current = scoring.current !== null && ids.includes(scoring.current) ? scoring.current : (ids[0] ?? null);
  setScoring(desk, { node, current, search: '', asking: null, awaitingConfidence: false });
}

/** The next or previous sub-item that is written. */
export function stepSubItem(desk: Desk, by: 1 | -1): void {
  const { working, scoring } = desk.store.get();
  if (working === null) return;

  const written = working.index.leaves.filter(({ requirements }) => requirements.length > 0);
  const here = scoring.current === null ? null : working.index.requirements.get(scoring.current)?.group.id;
  const to = written[written.findIndex(({ id }) => id === here) + by];
  const first = to === undefined ? undefined : [...to.requirements].sort((a, b) => a.level - b.level)[0];
  if (to !== undefined) setScoring(desk, { node: to.id, current: first?.id ?? null, search: '', asking: null });
}

/** The next requirement of the pack that I have not rated, going round at the end; null where there is none. */
export function nextUnanswered(desk: Desk): string | null {
  const { working, scoring } = desk.store.get();
  if (working === null) return null;

  const { order } = working.index;
  const at = scoring.current === null ? -1 : order.indexOf(scoring.current);
  return [...order.slice(at + 1), ...order.slice(0, at + 1)].find((id) => !working.views.get(id)?.mine) ?? null;
}

export function toggleFilter(desk: Desk, filter: Filter): void {
  const { filters } = desk.store.get().scoring;
  const chosen = new Set(filters);
  if (!chosen.delete(filter)) chosen.add(filter);
  setScoring(desk, { filters: chosen });
  keepCurrentListed(desk);
}

export function searchFor(desk: Desk, search: string): void {
  setScoring(desk, { search });
  keepCurrentListed(desk);
}

function keepCurrentListed(desk: Desk): void {
  const { working, scoring } = desk.store.get();
  if (working === null) return;

  const ids = listed(subjectsIn(working, scoring), { ...scoring, current: null }).map(({ located }) => located.requirement.id);
  if (scoring.current === null || !ids.includes(scoring.current)) setScoring(desk, { current: ids[0] ?? scoring.current, asking: null });
}

/** Goes to a requirement from elsewhere, without the filters that could hide it. */
export function goToRequirement(desk: Desk, requirement: string): void {
  desk.store.set((state) => ({ ...state, screen: 'score', overlay: null, source: null, scoring: { ...state.scoring, search: '', filters: new Set() } }));
  select(desk, requirement);
}

export function goToNode(desk: Desk, node: string): void {
  desk.store.set((state) => ({ ...state, screen: 'score', overlay: null, source: null, scoring: { ...state.scoring, filters: new Set() } }));
  openNode(desk, node);
}

/** Opens an evidence file at a place; beside the fact that was read there, where one is given. */
export async function openSource(desk: Desk, place: Place, fact: OpenFact | null = null): Promise<void> {
  await open(desk, { place, fact, whole: false });
}

/** Opens an evidence file as such, from its beginning. */
export async function openWhole(desk: Desk, path: string): Promise<void> {
  await open(desk, { place: { file: path, lines: [1, 1] }, fact: null, whole: true });
}

async function open(desk: Desk, asked: Pick<Source, 'place' | 'fact' | 'whole'>): Promise<void> {
  const { working } = desk.store.get();
  if (working === null) return;

  const { place } = asked;
  desk.store.set((state) => ({ ...state, source: { ...asked, view: null, problem: null } }));
  const reply = await desk.bridge.call('readSource', { assessment: working.assessment, place });
  desk.store.set((state) => (state.source?.place !== place ? state : { ...state, source: { ...asked, view: reply.ok ? reply.value : null, problem: reply.ok ? null : reply.problem } }));
}

export function closeSource(desk: Desk): void {
  desk.store.set((state) => ({ ...state, source: null }));
}
