import { resultAt } from './certificates.ts';
import type { CurvePoint } from './plan.ts';
import { actionField, cheapestFirst, choose, demand } from './field.ts';
import { aimsOf } from './goals.ts';
import { type PlanningInput, totalEffort } from './planning-input.ts';
import type { Solve } from './programme.ts';
import { situationOf } from './situation.ts';

/**
 * The least effort for levels 1 to 5 of the whole and of each domain, every point an optimum of its own with no other
 * target beside it: locks count, limits do not. A node whose ceiling is lower is brought to its ceiling, and every
 * sub-item below as far as its own goes; null where the actions do not reach that, or (not proven) nothing was found in
 * time.
 */
export function effortCurve(input: PlanningInput, solve: Solve): readonly CurvePoint[] {
  const nodes = ['', ...input.pack.groups.filter(({ parent }) => parent === null).map(({ id }) => id)];
  return nodes.flatMap((node) => [1, 2, 3, 4, 5].map((level) => pointOf({ ...input, targets: { [node]: level } }, node, level, solve)));
}

function pointOf(input: PlanningInput, node: string, level: number, solve: Solve): CurvePoint {
  const situation = situationOf(input);
  const { now, reachable } = situation;
  const missed = now.nodes.some(({ kind, target, level: at }, index) => kind === 'subItem' && target !== null && Math.max(at ?? 0, reachable.nodes[index]?.level ?? 0) < target);
  const field = actionField(situation);
  demand(field, aimsOf(situation));
  const choice = choose(field, cheapestFirst(field), solve);
  const ceiling = resultAt(now, node).ceiling ?? 0;
  const short = input.rules.rollup === 'minimum' ? missed : (resultAt(reachable, node).level ?? 0) < Math.min(level, ceiling);
  const chosen = input.pack.actions.filter(({ id }) => choice.chosen?.has(id) === true && !situation.done.has(id));
  return { node, level, effort: short || choice.chosen === null ? null : totalEffort(chosen), actions: short ? 0 : chosen.length, provenOptimal: short || choice.proven };
}
