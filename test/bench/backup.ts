/** How long a backup takes against a plain copy of the same file, and how long it keeps ratings waiting: node test/bench/backup.ts [megabytes] */
import { createHash, randomBytes } from 'node:crypto';
import { copyFileSync, fsyncSync, mkdtempSync, openSync, closeSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { settleCopy } from '../../electron/storage/backups/settle-copy.ts';
import { createStaging, stagingPath } from '../../electron/storage/staging.ts';
import { createAssessment } from '../../electron/storage/store.ts';

const megabytes = Number(process.argv[2] ?? 500);
const folder = mkdtempSync(join(tmpdir(), 'maturity-bench-'));
const author = { id: '00000000-0000-7000-8000-0000000000a1', name: '安娜', role: '主评估师' };
let ids = 0;
const newId = (): string => `00000000-0000-7000-8000-${String((ids += 1)).padStart(12, '0')}`;

async function timed(run: () => unknown): Promise<number> {
  const since = performance.now();
  await run();
  return performance.now() - since;
}

/** The longest time in which nothing else was answered. */
async function longestWait(run: () => Promise<void>): Promise<number> {
  let [last, longest, over] = [performance.now(), 0, false];
  const look = (): void => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
    if (!over) setImmediate(look);
  };
  look();
  await run();
  over = true;
  look();
  return longest;
}

try {
  const store = createAssessment(join(folder, 'a.maturity'), { surroundings: { now: () => new Date(), newId, device: 'bench' } });
  store.append([{ type: 'assessment.created', payload: { assessment: newId(), organisation: '示例', project: '', scope: '', timeZone: '+08:00', sample: false } }], { author });
  const staging = createStaging(stagingPath(store.path, newId()));
  const files = Array.from({ length: Math.ceil(megabytes / 10) }, (_, index) => {
    const bytes = randomBytes(10 * 1024 * 1024);
    const artefact = createHash('sha256').update(bytes).digest('hex');
    staging.put(artefact, bytes);
    return { path: `${index}.bin`, artefact, size: bytes.length, mediaType: 'application/octet-stream', encoding: null };
  });
  staging.finish();
  await store.adopt(staging, [{ type: 'evidence.added', payload: { intake: newId(), label: 'bench', files } }], { author });
  const plain = async (): Promise<number> => timed(() => {
    copyFileSync(store.path, join(folder, 'plain'));
    const file = openSync(join(folder, 'plain'), 'r+');
    fsyncSync(file);
    closeSync(file);
  });
  await plain();
  const copy = await plain();
  let wait = 0;
  const stepwise = await timed(async () => { wait = await longestWait(() => store.copyStepwise(join(folder, 'stepwise'))); });
  const verified = await timed(() => settleCopy(join(folder, 'stepwise')));
  const vacuum = await timed(() => { store.saveCopy(join(folder, 'vacuum')); });
  store.close();
  const ratio = (time: number): string => `${Math.round(time)} ms = ${(time / copy).toFixed(1)} × a plain copy`;
  console.log(`${megabytes} MB; plain copy with sync ${Math.round(copy)} ms`);
  console.log(`backup, little by little: ${ratio(stepwise)}; longest wait ${Math.round(wait)} ms`);
  console.log(`verified in its own process: ${ratio(verified)}`);
  console.log(`VACUUM INTO, verified: ${ratio(vacuum)}, all of it a wait`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
