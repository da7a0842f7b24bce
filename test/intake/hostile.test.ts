import { expect, test } from 'vitest';
import { judgeCorpus } from './hostile/judge-corpus.ts';

test('five hundred hostile files cost the application nothing but a verdict on each', { timeout: 180_000 }, async () => {
  const { verdicts, grown, silence, took } = await judgeCorpus({ long: false });

  console.log(`${Object.keys(verdicts).length} hostile files in ${took} ms: the application grew by ${grown} MB, and its longest silence was ${silence} ms`);
  expect(Object.keys(verdicts).length).toBeGreaterThan(450);
});
