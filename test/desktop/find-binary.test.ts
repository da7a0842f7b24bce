import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findElectron } from '../../electron/desktop/find-binary.ts';
import { temporaryFolder } from '../builders/folders.ts';

test('the binary is found by the package\'s own note, and only where it really is', () => {
  const folder = temporaryFolder();
  const without = findElectron(folder);
  writeFileSync(join(folder, 'path.txt'), 'electron');
  const notFetched = findElectron(folder);
  mkdirSync(join(folder, 'dist'));
  writeFileSync(join(folder, 'dist/electron'), '');

  expect([without, notFetched, findElectron(folder)]).toEqual([undefined, undefined, join(folder, 'dist/electron')]);
});
