import { expect, test } from 'vitest';
import { pathGiver } from '../../electron/intake/evidence-paths.ts';

const taken = new Map(['.git/HEAD', '.git/refs/heads/main', 'README.md', 'docs/HEAD'].map((path) => [path, { artefact: `scorer ${path}`, label: 'scorer' }]));

test('a second repository is kept apart from the first, also where their files are the same', () => {
  const { ofFile } = pathGiver(taken, false, 'ranker');
  const source = { name: 'ranker', folder: true };

  const given = [['.git/HEAD', 'scorer .git/HEAD'], ['.git/objects/ab/cd', 'x'], ['README.md', 'scorer README.md'], ['sub/.git/HEAD', 'y']] as const;

  expect(given.map(([path, artefact]) => ofFile(source, path, artefact))).toEqual([
    { path: 'ranker/.git/HEAD', duplicate: false, changed: false },
    { path: 'ranker/.git/objects/ab/cd', duplicate: false, changed: false },
    { path: 'README.md', duplicate: true, changed: false },
    { path: 'sub/.git/HEAD', duplicate: false, changed: false },
  ]);
});

test('a newer state of the same repository keeps its paths', () => {
  const { ofFile } = pathGiver(taken, false, 'scorer');
  const source = { name: 'scorer', folder: true };

  expect([['.git/HEAD', 'scorer .git/HEAD'], ['.git/refs/heads/main', 'new'], ['.git/objects/ab/cd', 'x']].map(([path = '', artefact = '']) => ofFile(source, path, artefact))).toEqual([
    { path: '.git/HEAD', duplicate: true, changed: false },
    { path: '.git/refs/heads/main', duplicate: false, changed: true },
    { path: '.git/objects/ab/cd', duplicate: false, changed: false },
  ]);
});
