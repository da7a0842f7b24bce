import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { codeOf, storageError } from '../../electron/storage/problems.ts';
import { removeLeftovers, sweepHalves } from '../../electron/storage/leftovers.ts';
import { temporaryFolder } from '../builders/folders.ts';

test('removes files of no more use, and does not mind those that are gone', () => {
  const [first = '', second = ''] = paths('a', 'b');
  writeFileSync(second, '');

  removeLeftovers(first, second);

  expect(existsSync(second)).toBe(false);
});

test('where one cannot be removed, it and those after it stay, and nothing is thrown', () => {
  const [folder = '', after = ''] = paths('folder', 'after');
  mkdirSync(folder);
  writeFileSync(after, '');

  removeLeftovers(folder, after);

  expect([folder, after].filter((path) => existsSync(path)).map((path) => basename(path))).toEqual(['folder', 'after']);
});

test('what the system refuses to remove is an error of the disk, though Node names no code for it', () => {
  const refused = Object.assign(new Error(", Unknown error: Input/output error 'a'"), { code: '', errno: -4094, syscall: 'rm' });

  expect([codeOf(refused), codeOf(storageError('io', null)), codeOf(new Error('a bug'))]).toEqual(['EIO', '', '']);
});

test('what a killed program was making out of an assessment is swept, and nothing else', () => {
  const [assessment = '', ...others] = paths('银行.maturity', '银行 – 2026-11-20.maturity.half', '银行 – 2026-11-20.maturity.half-wal', '银行 – 修复 repaired.maturity', '银行二 – 2026-11-20.maturity.half', '银行.maturity.half', 'notes.half');
  for (const path of [assessment, ...others]) writeFileSync(path, '');

  sweepHalves(assessment);

  expect([assessment, ...others].filter((path) => existsSync(path)).map((path) => basename(path))).toEqual(['银行.maturity', '银行 – 修复 repaired.maturity', '银行二 – 2026-11-20.maturity.half', '银行.maturity.half', 'notes.half']);
});

function paths(...names: readonly string[]): readonly string[] {
  const folder = temporaryFolder();
  return names.map((name) => join(folder, name));
}
