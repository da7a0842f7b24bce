import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { RecordMapping } from '#assessments';
import { importFrom, newAssessment, openTestApi, valueOf, type TestApi } from '../builders/api.ts';

const table = 'Ref;When;Who said yes;What;Undone?\n77;2025-06-01;Kim Roe;Deploy scorer 1.4.0;yes\n';
const headings = ['Ref', 'When', 'Who said yes', 'What', 'Undone?'];
const wanted: RecordMapping = { kind: 'change', sheet: null, headings, columns: { id: 'Ref', decidedAt: 'When', approver: 'Who said yes', title: 'What', rollback: 'Undone?' } };

/** An assessment with one table of evidence that nobody claims. */
async function withTable(api: TestApi, name: string) {
  const { assessment } = await newAssessment(api);
  const folder = join(api.folder, name);
  mkdirSync(folder);
  writeFileSync(join(folder, 'log.csv'), table);
  await importFrom(api, assessment, folder, name);
  const row = async () => valueOf(await api.call('readEvidence', { assessment })).files.find(({ path }) => path.endsWith('log.csv'))!;
  return { assessment, row, file: { assessment, intake: (await row()).intake, path: (await row()).path } };
}

test('a table nobody claims is read by the mapping a person sets, and no longer once it is undone', async () => {
  const api = openTestApi();
  const { assessment, row, file } = await withTable(api, 'first');
  const before = await row();
  const offered = valueOf(await api.call('proposeMapping', file));

  const change = valueOf(await api.call('setMapping', { ...file, mapping: wanted }));
  const mapped = await row();
  const again = valueOf(await api.call('proposeMapping', file));
  valueOf(await api.call('undo', { assessment }));
  const undone = await row();

  expect(offered).toEqual({ current: null, tables: [{ sheet: null, headings, sample: [['77', '2025-06-01', 'Kim Roe', 'Deploy scorer 1.4.0', 'yes']], mapping: { kind: 'change', sheet: null, headings, columns: {} }, from: 'headings' }] });
  expect([before, mapped, undone].map(({ importer, facts }) => [importer, facts])).toEqual([[null, 0], ['record-table', 3], [null, 0]]);
  expect([again.current, again.tables[0]?.from, change.undo?.what]).toEqual([wanted, 'current', 'evidence.mapped']);
});

test('a mapping is offered again for the same headings in another assessment of the organisation, and taken back on request', async () => {
  const api = openTestApi();
  const first = await withTable(api, 'first');
  valueOf(await api.call('setMapping', { ...first.file, mapping: wanted }));
  const second = await withTable(api, 'second');
  const offered = valueOf(await api.call('proposeMapping', second.file));

  valueOf(await api.call('setMapping', { ...first.file, mapping: null }));

  expect(offered).toMatchObject({ current: null, tables: [{ mapping: wanted, from: 'remembered' }] });
  expect([(await first.row()).importer, valueOf(await api.call('proposeMapping', first.file)).current]).toEqual([null, null]);
});

test('what is no table, no file, or says nothing is refused or offers nothing', async () => {
  const api = openTestApi();
  const { assessment, file } = await withTable(api, 'first');
  const folder = join(api.folder, 'other');
  mkdirSync(folder);
  writeFileSync(join(folder, 'notes.txt'), 'just words\n');
  await importFrom(api, assessment, folder, 'other');
  const notes = valueOf(await api.call('readEvidence', { assessment })).files.find(({ path }) => path.endsWith('notes.txt'))!;

  const problems = [
    await api.call('proposeMapping', { ...file, path: 'gone.csv' }), await api.call('setMapping', { ...file, path: 'gone.csv', mapping: wanted }),
    await api.call('setMapping', { ...file, mapping: { ...wanted, columns: { status: 'What' } } }), await api.call('setMapping', { ...file, mapping: { ...wanted, columns: { id: 'Number' } } }),
  ].map((reply) => (reply.ok ? null : reply.problem.kind));

  expect(problems).toEqual(['not-found', 'not-found', 'bad-input', 'bad-input']);
  expect(valueOf(await api.call('proposeMapping', { assessment, intake: notes.intake, path: notes.path })).tables).toEqual([]);
});
