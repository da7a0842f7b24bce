import { realpathSync } from 'node:fs';
import { basename } from 'node:path';
import { type Breathe, breathing } from './breathing.ts';
import { bufferSource } from './byte-source.ts';
import { type ArtefactSink, type Contents, stageStream, stageWhole } from './contents.ts';
import { type NamedSource, type PathGiver, memberPath, nameSources, pathGiver } from './evidence-paths.ts';
import { type IntakeProgress, type Ledger, type TakenIn, openLedger } from './ledger.ts';
import { type IntakeLimits, intakeLimits } from './limits.ts';
import { type OpenFile, Unreadable, withFile } from './read-file.ts';
import { type Allowance, type ArchiveFile, recordFile, takeArchive } from './take-archive.ts';
import { type Identity, type Location, type Offered, listSource } from './walk.ts';

/** A file or folder on this machine that a person chose; an absolute path. */
export type IntakeSource = { readonly path: string };

export type TakeInOptions = {
  readonly staging: ArtefactSink;
  /** Whether the assessment stores these bytes already. */
  readonly known: (artefact: string) => boolean;
  /** The files the assessment has: path → artefact. */
  readonly takenPaths: ReadonlyMap<string, string>;
  readonly progress: (told: IntakeProgress) => void;
  readonly signal: AbortSignal;
  readonly limits?: Partial<IntakeLimits>;
};

/** What all steps of one intake share. */
export type Intake = {
  readonly sink: ArtefactSink;
  readonly known: (artefact: string) => boolean;
  readonly limits: IntakeLimits;
  readonly breathe: Breathe;
  readonly paths: PathGiver;
  readonly ledger: Ledger;
  readonly report: (current: string) => void;
  /** Memory of this size, the same at every call. */
  readonly buffer: (size: number) => Buffer;
};

type Listed = { readonly source: NamedSource; readonly offered: readonly Offered[] };
type OfferedFile = Extract<Offered, { readonly kind: 'file' }>;

/**
 * Takes files, folders and archives in: every file is hashed and its bytes staged, or it is a duplicate, or it is
 * refused with a reason; nothing is left out. The order in which sources are given does not matter. Rejects with the
 * signal's reason when cancelled and with the file system's error when staging fails; the staging is then to be
 * discarded by the caller.
 */
export async function takeIn(sources: readonly IntakeSource[], options: TakeInOptions): Promise<TakenIn> {
  const limits = { ...intakeLimits, ...options.limits };
  const breathe = breathing(options.signal);
  const ledger = openLedger();
  const listed = await listAll(sources, limits, breathe, options.progress);
  const report = throttled(() => performance.now(), (current) => { options.progress(ledger.progress(current)); });
  const intake: Intake = { sink: options.staging, known: options.known, limits, breathe, ledger, report, buffer: growingBuffer(), paths: pathGiver(options.takenPaths, listed.length > 1) };

  for (const offered of listed.flatMap((source) => source.offered)) ledger.offer(1, offered.kind === 'file' ? offered.size : 0);
  options.progress(ledger.progress(null));
  const seen = new Set<string>();
  for (const { source, offered } of listed) {
    for (const item of offered) {
      await breathe();
      report(shownPath(source, item));
      if (item.kind === 'refused') ledger.refuse(shownPath(source, item), item.reason);
      else if (isAgain(seen, item.location)) ledger.duplicate();
      else await takeFile(intake, source, item);
      if (item.kind === 'file') ledger.passed(item.size);
    }
  }
  options.progress(ledger.progress(null));
  return ledger.result(labelOf(listed));
}

async function listAll(sources: readonly IntakeSource[], limits: IntakeLimits, breathe: Breathe, progress: TakeInOptions['progress']): Promise<readonly Listed[]> {
  const inOrder = sources.map(({ path }) => path).sort((a, b) => (nameOf(a) + a < nameOf(b) + b ? -1 : 1));
  const found: Listed[] = [];
  let left = limits.files;
  for (const path of inOrder) {
    progress({ phase: 'listing', done: limits.files - left, total: null, bytesDone: 0, bytesTotal: null, current: nameOf(path) });
    const offered = await listSource(path, { ...limits, files: left }, breathe);
    left = Math.max(0, left - offered.length);
    found.push({ source: { name: nameOf(path), folder: offered[0]?.path !== '' }, offered });
  }
  const names = nameSources(found.map(({ source }) => source));
  return found.map(({ source, offered }, index) => ({ source: names[index] ?? source, offered }));
}

/** The root of a disk has no name of its own. */
function nameOf(path: string): string {
  return (basename(path) || path).toWellFormed();
}

/** The path under which a file is spoken of before it has one. */
function shownPath(source: NamedSource, { path }: Offered): string {
  return path === '' ? source.name : path;
}

function isAgain(seen: Set<string>, location: Location): boolean {
  const key = typeof location === 'string' ? location : location.toString('hex');
  return seen.has(key) || !seen.add(key);
}

