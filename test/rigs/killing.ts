import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { v7 } from 'uuid';
import { createAssessment, openAssessment } from '../../electron/storage/store.ts';
import { creation } from '../builders/journal.ts';

/** What was found after so many kills of a process that worked on one file. */
export type Damage = { readonly kills: number; readonly promises: number; readonly lost: readonly string[]; readonly faults: readonly string[]; readonly leftBehind: readonly string[] };

const surroundings = { now: () => new Date(), newId: v7, device: 'rig' };

/** Kills a working process so many times, at a random instant, and looks at the file after each. */
export async function killRounds(rounds: number, honesty: 'honest' | 'liar' = 'honest'): Promise<Damage> {
  const folder = mkdtempSync(join(tmpdir(), 'maturity-rig-'));
  const [path, promises] = [join(folder, 'a.maturity'), join(mkdtempSync(join(tmpdir(), 'maturity-rig-')), 'promises')];
  try {
    const store = createAssessment(path, { surroundings });
    store.append([creation], { author: { id: 'rig', name: '李雷', role: '' } });
    store.close();
    let damage: Damage = { kills: 0, promises: 0, lost: [], faults: [], leftBehind: [] };
    for (let round = 1; round <= rounds; round += 1) {
      await workAndDie(path, promises, honesty);
      damage = { ...lookAt(path, promises), kills: round };
      if (damage.lost.length + damage.faults.length + damage.leftBehind.length > 0) return damage;
    }
    return damage;
  } finally {
    for (const used of [folder, dirname(promises)]) rmSync(used, { recursive: true, force: true });
  }
}

async function workAndDie(path: string, promises: string, honesty: string): Promise<void> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'working-process.ts'), path, promises, honesty], { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = new Promise<NodeJS.Signals | null>((resolve) => { child.once('exit', (_code, signal) => { resolve(signal); }); });
  // Every fifth dies while it opens the file, which is when it takes in what the one before it left in the log.
  const early = randomInt(5) === 0;
  await Promise.race([told(child, early ? 'opening' : 'working'), gone]);
  await new Promise((resolve) => { setTimeout(resolve, early ? randomInt(0, 50) : randomInt(100, 400)); });
  child.kill('SIGKILL');
  if (await gone !== 'SIGKILL') throw new Error('the working process ended before it was killed');
}

function told(child: ChildProcess, word: string): Promise<void> {
  return new Promise((resolve) => {
    child.stdout?.on('data', (text: Buffer) => { if (text.toString().includes(word)) resolve(); });
  });
}

function lookAt(path: string, promises: string): Damage {
  const store = openAssessment(path, { surroundings });
  try {
    const promised = existsSync(promises) ? readFileSync(promises, 'utf8').trim().split('\n').filter((line) => line !== '') : [];
    const kept = new Set([
      ...store.events().map(({ payload }) => `token ${String(payload['rationale'])}`),
      ...store.artefactHashes().map((hash) => `artefact ${hash}`),
    ]);
    store.state();
    return {
      kills: 0, promises: promised.length,
      lost: promised.filter((line) => !kept.has(line)),
      faults: store.verify().faults.map(({ kind, where }) => `${kind} ${where}`),
      leftBehind: readdirSync(dirname(path)).filter((name) => name.includes('.intake-')),
    };
  } finally {
    store.close();
  }
}
