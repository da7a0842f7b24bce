import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { lastTouch } from '../../scripts/builds.mjs';
import { temporaryFolder } from '../builders/folders.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));

test('the command runs what was built where that is fresh, and the sources where it is not', () => {
  const root = temporaryFolder();
  for (const path of ['bin/maturity.mjs', 'scripts/builds.mjs']) cpSync(join(project, path), join(root, path));
  write(root, 'electron/cli/main.ts', 'const way: string = "sources"; console.log(way, process.argv[2]);');
  write(root, 'out/program/maturity.js', 'console.log("built", process.argv[2]);');

  const never = maturity(root);
  write(root, 'out/program.stamp.json', JSON.stringify({ touched: lastTouch('program', root) }));
  const fresh = maturity(root);
  write(root, 'electron/cli/main.ts', 'const way: string = "changed"; console.log(way, process.argv[2]);');

  expect([never, fresh, maturity(root)]).toEqual(['sources --help', 'built --help', 'changed --help']);
});

function maturity(root: string): string {
  return spawnSync(process.execPath, [join(root, 'bin/maturity.mjs'), '--help'], { encoding: 'utf8' }).stdout.trim();
}

function write(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
