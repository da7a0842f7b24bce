/**
 * Import of a large folder, as the product does it (taking in, reading, adopting), against what the machine's own tools
 * need for the same tree in the same run: `sha256sum` of every file, then `cp`; and `restic backup`, where restic is on
 * the machine. Once for a tree that importers claim much of, once for one of which they claim nothing. Prints times,
 * ratios and the largest memory of this process and of its children.
 * Run: node test/bench/bundled.ts intake [--small]   (20,000 files, 1 GB; with --small 2,000 files, 100 MB)
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Draft } from '#assessments';
import type { TakenIn } from '../../electron/intake/ledger.ts';
import { readAlong } from '../../electron/intake/read-along.ts';
import type { FileToRead } from '../../electron/intake/reader.ts';
import { startIntake } from '../../electron/intake/start-intake.ts';
import { stagingPath } from '../../electron/storage/staging.ts';
import { createAssessment } from '../../electron/storage/store.ts';

const size = process.argv.includes('--small') ? { files: 2000, megabytes: 100 } : { files: 20_000, megabytes: 1000 };
const rounds = 3;
const author = { id: '01890000-0000-7000-8000-000000000001', name: 'bench', role: 'bench' };
const never = new AbortController().signal;
let ids = 0;
const newId = (): string => `01890000-0000-7000-8000-${(ids += 1).toString(16).padStart(12, '0')}`;
const making = process.argv.indexOf('--make');

if (making === -1) await bench();
// Made by a process of its own, so that its memory is not counted.
else makeEvidence(process.argv[making + 1] ?? '', process.argv[making + 2] === 'claimed');

async function bench(): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), 'intake-bench-'));
  process.once('exit', () => { rmSync(work, { recursive: true, force: true }); });
  const memory = watchChildren();
  for (const kind of ['unclaimed', 'claimed']) await benchTree(join(work, kind), kind);
  memory.stop();
  console.log(`largest memory: this process ${peakMemory('self')} MB, a child ${memory.largest()} MB; load ${loadavg().map((load) => load.toFixed(1)).join(' ')}`);
}

async function benchTree(work: string, kind: string): Promise<void> {
  const evidence = join(work, 'evidence');
  execFileSync(process.execPath, [fileURLToPath(import.meta.url), ...process.argv.slice(2), '--make', evidence, kind]);
  const tools = resticThere() ? ['sha256sum', 'cp', 'restic'] : ['sha256sum', 'cp'];
  const times: Record<string, number[]> = Object.fromEntries([...tools, 'take in and read', 'adopt'].map((name) => [name, []]));
  const timed = timer(times);
  hashAll(evidence);
  for (let round = 0; round < rounds; round += 1) {
    timed('sha256sum', () => { hashAll(evidence); });
    timed('cp', () => { execFileSync('cp', ['-r', evidence, join(work, 'copy')]); });
    rmSync(join(work, 'copy'), { recursive: true });
    if (resticThere()) backUp(work, evidence, timed);
    await importOnce(join(work, `${round}.maturity`), evidence, timed, round === 0);
  }
  print(kind, times);
}

/** The best round says what the programs need, the middle one what a busy machine and its disk made of it. */
function print(kind: string, times: Readonly<Record<string, readonly number[]>>): void {
  const best = (name: string): number => Math.min(...times[name] ?? []);
  const middle = (name: string): number => (times[name] ?? []).toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
  const sum = (names: readonly string[], of: (name: string) => number): number => names.reduce((total, name) => total + of(name), 0);
  const ours = ['take in and read', 'adopt'];
  const ratio = (tools: readonly string[]): string => [best, middle].map((of) => (sum(ours, of) / sum(tools, of)).toFixed(2)).join(' best, ');
  console.log(`\n${kind}`);
  for (const [name, all] of Object.entries(times)) console.log(`  ${name.padEnd(17)} ${all.map((time) => `${Math.round(time)} ms`).join(', ')}`);
  console.log(`  the whole import against sha256sum + cp: ${ratio(['sha256sum', 'cp'])} middle`);
  console.log(times['restic'] === undefined ? '  restic is not on this machine: not run' : `  the whole import against restic backup: ${ratio(['restic'])} middle`);
}

