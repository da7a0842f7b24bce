import { expect, test } from 'vitest';
import { killRounds } from './killing.ts';

const whole = { lost: [], faults: [], leftBehind: [] };

test('30 kills at any moment of rating and taking in lose nothing that was promised', async () => {
  const files = await Promise.all([0, 1, 2].map(() => killRounds(10)));

  expect(files).toMatchObject(Array.from({ length: 3 }, () => ({ kills: 10, ...whole })));
  expect(files.reduce((sum, { promises }) => sum + promises, 0)).toBeGreaterThan(150);
});

test('the rig finds a program that promises before it saves', async () => {
  const { kills, lost } = await killRounds(20, 'liar');

  expect(lost.length).toBeGreaterThan(0);
  expect(kills).toBeLessThanOrEqual(20);
});
