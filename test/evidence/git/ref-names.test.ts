import { expect, it } from 'vitest';
import { isVersion, refNumbers, refOf } from '../../../assessments/evidence/git/ref-names.ts';

it('a branch here and on a remote is one branch; HEAD of a remote is none', () => {
  const refs = ['refs/heads/main', 'refs/remotes/origin/main', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/feature/x', 'refs/tags/v1.0', 'refs/pull/1/head'].map((full) => ({ ...refOf(full), at: null }));

  expect(refNumbers(refs)).toEqual({ branches: ['feature/x', 'main'], tags: ['v1.0'], branchCount: 2, tagCount: 1, versionTags: 1 });
});

it.each([['v1.2.3', true], ['1.2', true], ['release-2024.1', true], ['scorer@3.1.0-rc.1', true], ['v7', true], ['stable', false], ['2024', false], ['experiment-7', false]])('tag %s is a version: %s', (tag, expected) => {
  expect(isVersion(tag)).toBe(expected);
});
