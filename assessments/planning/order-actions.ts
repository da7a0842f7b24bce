import type { Action } from '../catalogue/pack.ts';
import type { Gap } from './plan.ts';

const noLevel = 6;

/**
 * The actions in an order in which prerequisites come first and, where those leave a choice, lower levels before higher
 * ones; otherwise in the order given. An action counts for the lowest level it, or anything built on it, closes a gap of.
 */
export function orderActions(actions: readonly Action[], gaps: readonly Gap[]): readonly Action[] {
  const levels = urgency(actions, gaps);
  const ordered: Action[] = [];
  const left = [...actions];
  while (left.length > 0) {
    const waiting = new Set(left.map(({ id }) => id));
    const ready = left.filter(({ prerequisites }) => !prerequisites.some((id) => waiting.has(id)));
    const next = lowest(ready, levels) ?? left[0];
    if (next === undefined) break;
    ordered.push(next);
    left.splice(left.indexOf(next), 1);
  }
  return ordered;
}

function lowest(ready: readonly Action[], levels: ReadonlyMap<string, number>): Action | undefined {
  const levelOf = (action: Action) => levels.get(action.id) ?? noLevel;
  return ready.reduce<Action | undefined>((best, action) => (best === undefined || levelOf(action) < levelOf(best) ? action : best), undefined);
}

/** The lowest level of the gaps that an action, or an action that needs it, closes. */
function urgency(actions: readonly Action[], gaps: readonly Gap[]): ReadonlyMap<string, number> {
  const byId = new Map(actions.map((action) => [action.id, action]));
  const levels = new Map<string, number>();
  const waiting = gaps.flatMap(({ actions: closing, level }) => closing.map((id) => ({ id, level })));
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const { id, level } = at;
    if ((levels.get(id) ?? noLevel) <= level) continue;
    levels.set(id, level);
    waiting.push(...(byId.get(id)?.prerequisites ?? []).map((before) => ({ id: before, level })));
  }
  return levels;
}
