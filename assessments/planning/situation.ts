import type { Action } from '../catalogue/pack.ts';
import type { ScoreResult } from '../scoring/result.ts';
import { type PlanningInput, finalsAfter, scoreOf } from './planning-input.ts';

/** Where an assessment stands, and what its actions can do about it. */
export type Situation = {
  readonly input: PlanningInput;
  readonly now: ScoreResult;
  /** Levels once every action that may be chosen is done: no choice of them reaches more anywhere. */
  readonly reachable: ScoreResult;
  /** What may be chosen, in the pack's order: not locked out, with open work or asked for, and all its open prerequisites likewise. */
  readonly candidates: readonly Action[];
  /** Of a candidate, the prerequisites that must be chosen with it: those whose work is not done. */
  readonly needs: ReadonlyMap<string, readonly string[]>;
  /** Locked in and possible, with all they need. */
  readonly must: ReadonlySet<string>;
  /** Marked as done: their effort is spent, what is missing is another look at the ratings. */
  readonly done: ReadonlySet<string>;
};

/**
 * Sorts the actions. The work of an action is done where everything it satisfies is F or does not apply, or somebody
 * marked it as done: then those who need it need nothing more.
 */
export function situationOf(input: PlanningInput): Situation {
  const { pack, finals, settings } = input;
  const settled = new Set(finals.filter(({ value }) => value === 'F' || value === 'NA').map(({ requirement }) => requirement));
  const marked = new Set(input.work.filter(({ status }) => status === 'done').map(({ action }) => action));
  const isDone = ({ id, satisfies }: Action): boolean => marked.has(id) || satisfies.every((requirement) => settled.has(requirement));
  const byId = new Map(pack.actions.map((action) => [action.id, action]));
  const needs = new Map(pack.actions.map((action) => [action.id, marked.has(action.id) ? [] : openOf(action, byId, isDone)]));

  const barred = barredActions(pack.actions, new Set(settings.never), needs);
  const must = closureOf(settings.must.filter((id) => byId.has(id) && !barred.has(id)), needs);
  const candidates = pack.actions.filter((action) => !barred.has(action.id) && (must.has(action.id) || !action.satisfies.every((requirement) => settled.has(requirement))));
  const reachable = scoreOf(input, finalsAfter(pack, finals, new Set(candidates.map(({ id }) => id))));
  return { input, now: scoreOf(input, finals), reachable, candidates, needs, must, done: marked };
}

/** Likely effort that is still to be spent on an action, in hundredths of a person-day. */
export function costOf({ done }: Pick<Situation, 'done'>, { id, effort }: Action): number {
  return done.has(id) ? 0 : Math.round(100 * effort.likely);
}

function openOf({ prerequisites }: Action, byId: ReadonlyMap<string, Action>, isDone: (action: Action) => boolean): readonly string[] {
  return prerequisites.filter((id) => { const before = byId.get(id); return before !== undefined && !isDone(before); });
}

/** What is locked out, and all that needs it. */
function barredActions(actions: readonly Action[], never: ReadonlySet<string>, needs: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const barred = new Set(never);
  for (let before = -1; before !== barred.size;) {
    before = barred.size;
    for (const { id } of actions) if ((needs.get(id) ?? []).some((one) => barred.has(one))) barred.add(id);
  }
  return barred;
}

/** The actions with all that they need, and all that those need. */
function closureOf(actions: readonly string[], needs: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const closure = new Set<string>();
  const waiting = [...actions];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (closure.has(id)) continue;
    closure.add(id);
    waiting.push(...(needs.get(id) ?? []));
  }
  return closure;
}
