import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

test('the page of fact types is up to date', () => {
  const { stderr, status } = spawnSync(process.execPath, ['scripts/facts-page.mjs', '--check'], { cwd: new URL('../..', import.meta.url), encoding: 'utf8' });

  expect([stderr, status]).toEqual(['', 0]);
});
