import type { Action, Pack } from '../catalogue/pack.ts';
import type { ScoreResult } from '../scoring/result.ts';
import type { Gap, Plan, PlannedAction } from './plan.ts';
import { orderActions } from './order-actions.ts';

export type PlanInput = {
  readonly pack: Pack; readonly result: ScoreResult;
  /** The target of the whole pack; null = the targets that the result was scored with. */
  readonly target: number | null;
};

/**
 * The gaps up to the target and every action that closes one, with the prerequisites that still have work in them:
 * prerequisites first, then lower levels first. A list to start from, not an optimum (design, "Gap plan").
 */
export function makePlan({ pack, result, target }: PlanInput): Plan {
  const gaps = gapsOf(pack, result, target);
  const planned = orderActions(chosenActions(pack, gaps, result), gaps);
  return {
    target, gaps,
    actions: planned.map((action, index) => plannedAction(action, gaps, index + 1)),
    effort: { low: total(planned, 'low'), likely: total(planned, 'likely'), high: total(planned, 'high') },
    uncovered: gaps.filter(({ actions }) => actions.length === 0).map(({ requirement }) => requirement),
    provenOptimal: false,
  };
}

function gapsOf(pack: Pack, result: ScoreResult, target: number | null): readonly Gap[] {
  const nodes = new Map(result.nodes.map((node) => [node.id, node]));
  const finals = new Map(result.finals.map((final) => [final.requirement, final.value]));
  return pack.groups.flatMap((group) => {
    const node = nodes.get(group.id);
    const upTo = target === null ? (node?.target ?? 0) : Math.min(target, node?.ceiling ?? 0);
    return group.requirements.flatMap(({ id, level }): readonly Gap[] => {
      const value = finals.get(id) ?? null;
      if (level > upTo || value === 'F' || value === 'NA') return [];
      return [{ requirement: id, subItem: group.id, level, value, actions: pack.actions.filter(({ satisfies }) => satisfies.includes(id)).map((action) => action.id) }];
    });
  });
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

function plannedAction({ id, zh, en, effort, calendarWeeks, prerequisites, roles }: Action, gaps: readonly Gap[], order: number): PlannedAction {
  const closes = gaps.filter(({ actions }) => actions.includes(id)).map(({ requirement }) => requirement);
  return { action: id, name: { zh, en }, closes, effort, calendarWeeks, prerequisites, roles, order };
}

/** Person-days, added in hundredths so that 0.1 and 0.2 make 0.3. */
function total(actions: readonly Action[], bound: keyof Action['effort']): number {
  return actions.reduce((sum, { effort }) => sum + Math.round(100 * effort[bound]), 0) / 100;
}
