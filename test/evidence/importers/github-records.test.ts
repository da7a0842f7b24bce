import { readEvidence } from '#assessments';
import { expect, it } from 'vitest';
import { sourceFile } from '../../builders/source-file.ts';

const reading = (value: unknown) => readEvidence(sourceFile('x.json', typeof value === 'string' ? value : JSON.stringify(value)));
const run = { id: 7, head_sha: 'a'.repeat(40), event: 'push', workflow_id: 1, run_number: 2, status: 'completed', conclusion: 'success' };
const sender = { login: 'sam-lee', id: 1 };
const repository = { full_name: 'a/b', html_url: 'https://github.com/a/b' };

it.each([
  ['a list of runs', [run], 'github-records'],
  ['one run', run, 'github-records'],
  ['runs in one page', { total_count: 1, workflow_runs: [run] }, 'github-records'],
  ['a list with something else in it', [run, { id: 3 }], null],
  ['an issue', { number: 3, state: 'open', title: 'x', user: sender, body: '' }, null],
  ['an issue that a payload carries', { action: 'opened', issue: { number: 3, state: 'open' }, repository, sender }, null],
  ['a list of nothing', [], null],
  ['jobs of another tool', { total_count: 1, jobs: [{ id: 1, name: 'x', status: 'ok' }] }, null],
  ['a release of another tool', { tag_name: 'v1', assets: [] }, null],
] as const)('%s', (_, value, importer) => {
  expect(reading(value).importer).toBe(importer);
});

it('pages written one after another and objects on lines of their own are one list', () => {
  const lines = `${JSON.stringify(run)}\n${JSON.stringify({ ...run, id: 8 })}\n`;

  expect(readEvidence(sourceFile('runs.jsonl', lines)).facts).toMatchObject([{ run: '7', place: { pointer: '/0' } }, { run: '8', place: { pointer: '/1' } }]);
});

it('a list without records is told, not passed over', () => {
  expect(reading({ total_count: 0, workflow_runs: [] })).toMatchObject({ importer: 'github-records', facts: [], diagnostics: [{ kind: 'empty' }] });
});

it('an answer that was cut off is told, not read', () => {
  expect(reading('{"total_count": 3, "workflow_runs": [{"id": 7').diagnostics.map(({ kind }) => kind)).toEqual(['malformed']);
});

it('nobody is named in what comes out of the samples of people', () => {
  const { facts } = reading([{ ...run, display_title: 'Build by @sam-lee, sam@example.org', triggering_actor: sender, actor: sender }]);

  expect(facts).toMatchObject([{ user: '#1', name: 'Build by …, …' }]);
  expect(JSON.stringify(facts)).not.toContain('sam');
});
