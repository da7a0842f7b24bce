import { expect, it } from 'vitest';
import { durationSeconds } from '../../assessments/evidence/duration.ts';

it.each([
  ['30s', 30], ['1h30m', 5400], ['1.5h', 5400], ['250ms', 0.25], ['2d', 172_800], ['60', 60], ['0m', 0],
  ['', null], ['soon', null], ['5 m', null], ['5m and more', null], [null, null],
])('%s is %s seconds', (written, seconds) => {
  expect(durationSeconds(written)).toBe(seconds);
});
