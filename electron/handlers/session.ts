import { basename } from 'node:path';
import { randomBytes } from 'node:crypto';
import { finalRatings, layers, machineAuthor, score, type AssessmentState, type CheckProgram, type Layer, type Pack, type ScoreResult } from '#assessments';
import type { AssessmentHandle, Header } from '#contract';
import type { Store } from '../storage/store.ts';
import { headerView } from './views/header.ts';

/** An open assessment: its file, its pinned pack, and what was computed from them for the present revision. */
export type Session = {
  readonly handle: AssessmentHandle;
  readonly store: Store;
  readonly pack: Pack;
  readonly program: CheckProgram;
  readonly layer: () => Layer;
  readonly setLayer: (layer: Layer) => void;
  readonly header: () => Header;
  readonly result: () => ScoreResult;
  /** Runs long work, one at a time, until it ends or `stop` is called. */
  readonly work: <Value>(run: (signal: AbortSignal) => Promise<Value>) => Promise<Value>;
  readonly busy: () => boolean;
  readonly stop: () => void;
  /** Resolves when nothing runs any more. */
  readonly settled: () => Promise<void>;
};

export function openSession(store: Store, pack: Pack, program: CheckProgram): Session {
  const handle = randomBytes(12).toString('base64url');
  let layer = latestLayer(store.state());
  let scored: { readonly revision: number; readonly result: ScoreResult } | undefined;
  let running: Promise<unknown> | undefined;
  let stopping = new AbortController();
  const result = (): ScoreResult => {
    if (scored?.revision !== store.revision()) scored = { revision: store.revision(), result: scoreState(pack, store.state()) };
    return scored.result;
  };
  return {
    handle, store, pack, program, result,
    layer: () => layer,
    setLayer: (next) => { layer = next; },
    header: () => headerView(store.state(), { assessment: handle, fileName: basename(store.path), layer, readOnly: store.readOnly }),
    work: async (run) => {
      stopping = new AbortController();
      const mine = run(stopping.signal);
      running = mine;
      return mine.finally(() => { if (running === mine) running = undefined; });
    },
    stop: () => { stopping.abort(); },
    busy: () => running !== undefined,
    settled: async () => { await running?.catch(() => undefined); },
  };
}

function scoreState(pack: Pack, state: AssessmentState): ScoreResult {
  return score({ pack, finals: finalRatings(pack, state), policy: state.policy, rollup: state.rollup, targets: state.targets });
}

/** The layer that new ratings of a session go to at first: the latest in which a person rated. */
function latestLayer(state: AssessmentState): Layer {
  const used = new Set(state.ratings.filter(({ author }) => author.id !== machineAuthor.id).map(({ layer }) => layer));
  return layers.findLast((layer) => used.has(layer)) ?? 'self-assessment';
}
