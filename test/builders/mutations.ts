import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StoredEvent } from '#assessments';
import { StorageError } from '../../electron/storage/problems.ts';
import { rebuildFile } from '../../electron/storage/salvage/rebuild-file.ts';
import { salvage } from '../../electron/storage/salvage/salvage.ts';
import { openAssessment } from '../../electron/storage/store.ts';
import { verifyAt } from '../../electron/storage/verify-at.ts';

/** A file as a killed program left it: the file, the log beside it, and what had been saved. */
export type Original = { readonly path: string; readonly log: string | null; readonly hashes: readonly string[]; readonly artefacts: readonly string[] };

/**
 * What became of a mutation. `verdict`: the file opened and all of it holds, opened and verifying names what does not,
 * or was refused and repaired. `lost`: how many of the saved events are not there; `told`: whether anything said so;
 * `upTo`: whether what is there is everything up to some moment.
 */
export type Outcome = { readonly seed: number; readonly mutation: string; readonly verdict: 'whole' | 'named' | 'repaired' | 'not-repairable'; readonly lost: number; readonly told: boolean; readonly upTo: boolean };

type Random = (below: number) => number;
type Mutation = (bytes: Buffer, random: Random) => Buffer;

const pageSize = 16_384;
const pages = (bytes: Buffer): number => Math.max(1, Math.ceil(bytes.length / pageSize));
const mutations: Readonly<Record<string, Mutation>> = {
  'cut off': (bytes, random) => bytes.subarray(0, random(bytes.length)),
  'cut off at a page': (bytes, random) => bytes.subarray(0, random(pages(bytes)) * pageSize),
  'a page of zeros': (bytes, random) => { const at = random(pages(bytes)) * pageSize; return bytes.fill(0, at, Math.min(bytes.length, at + pageSize)); },
  'a page of noise': (bytes, random) => noise(bytes, random(pages(bytes)) * pageSize, pageSize, random),
  'two pages in each other\'s place': (bytes, random) => {
    const [one, other] = [random(pages(bytes)) * pageSize, random(pages(bytes)) * pageSize];
    const kept = Buffer.from(bytes.subarray(one, one + pageSize));
    bytes.copyWithin(one, other, other + pageSize);
    kept.copy(bytes, other);
    return bytes;
  },
  'a byte': (bytes, random) => noise(bytes, random(bytes.length), 1, random),
  'twenty bytes anywhere': (bytes, random) => Array.from({ length: 20 }).reduce<Buffer>((now) => noise(now, random(now.length), 1, random), bytes),
  'a bit': (bytes, random) => { const at = random(bytes.length); bytes[at] = (bytes[at] ?? 0) ^ (1 << random(8)); return bytes; },
  'the header': (bytes, random) => noise(bytes, random(100), 1 + random(8), random),
  'the head of a page': (bytes, random) => noise(bytes, random(pages(bytes)) * pageSize, 1 + random(12), random),
  'a wrong version': (bytes, random) => { if (bytes.length > 64) bytes.writeInt32BE([0, -1, 2, 1000, 2 ** 31 - 1][random(5)] ?? 0, 60); return bytes; },
  'bytes behind the end': (bytes, random) => Buffer.concat([bytes, noise(Buffer.alloc(random(3 * pageSize)), 0, 100, random)]),
};
const names = Object.keys(mutations);

/** Damages a copy of the file, or of the log beside it, in a way the seed decides, and looks what becomes of it. */
export function tryMutation(original: Original, folder: string, seed: number): Outcome {
  const random = randomFrom(seed);
  const name = names[seed % names.length] ?? '';
  const ofLog = original.log !== null && random(3) === 0;
  const path = join(folder, 'a.maturity');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  copyFileSync(original.path, path);
  if (original.log !== null) copyFileSync(original.log, `${path}-wal`);
  const victim = ofLog ? `${path}-wal` : path;
  writeFileSync(victim, mutations[name]?.(readFileSync(victim), random) ?? '');
  const found = outcomeOf(original, path, join(folder, 'repaired.maturity'));
  return { seed, mutation: `${name}${ofLog ? ' of the log' : ''}`, ...found };
}

function outcomeOf(original: Original, path: string, repaired: string): Omit<Outcome, 'seed' | 'mutation'> {
  const before = bytesOf(path);
  const opened = tryOpening(path);
  if (opened !== null) return { verdict: opened.ok ? 'whole' : 'named', ...missing(original, opened.events), told: !opened.ok };
  // What was refused is as it was: it is all there is to repair from.
  if (!before.every((bytes, index) => bytes?.equals(bytesOf(path)[index] ?? Buffer.alloc(0)) ?? bytesOf(path)[index] === null)) throw new Error('the damaged file was written');

  const damaged = salvage(path);
  try {
    const rebuilt = rebuildFile(repaired, { damaged, backups: [], packs: [] }, { now: new Date(0), recorded: 0 });
    const found = verifyAt(repaired);
    if (found.events !== rebuilt.events || found.faults.length + 1 !== rebuilt.faults.length) throw new Error('the repaired file does not say what the repair said');
    if (!rebuilt.usable) return { verdict: 'not-repairable', lost: original.hashes.length - rebuilt.events, upTo: false, told: true };
    const again = tryOpening(repaired);
    if (again === null) throw new Error('the repaired file does not open');
    return { verdict: 'repaired', ...missing(original, again.events), told: true };
  } finally {
    damaged.close();
  }
}

/** Null where the file was refused as damaged or unknown; any other refusal is a failure. */
function tryOpening(path: string): { readonly ok: boolean; readonly events: readonly StoredEvent[] } | null {
  try {
    const store = openAssessment(path, { surroundings: { now: () => new Date(0), newId: () => '00000000-0000-7000-8000-00000000ffff', device: 'test' } });
    try {
      store.state();
      // A newer file is opened for reading only, and says so.
      return { ok: store.verify().ok && store.notice === null, events: store.events() };
    } finally {
      store.close();
    }
  } catch (thrown) {
    if (thrown instanceof StorageError && ['damaged', 'not-an-assessment'].includes(thrown.problem.kind)) return null;
    throw thrown;
  }
}

function missing({ hashes }: Original, events: readonly StoredEvent[]): Pick<Outcome, 'lost' | 'upTo'> {
  const there = new Set(events.map(({ hash }) => hash));
  const found = hashes.filter((hash) => there.has(hash));
  return { lost: hashes.length - found.length, upTo: found.every((hash, index) => hash === hashes[index]) };
}

/**
 * Whether a loss may go untold: the end of a log that was cut off or torn is what a power cut leaves of changes that
 * were never confirmed, and nothing in the file can tell the two apart.
 */
export function mayGoUntold({ mutation, upTo, lost }: Outcome): boolean {
  return lost === 0 || (mutation.endsWith('of the log') && upTo && (mutation.startsWith('cut off') || lost <= 2));
}

function bytesOf(path: string): readonly (Buffer | null)[] {
  return [path, `${path}-wal`].map((one) => (existsSync(one) ? readFileSync(one) : null));
}

function noise(bytes: Buffer, from: number, count: number, random: Random): Buffer {
  for (let at = from; at < Math.min(from + count, bytes.length); at += 1) bytes[at] = random(256);
  return bytes;
}

/** Numbers below a bound that a seed decides (mulberry32). */
function randomFrom(seed: number): Random {
  let state = (seed * 0x9e3779b1) >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return below <= 0 ? 0 : ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
