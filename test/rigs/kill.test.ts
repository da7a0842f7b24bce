import { expect, test } from 'vitest';
import { killRounds } from './killing.ts';

const whole = { lost: [], faults: [], leftBehind: [] };

test('60 kills at any moment of rating and taking in lose nothing that was promised', async () => {
  const files = await Promise.all([0, 1, 2].map(async () => [await killRounds(10), await killRounds(10)]));

  expect(files.flat()).toMatchObject(Array.from({ length: 6 }, () => ({ kills: 10, ...whole })));
  expect(files.flat().reduce((sum, { promises }) => sum + promises, 0)).toBeGreaterThan(300);
});

test('the rig finds a program that promises before it saves', async () => {
  const { kills, lost } = await killRounds(20, 'liar');

  expect(lost.length).toBeGreaterThan(0);
  expect(kills).toBeLessThanOrEqual(20);
});
