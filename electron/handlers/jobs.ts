import type { Reply } from '#contract';
import type { Context } from './context.ts';
import { refused } from './problems.ts';

/**
 * Runs a job that `cancel` can stop by its name, as the closing of the assessment can; without a name only that can. A
 * stopped one is told as cancelled, whatever it failed with.
 */
export async function cancellable<Value>({ jobs }: Pick<Context, 'jobs'>, name: string | undefined, closing: AbortSignal, run: (signal: AbortSignal) => Promise<Reply<Value>>): Promise<Reply<Value>> {
  const controller = new AbortController();
  if (name !== undefined) jobs.set(name, controller);
  try {
    return await run(AbortSignal.any([controller.signal, closing]));
  } catch (error) {
    if (controller.signal.aborted || closing.aborted) return refused('cancelled');
    throw error;
  } finally {
    if (name !== undefined) jobs.delete(name);
  }
}

/** What a computation gives that others may wait for too: aborted, it throws the signal's reason at once, and the computation goes on. */
export async function unlessAborted<Value>(shared: Promise<Value>, signal: AbortSignal): Promise<Value> {
  const stopped = Promise.withResolvers<undefined>();
  const stop = (): void => { stopped.resolve(undefined); };
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  await Promise.race([stopped.promise, shared.catch(() => undefined)]);
  signal.removeEventListener('abort', stop);
  signal.throwIfAborted();
  return shared;
}
