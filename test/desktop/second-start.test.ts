import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { temporaryFolder } from '../builders/folders.ts';
import { machine, seen } from './electron-double/recorded.ts';

vi.mock('electron', () => import('./electron-double/electron.ts'));

test('a second start hands its words to the first and ends without a window or a channel', async () => {
  const folder = temporaryFolder();
  vi.stubEnv('MATURITY_USER_FOLDER', join(folder, 'user'));
  vi.stubEnv('MATURITY_ASSESSMENTS_FOLDER', join(folder, 'assessments'));
  machine.alone = false;

  await import('../../electron/desktop/main.ts');

  expect([seen.ended, seen.windows, seen.channels.size, seen.sandboxed, existsSync(join(folder, 'user/preferences.json'))]).toEqual([true, [], 0, true, false]);
});

test('without a usable folder for its data the program says so in both languages and ends', async () => {
  vi.resetModules();
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'a-file'), '');
  vi.stubEnv('MATURITY_USER_FOLDER', join(folder, 'a-file', 'user'));

  await import('../../electron/desktop/main.ts');
  const double = await import('./electron-double/recorded.ts');

  const [box] = [...seen.said, ...double.seen.said];
  expect([box?.kind, box?.options.message?.split('\n\n').length, [seen.exit, double.seen.exit].includes(1)]).toEqual(['error', 2, true]);
});
