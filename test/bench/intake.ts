/**
 * Intake of a large folder against what the machine's own tools need for the same tree in the same run: `sha256sum` of
 * every file, then `cp`. Prints times, ratios and the largest memory of this process and of its children.
 * Run: node test/bench/intake.ts [--small]   (20,000 files, 1 GB; with --small 2,000 files, 100 MB)
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Draft } from '#assessments';
import { analyse } from '../../electron/intake/analyse.ts';
import { type TakenIn } from '../../electron/intake/ledger.ts';
import { startIntake } from '../../electron/intake/start-intake.ts';
import { stagingPath } from '../../electron/storage/staging.ts';
import { type Store, createAssessment } from '../../electron/storage/store.ts';

const size = process.argv.includes('--small') ? { files: 2000, megabytes: 100 } : { files: 20_000, megabytes: 1000 };
const rounds = 3;
const author = { id: '01890000-0000-7000-8000-000000000001', name: 'bench', role: 'bench' };
const never = new AbortController().signal;
let ids = 0;
const newId = (): string => `01890000-0000-7000-8000-${(ids += 1).toString(16).padStart(12, '0')}`;

const work = mkdtempSync(join(tmpdir(), 'intake-bench-'));
process.once('exit', () => { rmSync(work, { recursive: true, force: true }); });

const evidence = join(work, 'evidence');
const written = makeEvidence(evidence);
console.log(`${written.files} files, ${Math.round(written.bytes / 1e6)} MB`);
run('sha256sum');

const memory = watchChildren();
const times: Record<string, number[]> = { 'sha256sum': [], 'cp': [], 'take in': [], 'adopt': [], 'read': [] };
for (let round = 0; round < rounds; round += 1) {
  timed('sha256sum', () => { run('sha256sum'); });
  timed('cp', () => { execFileSync('cp', ['-r', evidence, join(work, 'copy')]); });
  rmSync(join(work, 'copy'), { recursive: true });
  await intakeRound(round);
}
memory.stop();

// The best round says what the programs need, the middle one what a busy machine and its disk made of it.
const middle = (name: string): number => (times[name] ?? []).toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
const best = (name: string): number => Math.min(...times[name] ?? []);
const ratio = (ours: readonly string[]): string => [best, middle].map((of) => (sum(ours, of) / sum(['sha256sum', 'cp'], of)).toFixed(2)).join(' best, ');
const sum = (names: readonly string[], of: (name: string) => number): number => names.reduce((total, name) => total + of(name), 0);
for (const [name, all] of Object.entries(times)) console.log(`${name.padEnd(10)} ${all.map((time) => `${Math.round(time)} ms`).join(', ')}`);
console.log(`take in + adopt against sha256sum + cp: ${ratio(['take in', 'adopt'])} middle`);
console.log(`take in + adopt + read against sha256sum + cp: ${ratio(['take in', 'adopt', 'read'])} middle`);
console.log(`largest memory: this process ${Math.round(process.resourceUsage().maxRSS / 1024)} MB, a child ${memory.largest()} MB`);

async function intakeRound(round: number): Promise<void> {
  const path = join(work, `${round}.maturity`);
  const store = createAssessment(path, { surroundings: { now: () => new Date(0), newId, device: 'bench' } });
  const intake = newId();
  const staging = stagingPath(path, intake);
  const taken = await timed('take in', () => startIntake([{ path: evidence }], { stagingPath: staging, known: store.artefactHashes(), takenPaths: new Map(), progress: () => undefined, signal: never }));
  await timed('adopt', () => store.adopt({ path: staging }, draftsOf(intake, taken), { author }));
  const readings = await timed('read', () => readAll(store, taken));
  check(taken, readings.length);
  if (round === 0) console.log(`${taken.files.length} taken, ${readings.filter(({ importer }) => importer !== null).length} claimed by importers, file of ${Math.round(statSync(path).size / 1e6)} MB`);
  store.close();
  rmSync(path);
}

function readAll(store: Store, taken: TakenIn): ReturnType<typeof analyse> {
  return analyse(taken.files.map((entry) => ({ entry, bytes: () => store.readArtefact(entry.artefact) })), { progress: () => undefined, signal: never });
}

function draftsOf(intake: string, { files, label }: TakenIn): readonly Draft[] {
  const perEvent = 1000;
  return Array.from({ length: Math.ceil(files.length / perEvent) }, (_, index) => ({ type: 'evidence.added', payload: { intake, label, files: files.slice(index * perEvent, (index + 1) * perEvent) } }));
}

function check(taken: TakenIn, readings: number): void {
  if (taken.offered !== written.files || taken.files.length !== written.files || readings !== written.files) throw new Error(`not every file was taken and read: ${taken.offered} ${taken.files.length} ${readings}`);
}

/** Runs it, notes its time and gives its value. */
function timed<Value>(name: string, step: () => Value): Value {
  const start = performance.now();
  const note = (): void => { times[name]?.push(performance.now() - start); };
  const value = step();
  if (value instanceof Promise) void value.then(note);
  else note();
  return value;
}

