import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { childEntry, childSources } from '../../electron/intake/child-entry.ts';

const electron = fileURLToPath(new URL('../../electron', import.meta.url));

test('every program that runs as a child process has a name, and its source is there', () => {
  const programs = readdirSync(electron, { withFileTypes: true, recursive: true })
    .filter(({ name }) => name.endsWith('-process.ts')).map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => /^(const parent = openParent<|serveReadings\()/m.test(readFileSync(path, 'utf8')));
  const named = Object.values(childSources()).map((path) => fileURLToPath(new URL(`../../${path}`, import.meta.url)));

  expect(named.toSorted()).toEqual(programs.toSorted());
});

test('a child is a source beside sources and a bundle beside bundles', () => {
  const beside = childEntry('report-process', 'file:///app.asar/out/program/assemble-0a1B2c3D.js');

  expect([existsSync(childEntry('report-process')), beside.href]).toEqual([true, 'file:///app.asar/out/program/report-process.js']);
});
