/**
 * Runs the rigs: `node test/rigs/run.ts [--gate | --long] [--break NAME | --break all] [--only NAME [--step NAME]]`. One line for each,
 * then one that counts. With `--break` something is broken on purpose, and a rig that does not find it has failed.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Outcome, Rig } from './rig.ts';
import { rigs } from './rigs.ts';

type Told = 'passed' | 'failed' | 'not run';
type Turn = { readonly rig: Rig; readonly sabotage: string | null };

const { values } = parseArgs({ options: { gate: { type: 'boolean' }, long: { type: 'boolean', default: false }, break: { type: 'string' }, only: { type: 'string' }, step: { type: 'string' } } });
const root = join(tmpdir(), `maturity-rigs-${process.pid}`);
sweepOld();
mkdirSync(root, { recursive: true });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => { process.exit(1); });
process.once('exit', () => { rmSync(root, { recursive: true, force: true }); });

const wanted = rigs.filter(({ name }) => values.only === undefined || values.only === name);
const turns = wanted.flatMap((rig): readonly Turn[] => (values.break === undefined ? [{ rig, sabotage: null }] : rig.breaks.filter((name) => values.break === 'all' || values.break === name || values.break === rig.name).map((sabotage) => ({ rig, sabotage }))));
if (turns.length === 0) {
  console.error(`Nothing to run. Rigs: ${rigs.map(({ name, breaks }) => `${name} (${breaks.join(', ')})`).join('; ')}`);
  process.exit(2);
}

const told: Told[] = [];
for (const turn of turns) told.push(await take(turn));
const count = (what: Told): number => told.filter((one) => one === what).length;
console.log(`${count('passed')} passed, ${count('failed')} failed, ${count('not run')} not run`);
process.exit(count('failed') === 0 ? 0 : 1);

async function take({ rig, sabotage }: Turn): Promise<Told> {
  const name = sabotage === null ? rig.name : `${rig.name} --break ${sabotage}`;
  const lack = rig.cannotRun();
  if (lack !== null) return line(name, 'not run', lack);
  const since = performance.now();
  const folder = mkdtempSync(join(root, `${rig.name}-`));
  try {
    const outcome = await rig.run({ sabotage, long: values.long, step: values.step ?? null, folder });
    const seconds = `${((performance.now() - since) / 1000).toFixed(1)} s`;
    return judged(name, sabotage, outcome, seconds);
  } catch (thrown) {
    return line(name, 'failed', String(thrown instanceof Error ? thrown.stack : thrown));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A finding fails a rig; where something was broken on purpose, its absence does. */
function judged(name: string, sabotage: string | null, { counts, findings }: Outcome, seconds: string): Told {
  const counted = Object.entries(counts).map(([what, number]) => `${number} ${what}`).join(', ');
  if (sabotage !== null) return findings.length > 0 ? line(name, 'passed', `found: ${inOneLine(findings[0])}`, counted, seconds) : line(name, 'failed', 'stayed green', counted, seconds);
  line(name, findings.length > 0 ? 'failed' : 'passed', counted, seconds);
  for (const finding of findings.slice(0, 10)) console.log(`    ${inOneLine(finding)}`);
  return findings.length > 0 ? 'failed' : 'passed';
}

/** A finding in one line. */
function inOneLine(finding = ''): string {
  return finding.replaceAll(/\s+/g, ' ').slice(0, 600);
}

function line(name: string, how: Told, ...more: readonly string[]): Told {
  console.log(`${name.padEnd(30)} ${how.padEnd(8)} ${more.join('; ')}`);
  return how;
}

/** What a run left that was itself killed. */
function sweepOld(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(/^maturity-rigs-(\d+)$/.exec(name)?.[1]);
    if (Number.isInteger(pid) && !isAlive(pid)) rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
