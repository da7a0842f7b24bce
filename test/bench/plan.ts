/**
 * What the plan costs on the full catalogue, for targets 1 to 5, from the suggestions of a real repository taken as
 * ratings (the sample's where no corpus is there): solved once and proven, with alternatives, with the curve, and what-if
 * for one toggled action, each against scoring everything anew in the same run.
 * Run: node test/bench/plan.ts [folder]
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type FinalRating, type Plan, type PlanningInput, computePlan, openSettings, rulesOf, score, whatIf } from '#assessments';
import { openPacks } from '../../electron/handlers/packs.ts';
import { createSolver, loadHighs } from '../../electron/planning/solver.ts';
import { productPath } from '../../electron/shell/product.ts';
import { spread } from './spread.ts';

const pack = openPacks(productPath('assessments/packs')).find('model-delivery')?.pack;
if (pack === undefined) throw new Error('no pack');
const folder = process.argv[2] ?? repository();
const finals = suggestedRatings(folder);
const rules = rulesOf({ policy: 'strict', rollup: 'minimum', parameters: {} });
const input: PlanningInput = { pack, finals, rules, targets: { '': 3 }, settings: openSettings, work: [], asOf: '2026-11-20T00:00:00.000Z', seed: 'bench', curve: false, alternatives: 0 };
const loading = performance.now();
const highs = await loadHighs();

console.log(`${folder}: ${finals.filter(({ value }) => value !== null).length} of ${finals.length} requirements rated by suggestion; ${pack.actions.length} actions; solver loaded in ${(performance.now() - loading).toFixed(0)} ms`);
const baseline = spread(times(50, () => score({ pack, finals, targets: input.targets, ...rules }).nodes.length)).p50;
tell('score', [baseline]);
for (const target of [1, 2, 3, 4, 5]) {
  let plan: Plan | undefined;
  tell(`target ${target}`, times(5, () => { plan = planOf({ ...input, targets: { '': target } }); }), plan);
}
for (const rollup of ['quota', 'mean'] as const) {
  let plan: Plan | undefined;
  tell(`target 3, ${rollup}`, times(1, () => { plan = planOf({ ...input, rules: { ...rules, rollup } }); }), plan);
}
tell('three alternatives', times(3, () => planOf({ ...input, alternatives: 3 })));
tell('curve', times(3, () => planOf({ ...input, curve: true })));
tell('what if', times(50, () => whatIf({ pack, finals, rules, targets: input.targets, actions: pack.actions.slice(0, 1).map(({ id }) => id), ratings: [] }).nodes.length));

function planOf(asked: PlanningInput): Plan {
  return computePlan(asked, createSolver(highs, 30));
}

function tell(name: string, all: readonly number[], plan?: Plan): void {
  const { p50 } = spread(all);
  const outcome = plan === undefined ? '' : `  ${plan.provenOptimal ? 'proven' : 'not proven'}, ${plan.actions.length} actions, ${plan.effort.likely} person-days, level ${plan.levels.after ?? 0}`;
  console.log(`${name.padEnd(20)} p50 ${p50.toFixed(1).padStart(8)} ms  ${(p50 / baseline).toFixed(1).padStart(8)} of score${outcome}`);
}

/** A repository of the corpus, where there is one. */
function repository(): string {
  const corpus = fileURLToPath(new URL('../../../shared/corpus/open/13_reference_repos', import.meta.url));
  const [first] = existsSync(corpus) ? readdirSync(corpus, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort() : [];
  return first === undefined ? productPath('electron/sample/credit-scoring-delivery') : `${corpus}/${first}`;
}

/** What is suggested, taken as rated; the rest is unassessed. */
function suggestedRatings(path: string): readonly FinalRating[] {
  const { stdout, stderr } = spawnSync(process.execPath, [productPath('electron/cli/main.ts'), 'suggest', path, '--json'], { encoding: 'utf8', maxBuffer: 1_000_000_000 });
  if (stdout === '') throw new Error(stderr);
  const { suggestions } = JSON.parse(stdout) as { readonly suggestions: readonly { readonly requirement: string; readonly rating: FinalRating['value'] }[] };
  return suggestions.map(({ requirement, rating }): FinalRating => ({ requirement, value: rating, basis: rating === null ? null : 'machine', disputed: [], layer: null }));
}

function times(rounds: number, run: () => unknown): readonly number[] {
  run();
  return Array.from({ length: rounds }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
}
