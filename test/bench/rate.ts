/**
 * One rating, from the call of the API to the commit on the disk, against a bare fsync of one page in the same folder,
 * in turns in one run. Run: node test/bench/rate.ts [folder]
 */
import { closeSync, fsyncSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { assemble } from '../../electron/shell/assemble.ts';
import { spread } from './spread.ts';

const rounds = 400;
const values = ['N', 'P', 'L', 'F'] as const;
const work = mkdtempSync(join(resolve(process.argv[2] ?? tmpdir()), 'rate-bench-'));
process.once('exit', () => { rmSync(work, { recursive: true, force: true }); });
const folders = { user: join(work, 'user'), assessments: join(work, 'assessments') };
for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true });

const { api, close } = assemble({ shell: 'browser', file: undefined, folders });
await api.call('setIdentity', { name: 'bench', role: '' });
const made = await api.call('createAssessment', { organisation: 'bench', project: 'rate', scope: '', pack: 'model-delivery', target: 3, policy: 'strict', rollup: 'minimum' });
if (!made.ok) throw new Error(made.problem.en);
const { assessment } = made.value;
const catalogue = await api.call('readCatalogue', { assessment });
const ids = catalogue.ok ? catalogue.value.groups.flatMap(({ requirements }) => requirements.map(({ id }) => id)) : [];

const page = Buffer.alloc(4096, 1);
const file = openSync(join(folders.assessments, 'bare'), 'w');
const bare: number[] = [];
const rated: number[] = [];
for (let round = 0; round < rounds; round += 1) {
  bare.push(await timed(() => { writeSync(file, page); fsyncSync(file); }));
  rated.push(await timed(async () => {
    const reply = await api.call('rate', { assessment, requirements: [ids[round % ids.length] ?? ''], value: values[round % 4] ?? 'N', confidence: null, rationale: '', accepted: [] });
    if (!reply.ok) throw new Error(reply.problem.en);
  }));
}
closeSync(file);
await close();

const [fsync, rate] = [spread(bare), spread(rated)];
console.log(`bare fsync        p50 ${fsync.p50.toFixed(3)} ms  p95 ${fsync.p95.toFixed(3)} ms`);
console.log(`rate and commit   p50 ${rate.p50.toFixed(3)} ms  p95 ${rate.p95.toFixed(3)} ms`);
console.log(`ratio             p50 ${(rate.p50 / fsync.p50).toFixed(1)}  p95 ${(rate.p95 / fsync.p95).toFixed(1)}`);

async function timed(run: () => unknown): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}
