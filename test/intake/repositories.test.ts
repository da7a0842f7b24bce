import { expect, test } from 'vitest';
import { analyse } from '../../electron/intake/analyse.ts';
import type { FileToRead } from '../../electron/intake/reader.ts';
import { repositoryBuilder } from '../builders/repository.ts';
import { sha256 } from './taking.ts';

const oddReader = new URL('./odd-reader-process.ts', import.meta.url);

function fileOf(path: string, content: string | Uint8Array): FileToRead {
  const bytes = Buffer.from(content as string);
  const text = typeof content === 'string';
  return { entry: { path, artefact: sha256(bytes), size: bytes.length, mediaType: text ? 'text/plain' : 'application/octet-stream', encoding: text ? 'utf-8' : null }, bytes: () => bytes };
}

function repository(): readonly FileToRead[] {
  const builder = repositoryBuilder();
  const first = builder.commit({ files: { 'a.py': '1' } });
  const second = builder.commit({ files: { 'a.py': '2', 'm.dvc': '1' }, parents: [first], seconds: 1_700_000_100, message: 'Retrain (#7)' });
  return [
    fileOf('scorer/README.md', '# Scorer'), fileOf('scorer/.git/HEAD', 'ref: refs/heads/main\n'), fileOf('scorer/.git/config', '[core]\n\tbare = false\n'),
    fileOf('scorer/.git/refs/heads/main', second), fileOf('scorer/.git/broken.json', '{'),
    ...[...builder.packed('offset')].map(([name, bytes]) => fileOf(`scorer/.git/${name}`, bytes)),
  ];
}

const read = (files: readonly FileToRead[], options: object = {}) => analyse(files, { progress: () => undefined, signal: new AbortController().signal, ...options });

test('a repository is read as one through its HEAD, and its other files count as read by that', async () => {
  const readings = await read(repository());

  expect(readings.map(({ path, importer, diagnostics }) => [path, importer, ...diagnostics.map(({ kind }) => kind)])).toEqual([
    ['scorer/README.md', null], ['scorer/.git/HEAD', 'git'], ['scorer/.git/config', 'git'], ['scorer/.git/refs/heads/main', 'git'], ['scorer/.git/broken.json', 'git'],
    ['scorer/.git/objects/pack/pack-a.pack', 'git'], ['scorer/.git/objects/pack/pack-a.idx', 'git'],
  ]);
  expect(readings[1]?.facts).toMatchObject([
    { type: 'code.history', place: { file: 'scorer/.git/HEAD', pointer: '' }, commits: 2, requests: 1, dataWithCode: 1, complete: true },
    { type: 'code.revision', place: { file: 'scorer/.git/HEAD', pointer: '/commits/0' }, branch: 'main', title: 'Retrain (#7)', request: '#7' },
  ]);
});

test('a pack that is too large is left out, and that is told', async () => {
  const readings = await read(repository(), { limits: { repositoryBytes: 200 } });

  expect(readings[1]).toMatchObject({ importer: 'git', facts: [{ type: 'code.history', commits: 0, complete: false, branches: ['main'] }, { type: 'code.revision' }], diagnostics: [{ kind: 'partial' }] });
});

test('a repository that breaks the reader claims none of its files', async () => {
  const [readme, , ...others] = repository();
  const files = [readme, fileOf('scorer/.git/HEAD', 'die'), ...others].filter((file) => file !== undefined);

  const readings = await read(files, { entry: oddReader });

  expect(readings.slice(1).map(({ importer }) => importer)).toEqual(files.slice(1).map(() => null));
  expect(readings[1]?.diagnostics.map(({ kind }) => kind)).toEqual(['too-much-memory']);
});
