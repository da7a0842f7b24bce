/** A variable between two bounds; `whole`: it takes whole numbers only. */
export type Variable = { readonly name: string; readonly lower: number; readonly upper: number; readonly whole: boolean };
/** Index of a variable and its coefficient. */
export type Term = readonly [variable: number, coefficient: number];
/** A sum that is at least and at most so much; null = not bounded on that side. */
export type Constraint = { readonly terms: readonly Term[]; readonly least: number | null; readonly most: number | null };
export type Objective = { readonly sense: 'least' | 'most'; readonly terms: readonly Term[] };

/** A linear programme over whole and continuous variables, as plain data. All coefficients are whole numbers. */
export type Programme = { readonly variables: readonly Variable[]; readonly constraints: readonly Constraint[]; readonly objective: Objective };

/**
 * What a solver says. `optimal`: proven, nothing is better. `found`: allowed by the constraints, not proven to be the
 * best. `infeasible`: proven that the constraints allow nothing. `unknown`: it ran out of time with nothing in hand.
 */
export type Solution = { readonly status: 'optimal' | 'found'; readonly values: readonly number[] } | { readonly status: 'infeasible' | 'unknown'; readonly values: null };

/**
 * Whatever solves programmes: the core builds them and reads the answers, the edge brings the solver. `nodes`: after so
 * many branches it gives up, so that a question of little weight costs the same on every machine.
 */
export type Solve = (programme: Programme, nodes?: number) => Solution;

/** A programme in the making. */
export type Draft = {
  readonly variables: Variable[];
  readonly constraints: Constraint[];
};

export function emptyDraft(): Draft {
  return { variables: [], constraints: [] };
}

/** Adds a variable that is 0 or 1 (`whole`), or anything between; returns its index. */
export function addShare(draft: Draft, name: string, { whole, lower = 0, upper = 1 }: { readonly whole: boolean; readonly lower?: number; readonly upper?: number }): number {
  return draft.variables.push({ name, lower, upper, whole }) - 1;
}

export function addRow(draft: Draft, terms: readonly Term[], bounds: { readonly least?: number; readonly most?: number }): void {
  draft.constraints.push({ terms, least: bounds.least ?? null, most: bounds.most ?? null });
}

/** The value of a sum in a solution, as the whole number it is. */
export function valueOf(terms: readonly Term[], values: readonly number[]): number {
  return Math.round(terms.reduce((sum, [variable, coefficient]) => sum + coefficient * (values[variable] ?? 0), 0));
}
