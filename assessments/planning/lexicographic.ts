import { type Constraint, type Objective, type Programme, type Solve, type Term, valueOf } from './programme.ts';

/** A programme without its objective. */
export type Field = Omit<Programme, 'objective'>;
/** `proven`: no step was cut short. Null values: proven that nothing is allowed, or (not proven) nothing was found in time. */
export type Ranked = { readonly values: readonly number[] | null; readonly proven: boolean; /** The objectives kept at what was reached. */ readonly held: readonly Constraint[] };

/**
 * The best under the first objective, among those the best under the second, and so on: each is a solve of its own whose
 * value is then held by a constraint, so that no weight of a lower objective can disturb a higher one. Where the time
 * runs out, what was found so far stands, not proven.
 */
export function solveInOrder(field: Field, objectives: readonly Objective[], solve: Solve): Ranked {
  const held: Constraint[] = [];
  let best: readonly number[] | null = null as readonly number[] | null;
  for (const objective of objectives) {
    const answer = solve({ ...field, constraints: [...field.constraints, ...held], objective });
    // What was found once is allowed: a later step that finds nothing has only run out of time or precision.
    if (answer.values === null) return { values: best, proven: best === null && answer.status === 'infeasible', held };
    best = answer.values;
    if (answer.status === 'found') return { values: best, proven: false, held };
    held.push(holding(objective, valueOf(objective.terms, best)));
  }
  return { values: best, proven: true, held };
}

/** The objective kept at a value it has reached. */
function holding({ sense, terms }: Objective, value: number): Constraint {
  return sense === 'least' ? { terms, least: null, most: value } : { terms, least: value, most: null };
}

/** Powers of two stay far from where a solver's tolerance would count: 2^10 times a millionth. */
const blockLength = 10;

/**
 * Among equally good choices the one that takes the earliest: of two that differ, the one that holds the first
 * variable in which they differ. `values` is one of them; where it is the only one, one solve shows it.
 */
export function firstInOrder(field: Field, choices: readonly number[], values: readonly number[], solve: Solve): Omit<Ranked, 'held'> {
  const chosen = choices.filter((variable) => isChosen(values, variable));
  const another = solve({ ...field, constraints: [...field.constraints, notAll(chosen)], objective: { sense: 'least', terms: [] } });
  if (another.status === 'infeasible') return { values, proven: true };

  const fixed: Constraint[] = [];
  let best = values;
  for (let from = 0; from < choices.length; from += blockLength) {
    const block = choices.slice(from, from + blockLength);
    const terms = block.map((variable, index): Term => [variable, 2 ** (block.length - 1 - index)]);
    const answer = solve({ ...field, constraints: [...field.constraints, ...fixed], objective: { sense: 'most', terms } });
    if (answer.status !== 'optimal') return { values: best, proven: false };
    best = answer.values;
    for (const variable of block) fixed.push(isChosen(best, variable) ? { terms: [[variable, 1]], least: 1, most: null } : { terms: [[variable, 1]], least: null, most: 0 });
  }
  return { values: best, proven: true };
}

/** Forbids a set of choices and every larger one that holds it. */
export function notAll(chosen: readonly number[]): Constraint {
  return { terms: chosen.map((variable): Term => [variable, 1]), least: null, most: chosen.length - 1 };
}

export function isChosen(values: readonly number[], variable: number): boolean {
  return (values[variable] ?? 0) > 0.5;
}
