import { describe, expect, it } from 'vitest';
import { gitFolders, neededFiles } from '../../electron/intake/git-folders.ts';

describe('which files are a repository', () => {
  const folders = (paths: readonly string[]) => gitFolders(paths).map(({ folder, head, members }) => [folder, paths[head], members.map((index) => paths[index])]);

  it('the folder of a HEAD with objects or packed refs beside it', () => {
    const paths = ['README.md', 'a/.git/HEAD', 'a/.git/logs/HEAD', 'a/.git/logs/refs/heads/main', 'a/.git/objects/ab/cd', 'a/src/x.py', 'bare.zip!/b.git/HEAD', 'bare.zip!/b.git/packed-refs'];

    expect(folders(paths)).toEqual([['a/.git/', 'a/.git/HEAD', paths.slice(1, 5)], ['bare.zip!/b.git/', 'bare.zip!/b.git/HEAD', paths.slice(6)]]);
  });

  it('a folder that was given itself has no name in front', () => {
    expect(folders(['HEAD', 'config', 'objects/pack/p.idx'])).toEqual([['', 'HEAD', ['HEAD', 'config', 'objects/pack/p.idx']]]);
  });

  it('a submodule inside is one of its own', () => {
    const paths = ['.git/HEAD', '.git/modules/m/HEAD', '.git/modules/m/objects/pack/p.pack', '.git/packed-refs'];

    expect(folders(paths)).toEqual([['.git/', '.git/HEAD', ['.git/HEAD', '.git/packed-refs']], ['.git/modules/m/', '.git/modules/m/HEAD', paths.slice(1, 3)]]);
  });

  it('files of that name elsewhere are not', () => {
    expect(folders(['HEAD', 'docs/HEAD', 'objects/list.txt', 'refs.txt'])).toEqual([]);
  });
});

it('small and telling files come first, and packs that do not fit are left out', () => {
  const sizes = { 'g/HEAD': 10, 'g/index': 10, 'g/hooks/pre-commit': 10, 'g/objects/pack/big.pack': 100, 'g/objects/pack/small.pack': 20, 'g/objects/ab/0123456789abcdef0123456789abcdef012345': 5, 'g/refs/heads/main': 1, 'g/packed-refs': 1, 'g/logs/HEAD': 3 };
  const files = Object.entries(sizes).map(([path, size]) => ({ entry: { path, size } }));

  expect(neededFiles('g/', files, 60).map(({ name }) => name)).toEqual(['packed-refs', 'HEAD', 'refs/heads/main', 'objects/ab/0123456789abcdef0123456789abcdef012345', 'objects/pack/small.pack']);
});
