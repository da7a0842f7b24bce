import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { aKilledFile } from '../builders/damage.ts';
import { mayGoUntold, tryMutation } from '../builders/mutations.ts';

test('a damaged file opens whole, says what does not hold, or is repaired; it is never written, and nothing is lost silently', async () => {
  const original = await aKilledFile();
  const outcomes = Array.from({ length: 36 }, (_, seed) => tryMutation(original, join(dirname(original.path), 'damaged'), seed));

  expect(outcomes.filter((outcome) => !outcome.told && !mayGoUntold(outcome))).toEqual([]);
  expect(new Set(outcomes.map(({ verdict }) => verdict))).toEqual(new Set(['whole', 'named', 'repaired', 'not-repairable']));
}, 120_000);
