/**
 * What one rating costs the computation with 100,000 facts in the assessment: the journal folded on and levels again
 * (every key press), why for the whole, and suggestions again (only when evidence changes), against writing the facts
 * once as JSON in the same run; the fold of a journal of 50,000 events; and, where LibreOffice is on the machine, the
 * recalculation of a workbook that scores the same. Beside the time on the clock stands the time of the processor, which
 * other work on the machine does not lengthen; where its median is over what is promised, that is marked.
 * Run: node test/bench/rescore.ts
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { causalOrder, compileChecks, finalRatings, fold, makePlan, score, startFolding, suggest, why, type Fact, type StoredEvent } from '#assessments';
import { openPacks } from '../../electron/handlers/packs.ts';
import { productPath } from '../../electron/shell/product.ts';
import { aJournal } from './journal.ts';
import { ratings } from './ratings.ts';
import { scoringWorkbook } from './scoring-workbook.ts';
import { spread } from './spread.ts';

const wanted = 100_000;
const copies = 60;
const found = openPacks(productPath('assessments/packs')).find('model-delivery');
if (found === undefined) throw new Error('no pack');
const { pack } = found;
const program = compileChecks(pack);
if (!program.ok) throw new Error('the pack does not compile');

const facts = manyFacts();
const rules = { policy: 'strict', rollup: 'minimum', targets: { '': 3 } } as const;
const state = { ratings: ratings(pack), consensus: [] };
const finals = finalRatings(pack, state);
const result = score({ pack, finals, ...rules });

const { events, next } = aJournal(pack, 50_000);
const folding = startFolding(events);
folding.state();

/** Name, what is done, how often, and the median of milliseconds that is promised for it. */
const measured: readonly (readonly [name: string, run: () => unknown, rounds: number, promised: number | null])[] = [
  ['facts to JSON', () => JSON.stringify(facts).length, 5, null],
  ['suggest', () => suggest(program.value, facts).suggestions.length, 1, null],
  ['score', () => score({ pack, finals: finalRatings(pack, state), ...rules }).nodes.length, 200, 5],
  ['rating to levels', () => rateOn(next()), 200, 5],
  ['plan', () => makePlan({ pack, result, target: 3 }).gaps.length, 50, null],
  ['why the whole', () => why({ pack, finals, ...rules }, '')?.level, 50, 50],
  ['causal order of 50,000', () => causalOrder(events).order.length, 9, null],
  ['fold of 50,000', () => fold(events).events, 9, 500],
];

console.log(`${facts.length} facts, ${pack.groups.reduce((sum, group) => sum + group.requirements.length, 0)} requirements, ${events.length} events`);
const medians = new Map<string, number>();
for (const [name, run, rounds, promised] of measured) {
  const all = times(rounds, run);
  const [clock, processor] = [spread(all.map(({ elapsed }) => elapsed)), spread(all.map(({ used }) => used)).p50];
  medians.set(name, processor);
  const kept = promised === null ? '' : processor < promised ? `  (promised ${promised} ms)` : `  ✗ promised ${promised} ms`;
  console.log(`${name.padEnd(24)} p50 ${clock.p50.toFixed(2)} ms  p95 ${clock.p95.toFixed(2)} ms  processor p50 ${processor.toFixed(2)} ms  ${(processor / (medians.get('facts to JSON') ?? processor)).toFixed(4)} of facts to JSON${kept}`);
}
await besideLibreOffice();

/** What a key press costs: the event is folded on, the rating that counts found, and every level computed. */
function rateOn(event: StoredEvent): number {
  folding.add([event]);
  return score({ pack, finals: finalRatings(pack, folding.state()), ...rules }).nodes.length;
}

/** Opens the workbook with and without its formulas; what the formulas take longer is their recalculation. */
async function besideLibreOffice(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'rescore-'));
  try {
    const [live, bare] = ['live', 'bare'].map((name) => join(folder, `${name}.xlsx`)) as [string, string];
    await scoringWorkbook(pack, finals, { path: live, copies, live: true });
    await scoringWorkbook(pack, finals, { path: bare, copies, live: false });
    converted(folder, bare);
    const [withFormulas, without] = [live, bare].map((path) => spread(Array.from({ length: 3 }, () => converted(folder, path))).p50) as [number, number];
    const recalculated = (withFormulas - without) / copies;
    const own = medians.get('score') ?? 0;
    console.log(`LibreOffice              ${recalculated.toFixed(1)} ms of processor a recalculation of the same scoring, ${(recalculated / own).toFixed(0)} times ours (${copies} of them in one workbook: ${withFormulas.toFixed(0)} ms, without formulas ${without.toFixed(0)} ms)`);
    console.log(`                         ${disagreements(join(folder, 'live.csv'))}`);
  } catch (thrown) {
    console.log(`LibreOffice              not measured: ${thrown instanceof Error ? thrown.message.split('\n')[0] ?? '' : ''}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Milliseconds of the processor that opening, computing and writing the first sheet took, as the shell counts them for what it started. */
function converted(folder: string, path: string): number {
  const words = ['soffice', `-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'csv', '--outdir', folder, path];
  const told = execFileSync('sh', ['-c', '"$@" >/dev/null 2>&1 || exit; times', 'sh', ...words], { timeout: 180_000, encoding: 'utf8' });
  const [, minutes, seconds] = /\n(\d+)m([\d.]+)s/.exec(told) ?? [];
  return (Number(minutes) * 60 + Number(seconds)) * 1_000;
}

/** The first sheet as LibreOffice computed it, against our levels. */
function disagreements(csv: string): string {
  const levels = new Map(readFileSync(csv, 'utf8').trim().split('\n').slice(1).map((line) => line.split(',')).map(([node = '', , level = '']) => [node, level === '' ? null : Number(level)]));
  const nodes = [...result.nodes, { id: 'whole', ...result.overall }];
  const other = nodes.filter(({ id, level }) => levels.get(id) !== level);
  return other.length === 0 ? `the same ${nodes.length} levels` : `OTHER LEVELS at ${other.map(({ id, level }) => `${id} (${level ?? '–'}, there ${levels.get(id) ?? '–'})`).join(', ')}`;
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

/** Milliseconds on the clock and of the processor, in user code. */
function times(rounds: number, run: () => unknown): readonly { readonly elapsed: number; readonly used: number }[] {
  run();
  return Array.from({ length: rounds }, () => {
    const [start, before] = [performance.now(), process.cpuUsage()];
    run();
    return { elapsed: performance.now() - start, used: process.cpuUsage(before).user / 1_000 };
  });
}