function run(tool: 'sha256sum'): void {
  execFileSync('sh', ['-c', `find "$1" -type f -print0 | xargs -0 ${tool} > /dev/null`, 'sh', evidence]);
}

/** A realistic mix: many small manifests, workflows and records, sources, logs, tables, and a few large binaries. */
function makeEvidence(root: string): { readonly files: number; readonly bytes: number } {
  const noise = noiseSource();
  const binary = Math.ceil(size.files / 50);
  let bytes = 0;
  for (let index = 0; index < size.files; index += 1) {
    const { path, content } = index < binary ? binaryFile(index, noise, (size.megabytes * 0.72 * 1e6) / binary) : textFile(index, noise);
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
    bytes += content.length;
  }
  return { files: size.files, bytes };
}

type Made = { readonly path: string; readonly content: Buffer };

/** One in twenty is large; the average is as given. */
function binaryFile(index: number, noise: (bytes: number) => Buffer, average: number): Made {
  const length = Math.round(index % 20 === 0 ? average * 10.5 : average * 0.5);
  return { path: `models/${index % 40}/model-${index}.bin`, content: noise(length) };
}

function textFile(index: number, noise: (bytes: number) => Buffer): Made {
  const mark = noise(8).toString('hex');
  const folder = `services/${index % 97}/${index % 13}`;
  const lines = (count: number, line: (number: number) => string): Buffer => Buffer.from(Array.from({ length: count }, (_, number) => line(number)).join('\n'));
  switch (index % 10) {
    case 0: case 1: case 2: return { path: `${folder}/deploy-${index}.yaml`, content: Buffer.from(`apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: model-${mark}\nspec:\n  replicas: ${index % 5}\n  strategy:\n    type: RollingUpdate\n  template:\n    spec:\n      containers:\n        - name: model\n          image: registry.local/model:${mark}\n          resources: { limits: { cpu: "1" } }\n`) };
    case 3: return { path: `${folder}/.github/workflows/ci-${index}.yml`, content: Buffer.from(`name: ci ${mark}\non: [push]\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n      - run: pytest --maxfail=${index % 9}\n      - run: docker build -t model:${mark} .\n`) };
    case 4: return { path: `runs/${index}/metrics/accuracy`, content: lines(40, (number) => `${1_600_000_000_000 + number} 0.${mark} ${number}`) };
    case 5: return { path: `runs/${index}/run.json`, content: Buffer.from(JSON.stringify({ run: mark, params: Object.fromEntries(Array.from({ length: 60 }, (_, number) => [`param_${number}`, number * index])), tags: [] }, null, 1)) };
    case 6: return { path: `${folder}/source-${index}.py`, content: lines(120, (number) => `def step_${number}(frame): return frame.assign(x_${mark}=${number})`) };
    case 7: return { path: `logs/run-${index}.log`, content: lines(900, (number) => `2026-01-01T00:${number % 60}:00Z INFO step ${number} of ${mark} finished in ${number * 7 % 1000} ms`) };
    case 8: return { path: `data/table-${index}.csv`, content: lines(500, (number) => `${number},${mark},${number * index % 9973},0.${number * 31 % 997}`) };
    default: return { path: `docs/notes-${index}.md`, content: lines(30, (number) => `- 说明 ${number}：更新策略与回滚方案 ${mark}`) };
  }
}

/** Bytes that do not compress and are the same in every run. */
function noiseSource(): (bytes: number) => Buffer {
  const block = Buffer.concat(Array.from({ length: 32_768 }, (_, index) => createHash('sha256').update(`block ${index}`).digest()));
  let counter = 0;
  return (length) => {
    counter += 1;
    const bytes = Buffer.concat(Array.from({ length: Math.ceil(length / block.length) + 1 }, () => block), length);
    // Every block differs, so that no two files and no two chunks are equal.
    for (let at = 0; at + 8 <= length; at += 4096) bytes.writeBigUInt64LE(BigInt(counter) * 1_000_003n + BigInt(at), at);
    return length < 8 ? createHash('sha256').update(`${counter}`).digest().subarray(0, length) : bytes;
  };
}

/** The largest resident memory of any child so far, in MB; Linux only, 0 elsewhere. */
function watchChildren(): { readonly largest: () => number; readonly stop: () => void } {
  let largest = 0;
  const look = (): void => {
    try {
      for (const id of readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim().split(' ')) {
        const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1];
        largest = Math.max(largest, Math.round(Number(peak ?? 0) / 1024));
      }
    } catch { /* a child that is gone, or no /proc: nothing to see */ }
  };
  const timer = setInterval(look, 50);
  return { largest: () => largest, stop: () => { clearInterval(timer); } };
}
