import { expect, test } from 'vitest';
import { ok } from '#assessments';
import { cancellable, unlessAborted } from '../../electron/handlers/jobs.ts';

test('a job is stopped by its name and by the closing of its assessment, and told as cancelled; a failure of its own goes on', async () => {
  const jobs = new Map<string, AbortController>();
  const open = new AbortController().signal;
  const untilStopped = (signal: AbortSignal): Promise<never> => unlessAborted(new Promise<never>(() => undefined), signal);
  const [byName, closed] = [cancellable({ jobs }, 'plan', open, untilStopped), cancellable({ jobs }, undefined, AbortSignal.abort(), untilStopped)];
  jobs.get('plan')?.abort();

  const done = await cancellable({ jobs }, 'other', open, () => Promise.resolve(ok(1)));
  const failed = cancellable({ jobs }, 'other', open, () => Promise.reject(new Error('broken')));

  await expect(failed).rejects.toThrow('broken');
  expect([await byName, await closed, done, jobs.size]).toMatchObject([{ problem: { kind: 'cancelled' } }, { problem: { kind: 'cancelled' } }, { ok: true, value: 1 }, 0]);
});

test('who gives up waiting for what others wait for too is told at once, and the others get it', async () => {
  const shared = Promise.withResolvers<string>();
  const [mine, theirs] = [new AbortController(), new AbortController()];
  const [given, kept] = [unlessAborted(shared.promise, mine.signal), unlessAborted(shared.promise, theirs.signal)];

  mine.abort();
  await expect(given).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
  shared.resolve('the plan');

  expect(await kept).toBe('the plan');
});
