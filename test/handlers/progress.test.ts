import { expect, test } from 'vitest';
import type { Told } from '#contract';
import type { Context } from '../../electron/handlers/context.ts';
import { throttledProgress } from '../../electron/handlers/progress.ts';

type Progress = Extract<Told, { kind: 'progress' }>;

/** Tells that so many bytes of 1,000 were done at so many milliseconds; gives what was passed on. */
function passedOn(moments: readonly (readonly [at: number, phase: Progress['phase'], bytes: number])[]): readonly (readonly [number, number | null, number | null])[] {
  const told: Progress[] = [];
  let at = 0;
  const context = { tell: (event: Told) => { if (event.kind === 'progress') told.push(event); }, surroundings: { now: () => new Date(at) } } as unknown as Context;
  const tell = throttledProgress(context, 'job');
  for (const [moment, phase, bytesDone] of moments) {
    at = moment;
    tell({ phase, done: bytesDone, total: 1000, bytesDone, bytesTotal: phase === 'listing' ? null : 1000, current: null });
  }
  return told.map(({ bytesDone, bytesPerSecond, secondsLeft }) => [bytesDone, bytesPerSecond, secondsLeft] as const);
}

test('the rate is that of the last seconds, and the time left follows from it, once there is enough to tell', () => {
  expect(passedOn([[10_000, 'storing', 0], [10_500, 'storing', 100], [11_000, 'storing', 200], [14_000, 'storing', 500], [16_500, 'storing', 500], [19_500, 'storing', 500]])).toEqual([
    [0, null, null], [100, null, null], [200, 200, 4], [500, 125, 4], [500, 0, null], [500, 0, null],
  ]);
});

test('every phase has a rate of its own, and where the whole is not known no time is left', () => {
  expect(passedOn([[0, 'listing', 0], [2000, 'listing', 400], [3000, 'storing', 0], [5000, 'storing', 1000]])).toEqual([[0, null, null], [400, 200, null], [0, null, null], [1000, 500, 0]]);
});

test('a clock that is set back begins the rate anew; what comes too fast is left out, but not the end', () => {
  expect(passedOn([[50_000, 'storing', 0], [52_000, 'storing', 200], [1000, 'storing', 300], [1050, 'storing', 400], [3000, 'storing', 500], [3010, 'storing', 1000]])).toEqual([[0, null, null], [200, 100, 8], [300, null, null], [500, 100, 5], [1000, 348, 0]]);
});
