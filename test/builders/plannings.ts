import { type Action, type FinalRating, type Pack, type PlanningInput, type RatingValue, openSettings, score } from '#assessments';
import { type ActionSketch, type PackSketch, aPack } from './packs.ts';
import { finalsOf } from './ratings.ts';

/** A sketch of what a plan is computed from; unassessed, strict, minimum and without any limit unless it says otherwise. */
export type PlanningSketch = Partial<Omit<PlanningInput, 'pack' | 'finals' | 'rules' | 'settings'>> & {
  readonly pack: Pack; readonly values?: Readonly<Record<string, RatingValue | null>>;
  readonly rules?: Partial<PlanningInput['rules']>; readonly settings?: Partial<PlanningInput['settings']>;
};

export function aPlanning({ pack, values = {}, rules = {}, settings = {}, ...more }: PlanningSketch): PlanningInput {
  return {
    pack, finals: finalsOf(pack, values), rules: { policy: 'strict', rollup: 'minimum', thresholdPercent: 85, quotaPercent: 80, weights: {}, ...rules }, settings: { ...openSettings, ...settings },
    targets: { '': 5 }, work: [], asOf: '2026-11-20T08:00:00.000Z', seed: 'test', curve: false, alternatives: 0, ...more,
  };
}

/** A pack of one sub-item `s` with a requirement per level, `r1` … `r5`. */
export function fiveLevels(actions: readonly ActionSketch[], sketch: Partial<PackSketch> = {}): Pack {
  return aPack({ subItems: { s: { requirements: [1, 2, 3, 4, 5].map((level) => ({ id: `r${level}`, level })) } }, ...sketch, actions });
}

/** What a plan should be, found by trying every set of actions: ids in the pack's order, and whether the targets are met. */
export type Tried = { readonly actions: readonly string[]; readonly met: boolean };

/**
 * Tries all sets, told by nothing but the words of the rule: allowed sets hold what is locked in and what their actions
 * need; the cheapest that meets the aims, within the budget; else most levels, most gaps, least effort.
 */
export function tryAll(input: PlanningInput): Tried {
  const { pack, targets, settings } = input;
  const result = levelsOf(input, input.finals);
  const isDone = (action: Action): boolean => action.satisfies.every((id) => input.finals.some((final) => final.requirement === id && (final.value === 'F' || final.value === 'NA')));
  const sets = Array.from({ length: 2 ** pack.actions.length }, (_, bits) => pack.actions.filter((_action, index) => (bits >> index) % 2 === 1));
  const whole = (set: readonly Action[]): boolean => set.every(({ prerequisites }) => prerequisites.every((id) => set.some((one) => one.id === id) || pack.actions.some((one) => one.id === id && isDone(one))));
  const allowed = sets.filter((set) => whole(set) && !set.some(({ id }) => settings.never.includes(id)));
  const possible = settings.must.filter((id) => allowed.some((set) => set.some((one) => one.id === id)));
  const locked = allowed.filter((set) => possible.every((id) => set.some((one) => one.id === id)));
  const most = levelsOf(input, closed(input, allowed.reduce((all, set) => (set.length > all.length ? set : all), [])));

  const reached = (node: string, of: typeof result): number => (node === '' ? of.overall.level : of.nodes.find(({ id }) => id === node)?.level ?? null) ?? 0;
  const ceiling = (node: string): number => (node === '' ? result.overall.ceiling : result.nodes.find(({ id }) => id === node)?.ceiling ?? null) ?? 0;
  const goals = Object.entries(targets).map(([node, wanted]) => ({ node, level: Math.min(wanted, ceiling(node), reached(node, most)) }));
  const aims = input.rules.rollup === 'minimum' ? result.nodes.filter(({ kind }) => kind === 'subItem').map(({ id, target }) => ({ node: id, level: Math.min(target ?? 0, reached(id, most)) })) : goals;
  const gaps = result.nodes.filter(({ kind }) => kind === 'subItem').flatMap(({ id, target }) => pack.groups.find((group) => group.id === id)?.requirements.filter(({ level }) => level <= (target ?? 0)) ?? []).map(({ id }) => id);

  const byMerit = locked.map((set) => ({ set, cost: set.reduce((sum, { effort }) => sum + Math.round(100 * effort.likely), 0), rank: pack.actions.map((one) => (set.includes(one) ? '0' : '1')).join('') }))
    .sort((one, other) => one.cost - other.cost || one.set.length - other.set.length || (one.rank < other.rank ? -1 : 1));
  const least = byMerit[0]?.cost ?? 0;
  const budget = settings.budget === null ? Infinity : Math.max(Math.round(100 * settings.budget), least);
  const affordable = byMerit.filter(({ cost }) => cost <= budget);
  const cheapest = affordable.find(({ set }) => { const after = levelsOf(input, closed(input, set)); return aims.every(({ node, level }) => reached(node, after) >= level); });
  if (cheapest !== undefined) return { actions: cheapest.set.map(({ id }) => id), met: true };

  const merits = affordable.map(({ set }) => {
    const finals = closed(input, set);
    const after = levelsOf(input, finals);
    const worth = goals.reduce((sum, { node, level }) => sum + Math.min(level, reached(node, after)), 0);
    return { set, worth, closed: finals.filter(({ requirement, value }, index) => gaps.includes(requirement) && value === 'F' && input.finals[index]?.value !== 'F').length };
  });
  const best = merits.reduce((one, other) => (other.worth > one.worth || (other.worth === one.worth && other.closed > one.closed) ? other : one));
  return { actions: best.set.map(({ id }) => id), met: false };
}

function levelsOf({ pack, rules, targets }: PlanningInput, finals: readonly FinalRating[]) {
  return score({ pack, finals, targets, ...rules });
}

function closed({ finals }: PlanningInput, set: readonly Action[]): readonly FinalRating[] {
  return finals.map((final) => (final.value !== 'NA' && set.some(({ satisfies }) => satisfies.includes(final.requirement)) ? { ...final, value: 'F' } : final));
}