async function importOnce(path: string, evidence: string, timed: Timed, first: boolean): Promise<void> {
  const store = createAssessment(path, { surroundings: { now: () => new Date(0), newId, device: 'bench' } });
  const intake = newId();
  const staging = stagingPath(path, intake);
  const { taken, readings } = await timed('take in and read', async () => {
    const reading = readAlong({ signal: never });
    const files: FileToRead[] = [];
    const result = await startIntake([{ path: evidence }], {
      stagingPath: staging, known: store.artefactHashes(), takenPaths: new Map(), progress: () => undefined, signal: never,
      taken: (some) => {
        const toRead = some.map(({ entry, place }) => ({ entry, bytes: () => place ?? store.readArtefact(entry.artefact) }));
        files.push(...toRead);
        reading.add(toRead);
      },
    });
    const read = await reading.finish(files, () => undefined);
    reading.close();
    return { taken: result, readings: read };
  });
  await timed('adopt', async () => {
    await store.adopt({ path: staging }, draftsOf(intake, taken), { author });
    store.saveReadings(readings.map((reading) => ({ ...reading, intake })));
  });
  if (taken.offered !== size.files || taken.files.length !== size.files || readings.length !== size.files) throw new Error(`not every file was taken and read: ${taken.offered} ${taken.files.length} ${readings.length}`);
  if (first) console.log(`${taken.files.length} files, ${Math.round(taken.files.reduce((sum, file) => sum + file.size, 0) / 1e6)} MB, ${readings.filter(({ importer }) => importer !== null).length} claimed by importers, file of ${Math.round(statSync(path).size / 1e6)} MB`);
  store.close();
  rmSync(path);
}

function draftsOf(intake: string, { files, label }: TakenIn): readonly Draft[] {
  const perEvent = 1000;
  return Array.from({ length: Math.ceil(files.length / perEvent) }, (_, index) => ({ type: 'evidence.added', payload: { intake, label, files: files.slice(index * perEvent, (index + 1) * perEvent) } }));
}

type Timed = <Value>(name: string, step: () => Value) => Value;

/** Runs a step, notes its time and gives its value. */
function timer(times: Readonly<Record<string, number[]>>): Timed {
  return (name, step) => {
    settleDisk();
    const start = performance.now();
    const note = (): void => { times[name]?.push(performance.now() - start); };
    const value = step();
    if (value instanceof Promise) void value.then(note);
    else note();
    return value;
  };
}

/** So that no step pays for bytes that the one before it left to be written. */
function settleDisk(): void {
  if (process.platform === 'linux') execFileSync('sync');
}

function hashAll(evidence: string): void {
  execFileSync('sh', ['-c', 'find "$1" -type f -print0 | xargs -0 sha256sum > /dev/null', 'sh', evidence]);
}

function resticThere(): boolean {
  try {
    execFileSync('restic', ['version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Into a new repository, whose making is not counted. */
function backUp(work: string, evidence: string, timed: Timed): void {
  const options = { env: { ...process.env, RESTIC_PASSWORD: 'bench', RESTIC_REPOSITORY: join(work, 'restic'), RESTIC_CACHE_DIR: join(work, 'restic-cache') }, stdio: 'ignore' as const };
  execFileSync('restic', ['init'], options);
  timed('restic', () => { execFileSync('restic', ['backup', '--quiet', evidence], options); });
  for (const folder of ['restic', 'restic-cache']) rmSync(join(work, folder), { recursive: true, force: true });
}

/** A realistic mix: many small manifests, workflows and records, sources, logs, tables, and a few large binaries. Unclaimed: sources instead of manifests and workflows. */
function makeEvidence(root: string, claimed: boolean): void {
  const noise = noiseSource();
  const binary = Math.ceil(size.files / 50);
  for (let index = 0; index < size.files; index += 1) {
    const { path, content } = index < binary ? binaryFile(index, noise, (size.megabytes * 0.72 * 1e6) / binary) : textFile(claimed || index % 10 > 3 ? index : index - (index % 10) + 6, index, noise);
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
}

type Made = { readonly path: string; readonly content: Buffer };

/** One in twenty is large; the average is as given. */
function binaryFile(index: number, noise: (bytes: number) => Buffer, average: number): Made {
  const length = Math.round(index % 20 === 0 ? average * 10.5 : average * 0.5);
  return { path: `models/${index % 40}/model-${index}.bin`, content: noise(length) };
}

function textFile(kind: number, index: number, noise: (bytes: number) => Buffer): Made {
  const mark = noise(8).toString('hex');
  const folder = `services/${index % 97}/${index % 13}`;
  const lines = (count: number, line: (number: number) => string): Buffer => Buffer.from(Array.from({ length: count }, (_, number) => line(number)).join('\n'));
  switch (kind % 10) {
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

/** The largest resident memory of a process so far, in MB. Not `maxRSS`, which a program takes over from the one that started it. */
function peakMemory(id: string): number {
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0) / 1024);
}

/** The largest resident memory of any child so far, in MB; Linux only, 0 elsewhere. */
function watchChildren(): { readonly largest: () => number; readonly stop: () => void } {
  let largest = 0;
  const look = (): void => {
    try {
      for (const id of readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim().split(' ')) {
        largest = Math.max(largest, peakMemory(id));
      }
    } catch { /* a child that is gone, or no /proc: nothing to see */ }
  };
  const timer = setInterval(look, 50);
  return { largest: () => largest, stop: () => { clearInterval(timer); } };
}
