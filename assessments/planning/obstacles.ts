import type { Pack } from '../catalogue/pack.ts';
import { type Decision, type Limits, costOfAll } from './decide.ts';
import { closingActions } from './gaps.ts';
import { goalsOf } from './goals.ts';
import type { Gap, Obstacle } from './plan.ts';
import { hundredths } from './planning-input.ts';
import { quarterName } from './quarters.ts';
import { type Situation, costOf } from './situation.ts';

/**
 * What keeps the plan from giving all that was asked: locks that cannot be heeded, ceilings, requirements that nothing
 * closes, and limits, each in words. Empty where every target is met as it was wanted.
 */
export function obstaclesOf(situation: Situation, gaps: readonly Gap[], decision: Decision, limits: Limits & { readonly start: number }): readonly Obstacle[] {
  return [...lockObstacles(situation), ...ceilingObstacles(situation), ...closingObstacles(situation, gaps), ...limitObstacles(decision, limits)];
}

function lockObstacles(situation: Situation): readonly Obstacle[] {
  const { input: { pack, settings }, must, candidates } = situation;
  const known = new Set(pack.actions.map(({ id }) => id));
  const budget = budgetOf(situation);
  const unknown = [...new Set([...settings.must, ...settings.never])].filter((id) => !known.has(id));
  const barred = settings.must.filter((id) => known.has(id) && !must.has(id));
  const cost = candidates.filter(({ id }) => must.has(id)).reduce((sum, action) => sum + costOf(situation, action), 0);
  return [
    ...unknown.map((id) => obstacle('unknown-action', { actions: [id] }, { zh: `标准包中没有措施 ${id}，这条锁定不起作用。`, en: `The pack has no action ${id}; locking it does nothing.` })),
    ...barred.map((id) => obstacle('must-never', { actions: [id] }, {
      zh: `必选措施 ${id} 无法进入计划：它自己或它的前置措施已被排除。`, en: `Action ${id} must be in the plan and cannot be: it, or an action it needs, is locked out.`,
    })),
    ...(budget !== null && cost > budget ? [obstacle('must-over-budget', { actions: [...must] }, {
      zh: `仅必选措施及其前置措施就需要 ${days(cost)} 人天，超过预算 ${days(budget)} 人天；计划仍包含它们。`, en: `The actions that must be in the plan, with those they need, take ${days(cost)} person-days, more than the budget of ${days(budget)}; the plan holds them nevertheless.`,
    })] : []),
  ];
}

function ceilingObstacles(situation: Situation): readonly Obstacle[] {
  return goalsOf(situation).filter(({ ceiling, wanted }) => ceiling !== null && ceiling < wanted).map(({ node, ceiling, wanted }) => {
    const name = nameOf(situation.input.pack, node);
    return obstacle('ceiling', { node }, {
      zh: `${name.zh}最高只能到 ${ceiling ?? 0} 级：其下有子项在更高等级没有适用的要求，因此目标 ${wanted} 级按能达到的最高等级计算。`,
      en: `${name.en} can be at level ${ceiling ?? 0} at most, because there are sub-items below without applicable requirements above it; target ${wanted} counts as far as it can be reached.`,
    });
  });
}

/**
 * Per sub-item that cannot be brought to its target, where that keeps a node from its own: gaps that no action closes,
 * and those whose actions are all locked out.
 */
