import { completeFacts, readEvidence } from '#assessments';
import { describe, expect, it } from 'vitest';
import { sourceFile } from '../../../builders/source-file.ts';

const read = (path: string, text: string) => readEvidence(sourceFile(path, text));
const hash = (digit: string) => digit.repeat(40);
const history = (text: string) => completeFacts([read('log.txt', text)]).facts.find((fact) => fact.type === 'code.history');

describe('what is an exported history', () => {
  it.each([
    ['log.tsv', 'commit\tparents\tauthor\tsubject\na\t\tb\tc\n', true],
    ['data.tsv', 'commit\tauthor\na\tb\n', false],
    ['anything', `commit ${hash('1')}\nAuthor: A <a@example.com>\n\n    x\n`, true],
    ['anything', 'commit to quality\nauthor: somebody\n', false],
    ['refs', `${hash('1')} refs/heads/main\n`, true],
    ['sums', `${hash('1')}  file.txt\n`, false],
    ['git-shortlog-merges.txt', '1111111 2024-01-01T00:00:00Z Merge x\n', true],
  ])('%s with %j: %s', (path, text, expected) => {
    expect(read(path, text).importer === 'git-export').toBe(expected);
  });
});

describe('the log that git writes', () => {
  const log = (message: string) => `commit ${hash('1')}\nAuthor: A <a@example.com>\nDate:   Thu Feb 29 23:30:00 2024 -0100\n\n    ${message}\n`;

  it('dates are given in UTC, people are counted and not named', () => {
    expect(history(log('x'))).toMatchObject({ lastAt: '2024-03-01T00:30:00Z', authors: 1 });
    expect(JSON.stringify(completeFacts([read('log.txt', log('x'))]).facts)).not.toContain('example.com');
  });

  it('a log that shows no parents does not say whether it is complete', () => {
    expect(history(`${log('x')}\n${log('y').replace('111', '222')}`)).toMatchObject({ commits: 2, complete: false });
  });

  it('a log that lists no files says nothing about what changes together', () => {
    expect(history(log('x'))?.dataWithCode).toBeNull();
    expect(history(`${log('x')}\n:100644 100644 abc def M\ta.py\nM\ta.py\nA\tmodel.dvc\n`)?.dataWithCode).toBe(1);
  });

  it('an annotated tag without its commit is counted, and names no commit', () => {
    const refs = `${hash('2')} tag 2024-01-01T00:00:00Z refs/tags/v1.0\n${hash('3')} commit 2024-01-02T00:00:00Z refs/tags/v1.1\n`;

    const { facts } = completeFacts([read('log.txt', log('x')), read('refs.txt', refs)]);

    expect(facts.flatMap((fact) => (fact.type === 'code.revision' ? [...fact.tags] : fact.type === 'code.history' ? [String(fact.tagCount)] : []))).toEqual(['2', 'v1.1']);
  });
});
