import type { Action, Pack } from '../catalogue/pack.ts';
import type { ScoreResult } from '../scoring/result.ts';
import { gapsOf } from './gaps.ts';
import type { Gap, Plan } from './plan.ts';
import { finalsAfter, scoreOf, totalEffort } from './planning-input.ts';
import { plannedActions } from './planned-actions.ts';

export type PlanInput = {
  readonly pack: Pack; readonly result: ScoreResult;
  /** The target of the whole pack; null = the targets that the result was scored with. */
  readonly target: number | null;
};

/**
 * The gaps up to the target and every action that closes one, with the prerequisites that still have work in them:
 * prerequisites first, then lower levels first. A list that needs no solver, not an optimum: see `computePlan`.
 */
export function makePlan({ pack, result, target }: PlanInput): Plan {
  const gaps = gapsOf(pack, result, target);
  const chosen = chosenActions(pack, gaps, result);
  const targets: Plan['targets'] = target === null ? {} : { '': target };
  const after = scoreOf({ pack, rules: result.rules, targets }, finalsAfter(pack, result.finals, new Set(chosen.map(({ id }) => id))));
  return {
    target, gaps, targets, actions: plannedActions(chosen, gaps, null), effort: totalEffort(chosen),
    uncovered: gaps.filter(({ actions }) => actions.length === 0).map(({ requirement }) => requirement),
    provenOptimal: false, method: 'list',
    how: {
      zh: '这是能弥合差距的全部措施清单，不是最优组合。',
      en: 'A list of all actions that close a gap, not an optimal choice.',
    },
    goals: [], levels: { now: result.overall.level, after: after.overall.level }, obstacles: [], waves: null, range: null, quickWins: [], alternatives: [], curve: [],
  };
}

/** In the pack's order. A prerequisite whose every requirement is fully met or does not apply is work already done. */
function chosenActions(pack: Pack, gaps: readonly Gap[], result: ScoreResult): readonly Action[] {
  const settled = new Set(result.finals.filter(({ value }) => value === 'F' || value === 'NA').map(({ requirement }) => requirement));
  const byId = new Map(pack.actions.map((action) => [action.id, action]));
  const chosen = new Set<string>();
  const waiting = gaps.flatMap(({ actions }) => actions);
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const action = byId.get(id);
    if (action === undefined || chosen.has(id) || action.satisfies.every((requirement) => settled.has(requirement))) continue;
    chosen.add(id);
    waiting.push(...action.prerequisites);
  }
  return pack.actions.filter(({ id }) => chosen.has(id));
}
