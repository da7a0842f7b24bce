import { basename } from 'node:path';
import { randomBytes } from 'node:crypto';
import { finalRatings, layers, machineAuthor, rulesOf, score, type AssessmentState, type Bilingual, type CheckProgram, type Layer, type Pack, type ScoreResult } from '#assessments';
import type { AssessmentHandle, Header } from '#contract';
import type { Store } from '../storage/store.ts';
import { headerView } from './views/header.ts';

/** An open assessment: its file, its pinned pack, and what was computed from them for the present revision. */
export type Session = {
  readonly handle: AssessmentHandle;
  readonly store: Store;
  /** The edition that counts, and its checks. */
  readonly pack: Pack;
  readonly program: CheckProgram;
  /** Makes another edition count; to be called once it is pinned in the file. */
  readonly use: (edition: { readonly pack: Pack; readonly program: CheckProgram }) => void;
  readonly layer: () => Layer;
  readonly setLayer: (layer: Layer) => void;
  readonly header: () => Header;
  readonly result: () => ScoreResult;
  /** Runs long work, one at a time, until it ends or `stop` is called. */
  readonly work: <Value>(run: (signal: AbortSignal) => Promise<Value>) => Promise<Value>;
  readonly busy: () => boolean;
  /** Aborted by `stop`; a stopped session is closed and never used again. */
  readonly closing: AbortSignal;
  readonly stop: () => void;
  /** To be called after every change: once all has been quiet for a while, the file is made whole by itself. */
  readonly changed: () => void;
  /** Resolves when nothing runs any more. */
  readonly settled: () => Promise<void>;
};

/** How long nothing must have changed before the write-ahead log is emptied into the file. */
const quietMs = 20_000;

export function openSession(store: Store, pack: Pack, program: CheckProgram, hints: readonly Bilingual[] = []): Session {
  const handle = randomBytes(12).toString('base64url');
  let edition = { pack, program };
  let layer = latestLayer(store.state());
  let scored: { readonly revision: number; readonly result: ScoreResult } | undefined;
  let running: Promise<unknown> | undefined;
  const closing = new AbortController();
  let quiet: NodeJS.Timeout | undefined;
  const result = (): ScoreResult => {
    if (scored?.revision !== store.revision()) scored = { revision: store.revision(), result: scoreState(edition.pack, store.state()) };
    return scored.result;
  };
  return {
    handle, store, result,
    get pack() { return edition.pack; },
    get program() { return edition.program; },
    use: (next) => {
      edition = next;
      scored = undefined;
    },
    layer: () => layer,
    setLayer: (next) => { layer = next; },
    header: () => headerView(store.state(), { assessment: handle, fileName: basename(store.path), layer, readOnly: store.readOnly, hints }),
    work: async (run) => {
      const mine = run(closing.signal);
      running = mine;
      return mine.finally(() => { if (running === mine) running = undefined; });
    },
    closing: closing.signal,
    stop: () => {
      clearTimeout(quiet);
      closing.abort();
    },
    changed: () => {
      clearTimeout(quiet);
      quiet = setTimeout(() => { store.checkpoint(); }, quietMs).unref();
    },
    busy: () => running !== undefined,
    settled: async () => { await running?.catch(() => undefined); },
  };
}

/** The levels that the ratings of an assessment give under an edition of its pack. */
export function scoreState(pack: Pack, state: AssessmentState): ScoreResult {
  return score({ pack, finals: finalRatings(pack, state), targets: state.targets, ...rulesOf(state) });
}

/** The layer that new ratings of a session go to at first: the latest in which a person rated. */
function latestLayer(state: AssessmentState): Layer {
  const used = new Set(state.ratings.filter(({ author }) => author.id !== machineAuthor.id).map(({ layer }) => layer));
  return layers.findLast((layer) => used.has(layer)) ?? 'self-assessment';
}
