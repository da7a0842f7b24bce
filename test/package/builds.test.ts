import { mkdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { contentOf, isFresh, lastTouch } from '../../scripts/builds.mjs';
import { temporaryFolder } from '../builders/folders.ts';

const sources = { 'electron/cli/main.ts': 'one', 'electron/start.ts': 'start', 'assessments/index.ts': 'door', 'package-lock.json': '{}' };

test('a build is fresh until a source is changed, added or removed, whatever its time says', () => {
  const root = builtFolder();
  const fresh = [isFresh('program', root)];
  const changes = {
    changed: () => { write(root, 'electron/cli/main.ts', 'two'); },
    'changed with its time set back': () => {
      const { atime, mtime } = statSync(join(root, 'electron/start.ts'));
      write(root, 'electron/start.ts', 'stirt');
      utimesSync(join(root, 'electron/start.ts'), atime, mtime);
    },
    added: () => { write(root, 'electron/new.ts', ''); },
    removed: () => { rmSync(join(root, 'electron/new.ts')); },
    'other packages': () => { write(root, 'package-lock.json', '{ }'); },
    'build gone': () => { rmSync(join(root, 'out/program/maturity.js')); },
  };
  for (const change of Object.values(changes)) {
    stamp(root);
    fresh.push(isFresh('program', root));
    change();
    fresh.push(isFresh('program', root));
    if (change === changes['build gone']) break;
  }

  expect(fresh).toEqual([true, ...Object.keys(changes).flatMap(() => [true, false])]);
});

test('what is read when the program runs makes no build stale', () => {
  const root = builtFolder();
  write(root, 'assessments/packs/model-delivery/pack.yaml', 'id: x');
  write(root, 'electron/sample/credit-scoring-delivery/a.json', '{}');
  write(root, 'renderer/main.tsx', 'screens');

  expect(isFresh('program', root)).toBe(true);
});

test('without a stamp, or with one that cannot be read, nothing is fresh', () => {
  const root = builtFolder();
  writeFileSync(join(root, 'out/program.stamp.json'), '{"touch');
  const broken = isFresh('program', root);
  rmSync(join(root, 'out/program.stamp.json'));

  expect([broken, isFresh('program', root)]).toEqual([false, false]);
});

test('what sources say does not depend on when they were written', () => {
  const [one, other] = [builtFolder(), builtFolder()];
  utimesSync(join(other, 'electron/start.ts'), 1, 1);

  expect(contentOf('program', one)).toBe(contentOf('program', other));
});

function builtFolder(): string {
  const root = temporaryFolder();
  for (const [path, text] of Object.entries(sources)) write(root, path, text);
  write(root, 'out/program/maturity.js', '');
  stamp(root);
  return root;
}

function stamp(root: string): void {
  write(root, 'out/program.stamp.json', JSON.stringify({ touched: lastTouch('program', root) }));
}

function write(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
