import { basename } from 'node:path';
import { type Breathe, breathing } from './breathing.ts';
import type { ArtefactSink } from './contents.ts';
import { againOf, goneOf } from './again.ts';
import { type EarlierFile, type NamedSource, nameSources, pathGiver } from './evidence-paths.ts';
import type { Intake } from './intake.ts';
import { type Account, type Entry, type IntakeProgress, type TakenIn, inWords, openLedger } from './ledger.ts';
import { type IntakeLimits, intakeLimits } from './limits.ts';
import { growingBuffer } from './read-contents.ts';
import { shownPath, takeFile } from './take-file.ts';
import { type Location, type Offered, listSource } from './walk.ts';

/** A file or folder on this machine that a person chose; an absolute path. */
export type IntakeSource = { readonly path: string };

export type TakeInOptions = {
  readonly staging: ArtefactSink;
  /** Whether the assessment stores these bytes already. */
  readonly known: (artefact: string) => boolean;
  /** The files the assessment has, by path. */
  readonly takenPaths: ReadonlyMap<string, EarlierFile>;
  readonly progress: (told: IntakeProgress) => void;
  /** Told every file as soon as it is taken; its bytes are staged then, or known. */
  readonly taken?: (entry: Entry) => void;
  readonly signal: AbortSignal;
  readonly limits?: Partial<IntakeLimits>;
};

type Listed = { readonly source: NamedSource; readonly offered: readonly Offered[] };

/**
 * Takes files, folders and archives in: every file is hashed and its bytes staged, or it is a duplicate, or it is
 * refused with a reason; nothing is left out. The order in which sources are given does not matter. Rejects with the
 * signal's reason when cancelled and with the file system's error when staging fails; the staging is then to be
 * discarded by the caller.
 */
export async function takeIn(sources: readonly IntakeSource[], options: TakeInOptions): Promise<TakenIn> {
  return inWords(await accountFor(sources, options));
}

/** `takeIn` with reasons instead of sentences. */
export async function accountFor(sources: readonly IntakeSource[], options: TakeInOptions): Promise<Account> {
  const limits = { ...intakeLimits, ...options.limits };
  const breathe = breathing(options.signal);
  const ledger = openLedger(options.taken);
  const listed = await listAll(sources, limits, breathe, options.progress);
  const report = throttled(() => performance.now(), (current) => { options.progress(ledger.progress(current)); });
  const label = labelOf(listed);
  const again = againOf(label, listed, options.takenPaths);
  const paths = pathGiver(options.takenPaths, listed.length > 1, again);
  const intake: Intake = { sink: options.staging, known: options.known, limits, breathe, ledger, report, buffer: growingBuffer(), paths };

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
  const account = ledger.account(label);
  return { ...account, gone: goneOf(again, options.takenPaths, paths.met, account.refused) };
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

function isAgain(seen: Set<string>, location: Location): boolean {
  const key = typeof location === 'string' ? location : location.toString('hex');
  return seen.has(key) || !seen.add(key);
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