function closingObstacles(situation: Situation, gaps: readonly Gap[]): readonly Obstacle[] {
  const { input: { pack, rules }, now, reachable, candidates } = situation;
  // Under `minimum` a target reaches down to every sub-item; elsewhere a sub-item may fall short and the node be where it should.
  if (rules.rollup !== 'minimum' && !goalsOf(situation).some(({ goal, wanted, ceiling }) => goal < Math.min(wanted, ceiling ?? 0))) return [];
  const short = new Set(now.nodes.filter(({ target }, index) => target !== null && (reachable.nodes[index]?.level ?? 0) < target).map(({ id }) => id));
  const closing = closingActions(pack);
  const possible = new Set(candidates.flatMap(({ satisfies }) => satisfies));
  const open = gaps.filter(({ requirement, subItem }) => short.has(subItem) && !possible.has(requirement));
  return [...Map.groupBy(open, ({ subItem }) => subItem)].flatMap(([node, own]) => {
    const name = nameOf(pack, node);
    const level = reachable.nodes.find(({ id }) => id === node)?.level ?? 0;
    const without = own.map(({ requirement }) => requirement).filter((id) => !closing.has(id));
    const locked = own.map(({ requirement }) => requirement).filter((id) => closing.has(id));
    return [
      ...(without.length === 0 ? [] : [obstacle('no-action', { node, requirements: without }, {
        zh: `${name.zh}：标准包中没有措施能弥合 ${without.join('、')}，仅靠现有措施最高到 ${level} 级；需要自行制定措施。`, en: `${name.en}: no action of the pack closes ${without.join(', ')}; with the actions there are it reaches level ${level} at most. It takes measures of your own.`,
      })]),
      ...(locked.length === 0 ? [] : [obstacle('never', { node, requirements: locked, actions: [...new Set(locked.flatMap((id) => closing.get(id) ?? []))] }, {
        zh: `${name.zh}：能弥合 ${locked.join('、')} 的措施均已被排除，最高到 ${level} 级。`, en: `${name.en}: every action that closes ${locked.join(', ')} is locked out; it reaches level ${level} at most.`,
      })]),
    ];
  });
}

function limitObstacles({ kind, unlimited, chosen, field: { situation } }: Decision, { horizon, start }: Limits & { readonly start: number }): readonly Obstacle[] {
  if (unlimited === null || chosen === null) return [];
  const budget = budgetOf(situation);
  const dear = budget !== null && kind === 'most' && unlimited.cost > budget;
  const late = horizon !== null && unlimited.quarters > horizon;
  return [
    ...(dear ? [obstacle('budget', {}, { zh: `达到目标至少需要 ${days(unlimited.cost)} 人天，预算只有 ${days(budget)} 人天；计划取预算内能达到的最好结果。`, en: `The targets take at least ${days(unlimited.cost)} person-days, the budget is ${days(budget)}; the plan is the most that the budget allows.` })] : []),
    ...(late ? deadlineObstacle(kind, quarterName(start + horizon - 1), costOfAll(situation, chosen) - unlimited.cost) : []),
  ];
}

/** The budget as it was asked for, not as locks may have raised it. */
function budgetOf({ input: { settings: { budget } } }: Situation): number | null {
  return budget === null ? null : hundredths(budget);
}

function deadlineObstacle(kind: Decision['kind'], last: string, dearer: number): readonly Obstacle[] {
  if (kind === 'most') return [obstacle('deadline', {}, { zh: `${last} 结束前无法达到目标；计划取到期前能达到的最好结果。`, en: `The targets cannot be reached by the end of ${last}; the plan is the most that can be done by then.` })];
  return dearer > 0 ? [obstacle('deadline', {}, { zh: `为了赶在 ${last} 结束前完成，计划比不限期多用 ${days(dearer)} 人天。`, en: `To be done by the end of ${last}, the plan takes ${days(dearer)} person-days more than it would without a deadline.` })] : [];
}

function obstacle(kind: Obstacle['kind'], about: Partial<Pick<Obstacle, 'node' | 'requirements' | 'actions'>>, sentence: Pick<Obstacle, 'zh' | 'en'>): Obstacle {
  return { kind, node: null, requirements: [], actions: [], ...about, ...sentence };
}

function nameOf(pack: Pack, node: string): Pick<Obstacle, 'zh' | 'en'> {
  const group = pack.groups.find(({ id }) => id === node);
  return group === undefined ? { zh: '总体', en: 'The whole' } : { zh: `${group.id} ${group.zh}`, en: `${group.id} ${group.en}` };
}

const days = (effort: number): string => String(effort / 100);
