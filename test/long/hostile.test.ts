import { expect, test } from 'vitest';
import { judgeCorpus } from '../intake/hostile/judge-corpus.ts';

test('the hostile files that take long to judge cost the application nothing but a verdict either', async () => {
  const { verdicts, grown, silence, took } = await judgeCorpus({ long: true });

  console.log(`${Object.keys(verdicts).length} hostile files in ${took} ms: the application grew by ${grown} MB, and its longest silence was ${silence} ms`);
  expect(Object.keys(verdicts).length).toBeGreaterThan(470);
});
