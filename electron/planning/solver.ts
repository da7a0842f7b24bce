import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Highs, InitOptions, ModelData } from 'highs';
import type { Programme, Solution, Solve } from '#assessments';

/** Loads HiGHS from its own package, by its path: it is never looked for anywhere else. */
export async function loadHighs(): Promise<Highs> {
  // Its types describe its CommonJS side; what is imported is the module, whose default is the loader itself.
  const load = (await import('highs')).default as unknown as (options: InitOptions) => Promise<Highs>;
  return load({ wasmBinary: readFileSync(createRequire(import.meta.url).resolve('highs/runtime')) });
}

/**
 * A solver with so many seconds for all it is asked. What it could not prove by then it says as such; asked later, it
 * has found nothing.
 */
export function createSolver(highs: Highs, seconds: number, now: () => number = () => performance.now()): Solve {
  const end = now() + 1_000 * seconds;
  return (programme, nodes) => solveWithin(highs, programme, { seconds: (end - now()) / 1_000, nodes });
}

/** Small gaps between whole numbers are none: every objective is a whole number. */
const exactly = { output_flag: false, mip_rel_gap: 0, mip_abs_gap: 1e-6, mip_feasibility_tolerance: 1e-9, primal_feasibility_tolerance: 1e-9, random_seed: 0 };

function solveWithin(highs: Highs, programme: Programme, { seconds, nodes }: { readonly seconds: number; readonly nodes: number | undefined }): Solution {
  if (programme.variables.length === 0) return withoutVariables(programme);
  if (seconds <= 0) return { status: 'unknown', values: null };
  return highs.withModel((model) => {
    model.options.set({ ...exactly, time_limit: seconds, ...(nodes === undefined ? {} : { mip_max_nodes: nodes }) });
    model.passModel(modelOf(highs, programme));
    model.run();
    const { optimal, infeasible, unboundedOrInfeasible } = highs.constants.modelStatus;
    const status = model.getModelStatus();
    if (status === infeasible || status === unboundedOrInfeasible) return { status: 'infeasible', values: null } as const;
    if (status === optimal) return { status: 'optimal', values: [...model.getSolution().colValue] } as const;
    return model.info.get('primal_solution_status') === 2 ? { status: 'found', values: [...model.getSolution().colValue] } as const : { status: 'unknown', values: null } as const;
  });
}

/** Nothing to choose, which HiGHS does not take for solved: every sum is 0. */
function withoutVariables({ constraints }: Programme): Solution {
  return constraints.every(({ least, most }) => (least ?? 0) <= 0 && (most ?? 0) >= 0) ? { status: 'optimal', values: [] } : { status: 'infeasible', values: null };
}

function modelOf({ infinity, constants }: Highs, { variables, constraints, objective }: Programme): ModelData {
  const costs = new Float64Array(variables.length);
  for (const [variable, coefficient] of objective.terms) costs[variable] = (costs[variable] ?? 0) + coefficient;
  const rows = constraints.map(({ terms }) => [...summed(terms)]);
  const starts = rows.reduce<number[]>((ends, row) => [...ends, (ends.at(-1) ?? 0) + row.length], [0]);
  return {
    numCols: variables.length, numRows: constraints.length,
    sense: objective.sense === 'least' ? constants.objectiveSense.minimize : constants.objectiveSense.maximize,
    colCost: costs, colLower: variables.map(({ lower }) => lower), colUpper: variables.map(({ upper }) => upper),
    rowLower: constraints.map(({ least }) => least ?? -infinity), rowUpper: constraints.map(({ most }) => most ?? infinity),
    integrality: variables.map(({ whole }) => (whole ? constants.variableType.integer : constants.variableType.continuous)),
    matrix: { format: 'csr', numRows: constraints.length, numCols: variables.length, starts: Int32Array.from(starts), indices: Int32Array.from(rows.flat().map(([variable]) => variable)), values: Float64Array.from(rows.flat().map(([, coefficient]) => coefficient)) },
  };
}

/** A variable that is named twice in a sum counts for both. */
function summed(terms: readonly (readonly [number, number])[]): ReadonlyMap<number, number> {
  const sums = new Map<number, number>();
  for (const [variable, coefficient] of terms) sums.set(variable, (sums.get(variable) ?? 0) + coefficient);
  return sums;
}