/** Takes one file of this machine. One that changes while it is read is read once more. */
async function takeFile(intake: Intake, source: NamedSource, item: OfferedFile): Promise<void> {
  if (item.size > intake.limits.fileBytes) {
    intake.ledger.refuse(shownPath(source, item), 'tooLarge');
    return;
  }
  const name = shownPath(source, item);
  const contents = await readContents(intake, item, name).catch(unreadable);
  if (contents instanceof Unreadable) {
    intake.ledger.refuse(name, contents.reason);
    return;
  }
  const given = intake.paths.ofFile(source, item.path, contents.artefact);
  if (contents.mediaType === 'application/zip' && !isInGit(item.path)) await takeArchiveFile(intake, item, { ...given, contents, depth: 1 });
  else recordFile(intake, { ...given, contents });
}

async function takeArchiveFile(intake: Intake, item: OfferedFile, file: ArchiveFile): Promise<void> {
  const allowance = { entries: intake.limits.archiveEntries, bytes: intake.limits.archiveBytes };
  if (file.contents.bytes !== null) await takeArchive(intake, file, bufferSource(file.contents.bytes), allowance);
  else await takeLargeArchive(intake, item, file, allowance);
}

/** A large archive is opened where it lies; should it change or vanish meanwhile, it is kept as it was and the rest refused. */
async function takeLargeArchive(intake: Intake, item: OfferedFile, file: ArchiveFile, allowance: Allowance): Promise<void> {
  let recorded = false;
  try {
    await withFile(item.location, null, async (open) => {
      if (open.size !== file.contents.size) throw new Unreadable('changed');
      recorded = true;
      await takeArchive(intake, file, open, allowance);
    });
  } catch (thrown) {
    const problem = unreadable(thrown);
    if (!recorded) recordFile(intake, file);
    intake.ledger.offer(1, 0);
    intake.ledger.refuse(memberPath(file.path, ''), problem.reason);
  }
}

async function readContents(intake: Intake, item: OfferedFile, name: string): Promise<Contents> {
  try {
    return await readOnce(intake, item, name, item.identity);
  } catch (thrown) {
    if (!(thrown instanceof Unreadable && thrown.reason === 'changed' && isStillThere(item.location))) throw thrown;
    return await readOnce(intake, item, name, null);
  }
}

/** A folder above the file could have been replaced by a link meanwhile. */
function isStillThere(location: Location): boolean {
  try {
    return realpathSync(location, { encoding: 'buffer' }).equals(Buffer.from(location));
  } catch {
    return false;
  }
}

/** Nothing is staged before the file was found unchanged. */
async function readOnce(intake: Intake, item: OfferedFile, name: string, identity: Identity | null): Promise<Contents> {
  if (item.size <= intake.limits.wholeBytes) {
    const bytes = await withFile(item.location, identity, (open) => Promise.resolve(readWhole(open, intake)));
    return stageWhole(name, bytes, intake.sink, intake.known);
  }
  const stream = stageStream(name, intake.sink, intake.known);
  try {
    await withFile(item.location, identity, (open) => readPieces(open, intake, stream.write));
  } catch (thrown) {
    stream.drop();
    throw thrown;
  }
  return stream.finish();
}

/** One byte more than the file says is asked for, because a growing file must be noticed. The bytes are good until the next file is read. */
function readWhole(open: OpenFile, { limits, buffer }: Intake): Buffer {
  if (open.size > limits.wholeBytes) throw new Unreadable('changed');
  const bytes = buffer(open.size + 1);
  if (open.read(bytes, 0) !== open.size) throw new Unreadable('changed');
  return bytes.subarray(0, open.size);
}

/** One piece of memory for file after file: thousands of pieces keep the collector busy. */
function growingBuffer(): (size: number) => Buffer {
  let memory = Buffer.alloc(0);
  return (size) => {
    if (memory.length < size) memory = Buffer.allocUnsafeSlow(size * 2);
    return memory.subarray(0, size);
  };
}

const pieceSize = 1024 * 1024;

async function readPieces(open: OpenFile, { breathe, limits }: Intake, write: (bytes: Uint8Array) => void): Promise<void> {
  if (open.size > limits.fileBytes) throw new Unreadable('tooLarge');
  const piece = Buffer.allocUnsafe(pieceSize);
  for (let done = 0; ;) {
    const count = open.read(piece, done);
    done += count;
    if (done > open.size) throw new Unreadable('changed');
    write(piece.subarray(0, count));
    if (count < pieceSize) {
      if (done < open.size) throw new Unreadable('changed');
      return;
    }
    await breathe();
  }
}

function unreadable(thrown: unknown): Unreadable {
  if (thrown instanceof Unreadable) return thrown;
  throw thrown;
}

/** Git's own objects are kept for whoever reads repositories; none of them is an archive to unpack. */
function isInGit(path: string): boolean {
  return path.split('/').includes('.git');
}

const pauseBetweenReports = 100;

function throttled(now: () => number, report: (current: string) => void): (current: string) => void {
  let last = -pauseBetweenReports;
  return (current) => {
    if (now() - last < pauseBetweenReports) return;
    last = now();
    report(current);
  };
}

function labelOf(listed: readonly Listed[]): string {
  const names = listed.map(({ source }) => source.name);
  return names.length <= 3 ? names.join(', ') : `${names.slice(0, 3).join(', ')} +${names.length - 3}`;
}
