import { randomInt } from 'node:crypto';
import { closeSync, openSync, readFileSync, readdirSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { FileVerification } from '../../electron/storage/verify.ts';
import { verifyAt } from '../../electron/storage/verify-at.ts';
import { startProcess } from './processes.ts';
import type { Rig } from './rig.ts';
import type { ScriptedTask } from './scripted-process.ts';

/** A byte of an event or an artefact in the closed file, and what verifying must call it. */
type Spot = { readonly offset: number; readonly name: string };

/** A disk that gives back something else than was written. */
export const flippedBits: Rig = {
  name: 'flipped-bits',
  promise: 'A bit that changed in a record or a piece of evidence is found, and what it hit is named',
  cannotRun: () => null,
  breaks: ['structure-only'],
  run: async ({ folder, sabotage, long }) => {
    const task: ScriptedTask = { folder: join(folder, 'program'), outside: join(folder, 'outside'), script: ['rate', 'import', 'link', 'rate', 'import', 'rate', 'import', 'rate', 'rate'] };
    await startProcess({ entry: 'scripted-process.ts', task }).result();
    const assessments = join(task.folder, 'assessments');
    const path = join(assessments, readdirSync(assessments).find((name) => name.endsWith('.maturity')) ?? '');
    const spots = spotsIn(path, long ? 200 : 60);
    const verify = sabotage === 'structure-only' ? structureOnly : verifyAt;
    const findings = spots.flatMap((spot) => flipAndLook(path, spot, verify));
    const whole = verifyAt(path).faults.map(({ kind, where }) => `the file as it was does not verify: ${kind} ${where}`);
    return { counts: { bits: spots.length }, findings: [...findings, ...whole] };
  },
};

function flipAndLook(path: string, { offset, name }: Spot, verify: (path: string) => Pick<FileVerification, 'ok' | 'faults'>): readonly string[] {
  const byte = readFileSync(path)[offset] ?? 0;
  put(path, offset, byte ^ (1 << randomInt(8)));
  const { ok, faults } = verify(path);
  put(path, offset, byte);
  if (ok) return [`a bit at ${offset}, in ${name}, was not found`];
  return faults.some(({ where }) => where === name) ? [] : [`a bit at ${offset} hit ${name}, and ${faults.map(({ where }) => where).join(', ')} was named`];
}

function put(path: string, offset: number, byte: number): void {
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.from([byte]), 0, 1, offset);
  closeSync(file);
}

/** What a program finds that leaves it to SQLite. */
function structureOnly(path: string): Pick<FileVerification, 'ok' | 'faults'> {
  const db = new Sqlite(path, { readonly: true });
  try {
    return { ok: db.pragma('integrity_check(1)', { simple: true }) === 'ok', faults: [] };
  } finally {
    db.close();
  }
}

/** Random places among what is kept, half in records and half in evidence, found by the twelve bytes around each. */
function spotsIn(path: string, count: number): readonly Spot[] {
  const db = new Sqlite(path, { readonly: true });
  const events = db.prepare<[], Kept>('SELECT id AS name, CAST(body AS BLOB) AS bytes FROM event').all();
  const chunks = db.prepare<[], Kept>('SELECT lower(hex(hash)) AS name, bytes FROM artefact_chunk JOIN artefact USING (artefact)').all();
  db.close();
  const file = readFileSync(path);
  return [...among(file, events, count / 2), ...among(file, chunks, count / 2)];
}

type Kept = { readonly name: string; readonly bytes: Buffer };

function among(file: Buffer, all: readonly Kept[], count: number): readonly Spot[] {
  const found: Spot[] = [];
  while (found.length < count) {
    const { name, bytes } = all[randomInt(all.length)] ?? { name: '', bytes: Buffer.alloc(1) };
    const from = randomInt(Math.max(1, bytes.length - 12));
    const window = bytes.subarray(from, from + 12);
    const at = file.indexOf(window);
    // The same words may stand elsewhere in the file: only a place that is there once is surely this one.
    if (at >= 0 && file.indexOf(window, at + 1) < 0) found.push({ name, offset: at + randomInt(window.length) });
  }
  return found;
}
