import { expect, it } from 'vitest';
import { historyNumbers } from '../../../assessments/evidence/git/history-numbers.ts';

const commit = { parents: 1, at: '2024-01-01T00:00:00Z', author: 'a', message: 'x', signed: null, changed: null };

it('a history in numbers: who carries it, what changes together, what the source does not show', () => {
  const authors = ['a', 'a', 'b', 'b', 'b', 'c'];
  const commits = authors.map((author, index) => ({ ...commit, author, at: `2024-01-0${index + 1}T00:00:00Z`, changed: index === 0 ? { code: 2, data: 1 } : index === 1 ? { code: 1, data: 0 } : null }));

  expect(historyNumbers([{ ...commit, parents: 2, at: null, message: 'Merge pull request #1 from a/b' }, ...commits])).toEqual({
    commits: 7, merges: 1, authors: 3, authorsOfHalf: 2, requests: 1, issues: 0, conventional: 0, reverts: 0, signed: null, dataWithCode: 1,
    firstAt: '2024-01-01T00:00:00Z', lastAt: '2024-01-06T00:00:00Z',
  });
});

it('no commits are no author of half of them', () => {
  expect(historyNumbers([])).toMatchObject({ commits: 0, authorsOfHalf: 0, dataWithCode: null, firstAt: null });
});
