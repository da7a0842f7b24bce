import type { Alternative } from './plan.ts';
import type { Decision } from './decide.ts';
import { cheapestFirst, choose } from './field.ts';
import { notAll } from './lexicographic.ts';
import { totalEffort } from './planning-input.ts';
import type { Constraint, Solve } from './programme.ts';

/**
 * The next-best choices that meet the same aims within the same limits: the cheapest that does not hold the plan, then
 * the cheapest that holds neither, and so on. A choice that only adds to a better one is none. Fewer where there are
 * no more; none where the plan itself does not meet its aims.
 */
export function nextBest({ kind, field, chosen: plan }: Decision, count: number, solve: Solve): readonly Alternative[] {
  if (kind !== 'cheapest' || plan === null || plan.size === 0) return [];
  const cuts: Constraint[] = [];
  const found: Alternative[] = [];
  for (let before = plan; found.length < count;) {
    cuts.push(notAll([...before].flatMap((id) => field.actions.get(id) ?? [])));
    const { chosen, proven } = choose(field, cheapestFirst(field), solve, cuts);
    if (chosen === null) break;
    found.push(alternativeOf(field, plan, chosen, proven));
    before = chosen;
  }
  return found;
}

function alternativeOf({ situation }: Decision['field'], plan: ReadonlySet<string>, chosen: ReadonlySet<string>, provenOptimal: boolean): Alternative {
  const actions = situation.candidates.filter(({ id }) => chosen.has(id));
  const ids = actions.map(({ id }) => id);
  return {
    actions: ids, effort: totalEffort(actions.filter(({ id }) => !situation.done.has(id))), provenOptimal,
    added: ids.filter((id) => !plan.has(id)), dropped: [...plan].filter((id) => !chosen.has(id)),
  };
}
