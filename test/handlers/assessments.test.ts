import { readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { openAssessment } from '../../electron/storage/store.ts';
import { everything, importFrom, newAssessment, openTestApi, valueOf } from '../builders/api.ts';

test('a new assessment pins the pack, joins its maker and is kept under a name people know', async () => {
  const api = openTestApi();

  const header = await newAssessment(api);
  const start = valueOf(await api.call('start', {}));
  const rows = valueOf(await api.call('readJournal', { assessment: header.assessment, only: everything, from: 0, count: 100 }));
  const recorded = valueOf(await api.call('readJournalEntry', { assessment: header.assessment, batch: rows.rows[0]!.batch, from: 0, count: 100 }));

  expect([header.fileName, header.targets, header.policy, header.rollup, header.timeZone, header.assessors.map(({ name }) => name)]).toEqual(['示例银行 – 风控模型 v3.4.maturity', { '': 3 }, 'strict', 'minimum', '+08:00', ['李明']]);
  expect([rows.total, rows.events, recorded.rows.map(({ type }) => type)]).toEqual([1, 5, ['assessment.created', 'assessor.joined', 'policy.set', 'target.set', 'pack.pinned']]);
  expect(rows.rows[0]?.what).toEqual({ zh: '新建评估：示例银行 · 风控模型 v3.4', en: 'Created the assessment: 示例银行 · 风控模型 v3.4' });
  expect([start.recent[0]?.project, start.packs.map(({ id, written, subItems }) => [id, written, subItems])]).toEqual(['风控模型 v3.4', [['model-delivery', 32, 32]]]);
  expect(valueOf(await api.call('readCatalogue', { assessment: header.assessment })).id).toBe('model-delivery');
});

test('two of the same name are two files', async () => {
  const api = openTestApi();

  const names = [(await newAssessment(api)).fileName, (await newAssessment(api)).fileName];

  expect(names).toEqual(['示例银行 – 风控模型 v3.4.maturity', '示例银行 – 风控模型 v3.4 (2).maturity']);
});

test('opening what is open gives the same assessment, so that a reloaded page finds it', async () => {
  const api = openTestApi();
  const { assessment, fileName } = await newAssessment(api);

  const again = valueOf(await api.call('openAssessment', { file: api.choose(join(api.folder, 'assessments', fileName)) }));

  expect(again.assessment).toBe(assessment);
});

test('a second program is told who has the file open', async () => {
  const api = openTestApi();
  const { fileName } = await newAssessment(api);
  const other = openTestApi();

  const reply = await other.call('openAssessment', { file: other.choose(join(api.folder, 'assessments', fileName)) });

  expect(reply).toMatchObject({ ok: false, problem: { kind: 'locked', place: fileName } });
});

test('a recent file that was moved away is shown as gone, without its path', async () => {
  const api = openTestApi();
  const { assessment, fileName } = await newAssessment(api);
  valueOf(await api.call('closeAssessment', { assessment }));
  renameSync(join(api.folder, 'assessments', fileName), join(api.folder, 'moved.maturity'));

  const start = valueOf(await api.call('start', {}));
  const opened = await api.call('openAssessment', { file: start.recent[0]!.file });

  expect([start.recent[0]?.problem?.kind, opened.ok ? 'ok' : opened.problem.kind, JSON.stringify([start, opened]).includes(api.folder)]).toEqual(['not-found', 'not-found', false]);
});

test('describing records only what changed, and nothing where nothing did', async () => {
  const api = openTestApi();
  const { assessment } = await newAssessment(api);
  const described = { assessment, organisation: '示例银行', project: '风控模型 v3.4', scope: '在线评分', target: 3, policy: 'strict', rollup: 'minimum', window: { from: null, to: null } } as const;
  const before = valueOf(await api.call('readScore', { assessment })).revision;

  valueOf(await api.call('describeAssessment', described));
  const same = valueOf(await api.call('readScore', { assessment })).revision;
  const header = valueOf(await api.call('describeAssessment', { ...described, project: '风控模型 v4', target: 4, window: { from: '2026-04-01', to: null } }));
  const [last] = valueOf(await api.call('readJournal', { assessment, only: everything, from: 0, count: 1 })).rows;
  const rows = valueOf(await api.call('readJournalEntry', { assessment, batch: last!.batch, from: 0, count: 10 })).rows.map(({ type }) => type);

  expect([same, header.project, header.targets, header.window, rows]).toEqual([before, '风控模型 v4', { '': 4 }, { from: '2026-04-01', to: null }, ['assessment.renamed', 'target.set', 'window.set']]);
  expect(await api.call('describeAssessment', { ...described, window: { from: '2026-02-30', to: null } })).toMatchObject({ ok: false, problem: { kind: 'bad-input', place: 'window.from' } });
});

test('the type of the organisation is journaled, can be changed and undone, and must be one of the pack', async () => {
  const api = openTestApi();
  const { assessment, organisationType: atFirst } = await newAssessment(api);
  const described = { assessment, organisation: '示例银行', project: '风控模型 v3.4', scope: '在线评分', target: 3, policy: 'strict', rollup: 'minimum', window: { from: null, to: null } } as const;

  const chosen = valueOf(await api.call('describeAssessment', { ...described, organisationType: 3 })).organisationType;
  const unsaid = valueOf(await api.call('describeAssessment', described)).organisationType;
  const cleared = valueOf(await api.call('describeAssessment', { ...described, organisationType: null })).organisationType;
  const [last] = valueOf(await api.call('readJournal', { assessment, only: everything, from: 0, count: 1 })).rows;
  valueOf(await api.call('undo', { assessment }));
  const undone = valueOf(await api.call('readScore', { assessment })).header.organisationType;
  const strange = await api.call('describeAssessment', { ...described, organisationType: 99 });
  const made = valueOf(await api.call('createAssessment', { organisation: 'a', organisationType: 2, project: 'b', scope: '', pack: 'model-delivery', target: 2, policy: 'strict', rollup: 'minimum' }));

  expect([atFirst, chosen, unsaid, cleared, undone, made.organisationType, last?.what.zh]).toEqual([null, 3, 3, null, 3, 2, '取消组织类型']);
  expect(strange).toMatchObject({ ok: false, problem: { kind: 'not-found', place: '99' } });
});

test('a copy is a whole assessment that can be opened elsewhere', async () => {
  const api = openTestApi();
  const { assessment, fileName } = await newAssessment(api);
  valueOf(await api.call('rate', { assessment, requirements: ['2.2.3-L1-1'], value: 'F', confidence: null, rationale: '', accepted: [] }));

  const copy = valueOf(await api.call('saveCopy', { assessment }));
  const offer = api.handles.takeOffer(copy.download)!;
  const elsewhere = openTestApi();
  const opened = valueOf(await elsewhere.call('openAssessment', { file: elsewhere.choose(offer.path) }));

  expect([copy.name, copy.format, copy.size, opened.project]).toEqual([fileName, 'maturity', statSync(offer.path).size, '风控模型 v3.4']);
  expect(valueOf(await elsewhere.call('readScore', { assessment: opened.assessment })).result.overall.assessed).toBe(1);
});

test('evidence whose readings were dropped is read again when first asked for, and that is told', async () => {
  const api = openTestApi();
  const { assessment, fileName } = await newAssessment(api);
  const report = await importFrom(api, assessment);
  valueOf(await api.call('closeAssessment', { assessment }));
  const path = join(api.folder, 'assessments', fileName);
  const store = openAssessment(path, { surroundings: { now: () => new Date(0), newId: () => '00000000-0000-7000-8000-000000000000', device: 'test' } });
  store.rebuild();
  store.close();

  const again = valueOf(await api.call('openAssessment', { file: api.choose(path) }));
  const view = valueOf(await api.call('readSuggestions', { assessment: again.assessment }));

  expect([view.facts, view.files]).toEqual([report.facts, 15]);
  expect(api.told.filter((told) => told.kind === 'progress' && told.job === `reading-${again.assessment}`).length).toBeGreaterThan(0);
});

test('closing during an import ends it without a trace', async () => {
  const api = openTestApi();
  const { assessment, fileName } = await newAssessment(api);
  const running = api.call('importEvidence', { assessment, sources: [api.choose(join(process.cwd(), 'electron/sample'))], job: 'x' });
  await vi.waitFor(() => { expect(api.told.some(({ kind }) => kind === 'progress')).toBe(true); });

  valueOf(await api.call('closeAssessment', { assessment }));
  const reply = await running;
  const again = valueOf(await api.call('openAssessment', { file: api.choose(join(api.folder, 'assessments', fileName)) }));

  expect([reply.ok ? 'ok' : reply.problem.kind, valueOf(await api.call('readEvidence', { assessment: again.assessment })).files]).toEqual(['cancelled', []]);
});

test('reports are files with a name, made from what was recorded, without personal paths', async () => {
  const api = openTestApi();
  const { assessment } = valueOf(await api.call('openSample', {}));

  const made = valueOf(await api.call('makeReport', { assessment, formats: ['json', 'xlsx', 'pdf'], language: 'zh', depth: 'executive' }));
  const starts = made.files.map((file) => { const offer = api.handles.takeOffer(file.download)!; return [file.format, file.name, readFileSync(offer.path).length === file.size, offer.mediaType.split('/')[1]?.slice(0, 4), statSync(offer.path).mode & 0o777]; });

  expect(starts).toEqual([['json', '示例银行 – 信用评分模型.json', true, 'json', 0o600], ['xlsx', '示例银行 – 信用评分模型.xlsx', true, 'vnd.', 0o600], ['pdf', '示例银行 – 信用评分模型.pdf', true, 'pdf', 0o600]]);
});

test('settings and identities stay with the user', async () => {
  const api = openTestApi();
  valueOf(await api.call('setSettings', { language: 'en' }));
  valueOf(await api.call('setSettings', { theme: 'dark', autoAdvance: false }));
  valueOf(await api.call('setIdentity', { name: ' 李明 ', role: '' }));

  const start = valueOf(await openTestApi(api.folder).call('start', {}));

  expect([start.settings, start.identity?.name, start.identities.length]).toEqual([{ language: 'en', theme: 'dark', autoAdvance: false, backupMinutes: 30, copyReminderDays: 7 }, '李明', 1]);
});
