import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { aKilledFile } from '../builders/damage.ts';
import { mayGoUntold, type Outcome } from '../builders/mutations.ts';

const mutations = 500;
const atOnce = 50;
/** What hangs is killed. */
const patienceMs = 300_000;

/** The outcomes of some mutations, tried in a process of their own; what it said before it broke down or was killed. */
function outcomesOf(about: string, folder: string, from: number, to: number): Promise<{ readonly outcomes: readonly Outcome[]; readonly ended: string }> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('./mutating-process.ts', import.meta.url)), about, folder, String(from), String(to)], { stdio: ['ignore', 'pipe', 'pipe'], timeout: patienceMs, killSignal: 'SIGKILL' });
  let [said, complaint] = ['', ''];
  child.stdout.on('data', (bytes) => { said += String(bytes); });
  child.stderr.on('data', (bytes) => { complaint += String(bytes); });
  return new Promise((resolve) => {
    child.on('close', (code, signal) => {
      resolve({ outcomes: said.split('\n').filter((line) => line.endsWith('}')).map((line) => JSON.parse(line) as Outcome), ended: `${signal ?? String(code)} ${complaint}`.trim() });
    });
  });
}

test('five hundred damaged files: no crash, no hang, no silent loss, and the damaged file is never written', async () => {
  const original = await aKilledFile();
  const about = join(dirname(original.path), 'original.json');
  writeFileSync(about, JSON.stringify(original));
  const all: Outcome[] = [];
  for (let from = 0; from < mutations; from += atOnce) {
    const { outcomes, ended } = await outcomesOf(about, join(dirname(original.path), 'damaged'), from, from + atOnce);
    expect({ from, count: outcomes.length, ended }).toEqual({ from, count: atOnce, ended: '0' });
    all.push(...outcomes);
  }

  expect(all.filter((outcome) => !outcome.told && !mayGoUntold(outcome))).toEqual([]);
  const counts = Object.groupBy(all, ({ verdict }) => verdict);
  console.info(Object.entries(counts).map(([verdict, outcomes]) => `${verdict} ${outcomes.length}`).join(', '));
}, 3_600_000);
