import type { AssessmentHandle, Input, Method, Output, Reply, Told } from '#contract';
import { closeSession } from './closing.ts';
import type { Context, Surroundings } from './context.ts';
import type { Handler } from './handler.ts';
import { handlers } from './index.ts';
import { backupsFinished } from './keeping/keeper.ts';
import { refused, unexpected } from './problems.ts';
import { problemThrown } from './thrown.ts';

/** The API as the shells and the command hold it. `call` is typed; `answer` takes what came from outside, checked first. */
export type OpenApi = {
  readonly call: <M extends Method>(method: M, input: Input<M>) => Promise<Reply<Output<M>>>;
  readonly answer: (method: unknown, input: unknown) => Promise<Reply<unknown>>;
  /** Path of the file of an open assessment; for shells, never for a page. */
  readonly fileOf: (assessment: AssessmentHandle) => string | undefined;
  /** Loads what the first screens will ask for, so that they need not wait. */
  readonly warm: () => void;
  /** Tells events until the returned function is called. */
  readonly listen: (told: (event: Told) => void) => () => void;
  /** Cancels what runs and closes every open assessment, so that each file is whole by itself. */
  readonly close: () => Promise<void>;
};

/**
 * The API over its surroundings. Never throws: what the user can mend comes back as a problem, a bug as a reference
 * into the local log. An unknown method or an input that does not fit its schema is `bad-input`.
 */
export function createApi(surroundings: Surroundings): OpenApi {
  const listeners = new Set<(told: Told) => void>();
  const context: Context = {
    surroundings, handles: surroundings.handles, preferences: surroundings.preferences, packs: surroundings.packs,
    sessions: new Map(), jobs: new Map(), imports: new Map(),
    tell: (told) => { for (const listener of listeners) listener(told); },
  };
  const answer = (method: unknown, input: unknown): Promise<Reply<unknown>> =>
    isMethod(method) ? answerMethod(method, input, context) : Promise.resolve(refused('bad-input'));
  return {
    answer,
    call: (method, input) => answerMethod(method, input, context),
    fileOf: (assessment) => context.sessions.get(assessment)?.store.path,
    warm: () => { context.packs.warm(); },
    listen: (told) => { listeners.add(told); return () => { listeners.delete(told); }; },
    close: () => closeAll(context),
  };
}

function isMethod(method: unknown): method is Method {
  return typeof method === 'string' && Object.hasOwn(handlers, method);
}

async function answerMethod<M extends Method>(method: M, input: unknown, context: Context): Promise<Reply<Output<M>>> {
  const handler: Handler<M> = handlers[method];
  const checked = handler.input.safeParse(input);
  if (!checked.success) return refused('bad-input', checked.error.issues[0]?.path.map(String).join('.') ?? null);
  try {
    return await handler.run(checked.data, context);
  } catch (error) {
    const mendable = problemThrown(error);
    return { ok: false, problem: mendable ?? unexpected(context.surroundings.log.bug(method, error)) };
  }
}

async function closeAll(context: Context): Promise<void> {
  const { sessions, jobs } = context;
  for (const job of jobs.values()) job.abort();
  for (const session of [...sessions.values()]) {
    await closeSession(context, session);
  }
  await backupsFinished(context);
}
