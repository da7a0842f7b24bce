import type { Bridge, Input, Method, Output, Reply } from '#contract';
import type { Desk } from '../../../renderer/desk/desk.ts';
import { begin } from '../../../renderer/desk/opening.ts';
import { becomes } from '../../../renderer/desk/becoming.ts';
import { createAssessment } from '../../../renderer/desk/opening.ts';
import { emptyDesk } from '../../../renderer/desk/state.ts';
import { createQueue } from '../../../renderer/queue.ts';
import { createStore } from '../../../renderer/store.ts';
import { openTestApi, type TestApi } from '../../builders/api.ts';

/** A bridge to the real API in this process, which can hold replies back. */
export type HeldBridge = Bridge & { readonly calls: Method[]; hold: () => () => void };

export type RealDesk = Desk & { readonly bridge: HeldBridge; readonly api: TestApi };

/** The renderer's desk over the real API, without a page; 李远 has started and nothing is open. */
export async function openDesk(): Promise<RealDesk> {
  const api = openTestApi();
  const bridge = bridgeTo(api);
  const kept = new Map<string, string>();
  const desk: RealDesk = {
    api, bridge, store: createStore(emptyDesk),
    queue: createQueue((error) => { throw error; }),
    memory: { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => { kept.set(key, value); }, removeItem: (key) => { kept.delete(key); } },
  };
  await begin(desk);
  await becomes(desk, { name: '李远', role: '评估师' });
  return desk;
}

/** The same with a new assessment of the built-in pack open on the score screen. */
export async function openAssessmentDesk(): Promise<RealDesk> {
  const desk = await openDesk();
  await createAssessment(desk, { organisation: '示例银行', project: '风控模型', scope: '', pack: 'model-delivery', target: 3, policy: 'strict', rollup: 'minimum' });
  desk.store.set((state) => ({ ...state, screen: 'score' }));
  return desk;
}

function bridgeTo(api: TestApi): HeldBridge {
  let gate: Promise<void> = Promise.resolve();
  const calls: Method[] = [];
  return {
    calls,
    call: async <M extends Method>(method: M, input: Input<M>): Promise<Reply<Output<M>>> => {
      calls.push(method);
      const reply = await api.call(method, input);
      await gate;
      return reply;
    },
    hold: () => {
      let release = () => { /* set below */ };
      gate = new Promise<void>((resolve) => { release = resolve; });
      return release;
    },
    listen: api.listen,
    chooseEvidence: () => Promise.resolve(null),
    takeDropped: () => Promise.resolve(null),
    chooseAssessment: () => Promise.resolve(null),
    deliver: () => Promise.resolve(true),
    openWindow: () => Promise.resolve(null),
  };
}
