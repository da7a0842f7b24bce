import { expect, test } from 'vitest';
import { killRounds } from '../rigs/killing.ts';

test('240 kills at any moment of rating and taking in lose nothing that was promised', async () => {
  const files = await Promise.all([0, 1].map(async () => {
    const damage = [];
    for (let file = 0; file < 6; file += 1) damage.push(await killRounds(20));
    return damage;
  }));

  expect(files.flat()).toMatchObject(Array.from({ length: 12 }, () => ({ kills: 20, lost: [], faults: [], leftBehind: [] })));
});
