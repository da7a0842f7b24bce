import type { Action } from '../catalogue/pack.ts';
import { type Certificates, certificatesIn } from './certificates.ts';
import type { Aim } from './goals.ts';
import { type Field, type Ranked, firstInOrder, isChosen, solveInOrder } from './lexicographic.ts';
import { type Constraint, type Draft, type Objective, type Solve, type Term, addRow, addShare, emptyDraft } from './programme.ts';
import { type Situation, costOf } from './situation.ts';

/** The programme of a situation in the making: one variable per candidate, and what it takes to speak of levels. */
export type ActionField = {
  readonly situation: Situation;
  readonly draft: Draft;
  /** The variable of each candidate by its id, in the pack's order: 1 = chosen. */
  readonly actions: ReadonlyMap<string, number>;
  readonly certificates: Certificates;
};

/** Chosen actions bring those they need; locked ones are chosen. What is locked out is no candidate. */
export function actionField(situation: Situation): ActionField {
  const draft = emptyDraft();
  const actions = new Map(situation.candidates.map(({ id }) => [id, addShare(draft, id, { whole: true, lower: situation.must.has(id) ? 1 : 0 })]));
  for (const [id, variable] of actions) for (const needed of situation.needs.get(id) ?? []) addRow(draft, [...variableOf(actions, needed), [variable, -1]], { least: 0 });
  return { situation, draft, actions, certificates: certificatesIn(draft, situation, actions) };
}

function variableOf(actions: ReadonlyMap<string, number>, id: string): readonly Term[] {
  const variable = actions.get(id);
  return variable === undefined ? [] : [[variable, 1]];
}

/** Demands that every aim is met. */
export function demand({ draft, certificates }: ActionField, aims: readonly Aim[]): void {
  for (const { node, level } of aims) {
    const reached = certificates.reaches(node, level);
    if ('variable' in reached) addRow(draft, [[reached.variable, 1]], { least: 1 });
    // An aim that cannot be met was lowered before; saying it here keeps a mistake from passing for a plan.
    else if (!reached.certain) addRow(draft, [], { least: 1 });
  }
}

/** The likely effort of what is chosen, in hundredths of a person-day divided by what all efforts have in common. */
export function effortTerms({ situation, actions }: ActionField): { readonly terms: readonly Term[]; readonly unit: number } {
  const costs = situation.candidates.map((action): readonly [Action, number] => [action, costOf(situation, action)]);
  const unit = Math.max(1, costs.reduce((common, [, cost]) => commonDivisor(common, cost), 0));
  return { unit, terms: costs.flatMap(([{ id }, cost]) => variableOf(actions, id).map(([variable]): Term => [variable, cost / unit])) };
}

function commonDivisor(one: number, other: number): number {
  return other === 0 ? one : commonDivisor(other, one % other);
}

/** Least effort first, then fewest actions. */
export function cheapestFirst(field: ActionField): readonly Objective[] {
  return [{ sense: 'least', terms: effortTerms(field).terms }, { sense: 'least', terms: [...field.actions.values()].map((variable): Term => [variable, 1]) }];
}

export type Choice = { readonly chosen: ReadonlySet<string> | null; readonly proven: boolean };

/** The best choice under the objectives in their order; among equals the one that takes the pack's earliest actions. */
export function choose({ draft, actions }: ActionField, objectives: readonly Objective[], solve: Solve, more: readonly Constraint[] = []): Choice {
  const field: Field = { variables: draft.variables, constraints: [...draft.constraints, ...more] };
  const ranked = solveInOrder(field, objectives, solve);
  const settled: Omit<Ranked, 'held'> = ranked.values === null || !ranked.proven ? ranked : firstInOrder({ ...field, constraints: [...field.constraints, ...ranked.held] }, [...actions.values()], ranked.values, solve);
  const { values } = settled;
  return { chosen: values === null ? null : new Set([...actions].filter(([, variable]) => isChosen(values, variable)).map(([id]) => id)), proven: settled.proven };
}
