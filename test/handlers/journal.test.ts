import { expect, test } from 'vitest';
import type { JournalFilter } from '#contract';
import { everything, importFrom, newAssessment, openTestApi, valueOf, type TestApi } from '../builders/api.ts';

const rate = async (api: TestApi, assessment: string, value: 'N' | 'P' | 'L' | 'F', ...requirements: readonly string[]) => valueOf(await api.call('rate', { assessment, requirements, value, confidence: null, rationale: '', accepted: [] }));
const read = async (api: TestApi, assessment: string, only: Partial<JournalFilter> = {}, from = 0, count = 50) => valueOf(await api.call('readJournal', { assessment, only: { ...everything, ...only }, from, count }));

test('one action is one entry, however much it recorded, and its events can be looked at', async () => {
  const api = openTestApi();
  const { assessment } = await newAssessment(api);
  await rate(api, assessment, 'P', '2.2.2-L1-1', '2.2.2-L2-1');

  const journal = await read(api, assessment);
  const recorded = valueOf(await api.call('readJournalEntry', { assessment, batch: journal.rows[0]!.batch, from: 1, count: 1 }));

  expect(journal.rows.map(({ what, events, kind, undoable }) => [what.zh, events, kind, undoable])).toEqual([['2 条要求评为 P', 2, 'ratings', true], ['新建评估：示例银行 · 风控模型 v3.4', 5, 'details', false]]);
  expect([journal.total, journal.events, journal.authors.map(({ name }) => name), journal.rows[0]?.from.here]).toEqual([2, 7, ['李明'], true]);
  expect([recorded.action.events, recorded.rows.map(({ what, requirement }) => [what.en, requirement])]).toEqual([2, [['Rated 2.2.2-L2-1 P', '2.2.2-L2-1']]]);
});

test('the filters find actions by person, kind, requirement and words, paths of files among them', async () => {
  const api = openTestApi();
  const { assessment } = await newAssessment(api);
  await importFrom(api, assessment);
  await rate(api, assessment, 'P', '2.2.2-L1-1');
  const other = valueOf(await api.call('setIdentity', { name: '王芳', role: '' })).identity;
  await rate(api, assessment, 'F', '2.2.3-L1-1');

  const found = await Promise.all([{ author: other.id }, { kind: 'evidence' }, { requirement: '2.2.2' }, { search: 'DELIVER.yaml' }, { search: 'rated 2.2.3' }, { search: 'nothing of the kind' }].map(async (only) => (await read(api, assessment, only as Partial<JournalFilter>)).rows.map(({ kind, author }) => [kind, author.name])));

  expect(found).toEqual([[['ratings', '王芳']], [['evidence', '李明']], [['ratings', '李明']], [['evidence', '李明']], [['ratings', '王芳']], []]);
});

test('an old action of one\'s own is undone from the journal, names what it took back, and comes again with redo', async () => {
  const api = openTestApi();
  const { assessment } = await newAssessment(api);
  await rate(api, assessment, 'P', '2.2.2-L1-1');
  await rate(api, assessment, 'F', '2.2.2-L2-1');
  const { batch } = (await read(api, assessment)).rows[1]!;

  const change = valueOf(await api.call('undoBatch', { assessment, batch }));
  const after = (await read(api, assessment)).rows.map(({ what, undone, undoable, kept }) => [what.en, undone, undoable, kept?.kind ?? null]);
  const again = valueOf(await api.call('redo', { assessment }));

  expect([change.requirements.map(({ requirement, mine }) => [requirement, mine]), change.redo?.batch, again.requirements.map(({ mine }) => mine?.value)]).toEqual([[['2.2.2-L1-1', null]], batch, ['P']]);
  expect(after.slice(0, 3)).toEqual([['Undid: Rated 2.2.2-L1-1 P', false, false, 'undoing'], ['Rated 2.2.2-L2-1 F', false, true, null], ['Rated 2.2.2-L1-1 P', true, false, null]]);
});

test('what cannot be undone says why and names what stands in the way', async () => {
  const api = openTestApi();
  const { assessment } = await newAssessment(api);
  await rate(api, assessment, 'P', '2.2.2-L1-1');
  await rate(api, assessment, 'F', '2.2.2-L1-1');
  const mine = (await read(api, assessment)).rows;
  valueOf(await api.call('setIdentity', { name: '王芳', role: '' }));
  const hers = (await read(api, assessment)).rows;

  const refusals = [await api.call('undoBatch', { assessment, batch: mine[1]!.batch }), await api.call('undoBatch', { assessment, batch: mine[0]!.batch }), await api.call('undoBatch', { assessment, batch: 'none' })];

  expect([mine[1]?.kept, hers.map(({ kept }) => kept?.kind)]).toEqual([{ kind: 'superseded', by: { zh: '2.2.2-L1-1 评为 F', en: 'Rated 2.2.2-L1-1 F' } }, ['not-own', 'not-own', 'lasting']]);
  expect(refusals.map((reply) => (reply.ok ? 'ok' : reply.problem.kind))).toEqual(['nothing-to-undo', 'nothing-to-undo', 'nothing-to-undo']);
});

test('an entry the journal does not have is not found', async () => {
  const api = openTestApi();
  const { assessment } = await newAssessment(api);

  expect(await api.call('readJournalEntry', { assessment, batch: 'none', from: 0, count: 1 })).toMatchObject({ ok: false, problem: { kind: 'not-found' } });
});
