import type { RatingChange } from '#assessments';
import type { Desk } from './desk.ts';
import { suppose } from './planning.ts';
import { goTo } from './opening.ts';

/** Asks why a node ('' = the whole) has its level; null closes the answer. */
export function askWhy(desk: Desk, node: string | null): void {
  desk.store.set((state) => ({ ...state, asked: node }));
}

/** Takes rating changes over into the what-if, and goes there. */
export function supposeChanges(desk: Desk, changes: readonly RatingChange[]): void {
  const { ratings } = desk.store.get().supposing;
  const changed = new Set(changes.map(({ requirement }) => requirement));
  suppose(desk, { ratings: [...ratings.filter(({ requirement }) => !changed.has(requirement)), ...changes.map(({ requirement, to }) => ({ requirement, value: to }))] });
  askWhy(desk, null);
  desk.store.set((state) => ({ ...state, planning: { ...state.planning, tab: 'suppose' } }));
  goTo(desk, 'gaps');
}

/** Reads the standing checks for the count in the navigation, without a word where they cannot be read. */
export async function readFindings(desk: Desk): Promise<void> {
  const { working } = desk.store.get();
  if (working === null) return;
  const reply = await desk.bridge.call('readXray', { assessment: working.assessment });
  if (reply.ok) desk.store.set((state) => (state.working?.assessment === working.assessment ? { ...state, findings: reply.value } : state));
}
