import { z } from 'zod';
import type { Plan, PlanningInput } from '#assessments';
import { type Child, startChild } from '../intake/child.ts';
import { childEntry } from '../intake/child-entry.ts';

/** What the planning process is asked, and what it answers. `id` counts the questions. */
export type ToPlanner = { readonly id: number; readonly input: PlanningInput; readonly seconds: number };
export type FromPlanner = { readonly id: number; readonly plan: Plan } | { readonly id: number; readonly failed: string };

const fromPlanner: z.ZodType<FromPlanner> = z.union([
  z.strictObject({ id: z.int(), plan: z.custom<Plan>((value) => typeof value === 'object' && value !== null) }),
  z.strictObject({ id: z.int(), failed: z.string() }),
]);

/** Computes plans in a process of its own, which is started when first asked and ends when left alone. */
export type Planner = {
  /** One question after the other. Throws the signal's reason where it is aborted, and an error where the process breaks. */
  readonly ask: (input: PlanningInput, signal: AbortSignal) => Promise<Plan>;
  readonly close: () => void;
};
/** `seconds`: what the solver has for one question; the process gets as long again before it is given up. */
export type PlannerLimits = { readonly seconds: number; readonly idleMilliseconds: number; readonly entry: URL };

const heapMegabytes = 512;
const defaults: PlannerLimits = { seconds: 30, idleMilliseconds: 60_000, entry: childEntry('plan-process') };

export function createPlanner(limits: Partial<PlannerLimits> = {}): Planner {
  const set = { ...defaults, ...limits };
  let running: Running | undefined;
  let idle: NodeJS.Timeout | undefined;
  let before: Promise<unknown> = Promise.resolve();
  const stop = (): void => {
    clearTimeout(idle);
    running?.child.kill();
    running = undefined;
  };
  const askNow = async (input: PlanningInput, signal: AbortSignal): Promise<Plan> => {
    signal.throwIfAborted();
    clearTimeout(idle);
    running = running?.alive() === true ? running : start(set);
    const late = setTimeout(stop, 2_000 * set.seconds);
    signal.addEventListener('abort', stop, { once: true });
    const answer = await running.ask(input);
    clearTimeout(late);
    signal.removeEventListener('abort', stop);
    signal.throwIfAborted();
    idle = setTimeout(stop, set.idleMilliseconds).unref();
    if ('failed' in answer) throw new Error(`the planning process failed: ${answer.failed}`);
    return answer.plan;
  };
  return {
    ask: (input, signal) => {
      const asked = before.then(() => askNow(input, signal));
      before = asked.catch(() => undefined);
      return asked;
    },
    close: stop,
  };
}

type Running = { readonly child: Child<ToPlanner>; readonly alive: () => boolean; readonly ask: (input: PlanningInput) => Promise<FromPlanner> };

function start({ entry, seconds }: PlannerLimits): Running {
  let heard: (message: FromPlanner) => void = () => undefined;
  let alive = true;
  let asked = 0;
  const child = startChild<ToPlanner, FromPlanner>({ entry, heapMegabytes, confined: true, speaks: fromPlanner, heard: (message) => { heard(message); } });
  const gone = child.exited.then(({ lastWords }): FromPlanner => {
    alive = false;
    return { id: asked, failed: lastWords };
  });
  return {
    child, alive: () => alive,
    ask: (input) => {
      const id = (asked += 1);
      const answered = new Promise<FromPlanner>((resolve) => { heard = (message) => { if (message.id === id) resolve(message); }; });
      child.send({ id, input, seconds });
      return Promise.race([answered, gone]);
    },
  };
}
