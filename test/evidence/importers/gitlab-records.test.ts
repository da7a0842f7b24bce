import { readEvidence } from '#assessments';
import { expect, it } from 'vitest';
import { sourceFile } from '../../builders/source-file.ts';

const reading = (value: unknown) => readEvidence(sourceFile('x.json', typeof value === 'string' ? value : JSON.stringify(value)));
const pipeline = { id: 4, project_id: 1, sha: 'a'.repeat(40), ref: 'main', status: 'success', web_url: 'https://gitlab.com/a/b/-/pipelines/4', created_at: '2025-06-02T01:00:00Z', updated_at: '2025-06-02T01:05:00Z' };

it.each([
  ['one pipeline', pipeline, 'gitlab-records'],
  ['a list with something else in it', [pipeline, { id: 4 }], null],
  ['a protected branch', { name: 'main', push_access_levels: [], merge_access_levels: [] }, 'branch-policy'],
  ['an issue', { id: 4, iid: 2, project_id: 1, title: 'x', state: 'opened', author: { username: 'a' } }, null],
  ['an event about something else', { object_kind: 'wiki_page', project: {}, object_attributes: {} }, null],
  ['an event that lacks what makes it', { object_kind: 'pipeline', object_attributes: {} }, null],
  ['a list of nothing', [], null],
] as const)('%s', (_, value, importer) => {
  expect(reading(value).importer).toBe(importer);
});

it('an answer that was cut off is told, not read', () => {
  expect(reading('[{"id": 4, "project_id": 1').diagnostics.map(({ kind }) => kind)).toEqual(['malformed']);
});

it('a release that was deleted is told and is no release', () => {
  expect(reading({ object_kind: 'release', tag: 'v1', action: 'delete', project: { web_url: 'https://gitlab.com/a/b' }, assets: {} })).toMatchObject({ facts: [], diagnostics: [{ kind: 'unrecognised' }] });
});

it('nobody is named', () => {
  const { facts } = reading([{ ...pipeline, user: { username: 'mlopez', name: 'M Lopez' } }]);

  expect(facts).toMatchObject([{ user: '#1', durationSeconds: 300, repository: 'gitlab.com/a/b' }]);
  expect(JSON.stringify(facts)).not.toMatch(/lopez/i);
});
