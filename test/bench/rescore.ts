/**
 * What one rating costs the computation with 100,000 facts in the assessment: levels again (every key press) and
 * suggestions again (only when evidence changes), against writing the facts once as JSON in the same run.
 * Run: node test/bench/rescore.ts
 */
import { readFileSync, readdirSync } from 'node:fs';
import { compileChecks, finalRatings, makePlan, score, suggest, type Fact } from '#assessments';
import { openPacks } from '../../electron/handlers/packs.ts';
import { productPath } from '../../electron/shell/product.ts';
import { ratings } from './ratings.ts';
import { spread } from './spread.ts';

const wanted = 100_000;
const found = openPacks(productPath('assessments/packs')).find('model-delivery');
if (found === undefined) throw new Error('no pack');
const { pack } = found;
const program = compileChecks(pack);
if (!program.ok) throw new Error('the pack does not compile');

const facts = manyFacts();
const written = times(5, () => JSON.stringify(facts).length);
const suggested = times(5, () => suggest(program.value, facts).suggestions.length);
const state = { ratings: ratings(pack), consensus: [] };
const scored = times(200, () => score({ pack, finals: finalRatings(pack, state), policy: 'strict', rollup: 'minimum', targets: { '': 3 } }).nodes.length);
const result = score({ pack, finals: finalRatings(pack, state), policy: 'strict', rollup: 'minimum', targets: { '': 3 } });
const planned = times(200, () => makePlan({ pack, result, target: 3 }).gaps.length);

const baseline = spread(written).p50;
console.log(`${facts.length} facts, ${pack.groups.reduce((sum, group) => sum + group.requirements.length, 0)} requirements`);
for (const [name, all] of Object.entries({ 'facts to JSON': written, 'suggest': suggested, 'score': scored, 'plan': planned })) {
  const { p50, p95 } = spread(all);
  console.log(`${name.padEnd(14)} p50 ${p50.toFixed(2)} ms  p95 ${p95.toFixed(2)} ms  ${(p50 / baseline).toFixed(4)} of facts to JSON`);
}

/** The facts of the checks' fixtures over and over, each time in another file. */
function manyFacts(): readonly Fact[] {
  const folder = new URL('../fixtures/checks/model-delivery/', import.meta.url);
  const kinds = readdirSync(folder).flatMap((name) => {
    const { satisfies, fails } = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as { readonly satisfies: readonly Fact[]; readonly fails: readonly Fact[] };
    return [...satisfies, ...fails];
  });
  return Array.from({ length: wanted }, (_, index) => {
    const fact = kinds[index % kinds.length] as Fact;
    return { ...fact, place: { ...fact.place, file: `${index}/${fact.place.file}` } };
  });
}

function times(rounds: number, run: () => unknown): readonly number[] {
  run();
  return Array.from({ length: rounds }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
}
