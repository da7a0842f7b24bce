import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

test('the long run of the rigs holds: hundreds of kills, forty power cuts, every call that can fail', () => {
  const run = fileURLToPath(new URL('../rigs/run.ts', import.meta.url));

  const { stdout, status } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', run, '--long'], { encoding: 'utf8' });

  console.log(stdout);
  expect(stdout.trim().split('\n').at(-1)).toMatch(/ 0 failed, /);
  expect(status).toBe(0);
});
