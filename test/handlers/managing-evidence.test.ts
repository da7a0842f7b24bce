import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { everything, importFrom, newAssessment, openTestApi, sampleEvidence, valueOf, type TestApi } from '../builders/api.ts';

const asked = { target: null, node: null, role: null } as const;
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

/** A folder with these files. */
function aFolder(api: TestApi, name: string, files: Readonly<Record<string, string | Buffer>>): string {
  const folder = join(api.folder, name);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

describe('a returned folder', () => {
  test('is matched by code, name and content, and what a person confirms is linked in one step that is undone as one', async () => {
    const api = openTestApi();
    const { assessment } = await newAssessment(api);
    const first = await importFrom(api, assessment, aFolder(api, 'before', { 'seen.txt': '已经看过的内容' }));
    valueOf(await api.call('linkEvidence', { assessment, requirement: '2.2.3-L2-1', intake: first.intake, path: 'seen.txt', locator: null, stance: 'for', note: '' }));
    const back = await importFrom(api, assessment, aFolder(api, 'back', { 'MD-223-L2-2 部署清单.yaml': 'kind: none\n', 'renamed.txt': '已经看过的内容', '最近一次模型更新的工单.txt': '工单', 'holiday.txt': '合影' }));

    const found = valueOf(await api.call('matchRequests', { assessment, ...asked, node: '2.2.3', intake: back.intake }));
    const links = found.matches.map(({ file, intake, requirement, code }) => ({ requirement, intake, path: file, locator: null, stance: 'for' as const, note: code }));
    const linked = valueOf(await api.call('linkFiles', { assessment, links }));
    const again = valueOf(await api.call('matchRequests', { assessment, ...asked, node: '2.2.3', intake: back.intake }));
    const undone = valueOf(await api.call('undo', { assessment }));

    expect(found.matches.map(({ file, requirement, by, certainty }) => [file, requirement, by, certainty])).toEqual(expect.arrayContaining([
      ['MD-223-L2-2 部署清单.yaml', '2.2.3-L2-2', 'code', 'certain'], ['renamed.txt', '2.2.3-L2-1', 'hash', 'likely'], ['最近一次模型更新的工单.txt', '2.2.3-L1-1', 'name', 'likely'],
    ]));
    expect([found.extra.map(({ file }) => file), found.missing.length > 0, linked.undo?.count, again.matches.map(({ file, linked: done }) => [file, done]), undone.requirements.flatMap(({ links: left }) => left.map(({ path }) => path))]).toEqual([['holiday.txt'], true, links.length, found.matches.map(({ file }) => [file, true]), ['seen.txt']]);
  });

  test('is refused whole where one of the links leads nowhere', async () => {
    const api = openTestApi();
    const { assessment, ...header } = await newAssessment(api);
    const wanted = { requirement: '2.2.3-L2-1', intake: 'no', path: 'no', locator: null, stance: 'for', note: '' } as const;

    expect([await api.call('linkFiles', { assessment, links: [wanted] }), await api.call('linkFiles', { assessment, links: [{ ...wanted, requirement: 'no' }] }), header.readOnly]).toMatchObject([{ ok: false, problem: { kind: 'not-found', place: 'no' } }, { ok: false, problem: { kind: 'not-found', place: 'no' } }, false]);
  });
});

test('the request list of one part and one role comes as a workbook; a part that is not there is refused', async () => {
  const api = openTestApi();
  const { assessment } = await newAssessment(api);

  const file = valueOf(await api.call('makeRequestList', { assessment, ...asked, target: 2, node: '2.2.3', role: 'ML architect', language: 'zh' }));
  const whole = valueOf(await api.call('matchRequests', { assessment, ...asked, target: 2, intake: null })).missing.length;

  expect([file.name.endsWith('证据需求清单.xlsx'), file.requests > 0 && file.requests < whole, readFileSync(api.handles.takeOffer(file.download)?.path ?? '').subarray(0, 2).toString()]).toEqual([true, true, 'PK']);
  expect(await api.call('makeRequestList', { assessment, ...asked, node: '9.9', language: 'zh' })).toMatchObject({ ok: false, problem: { kind: 'not-found' } });
});

describe('the evidence', () => {
  test('is searched for Chinese words of two characters, opens where they stand, and skips what holds no words', async () => {
    const api = openTestApi();
    const { assessment } = await newAssessment(api);
    await importFrom(api, assessment, aFolder(api, 'texts', { 'a.md': '# 记录\n\n完成灰度放量\n', 'b.txt': Buffer.from('灰度 与 回退', 'utf16le'), 'c.png': png, 'd.txt': 'nothing' }));

    const found = valueOf(await api.call('searchEvidence', { assessment, query: '灰度', job: 'search' }));
    const none = valueOf(await api.call('searchEvidence', { assessment, query: '   ', job: 'search' }));
    const place = found.files.find(({ path }) => path === 'a.md')?.lines[0]?.place ?? { file: '', pointer: '' };

    expect([found.files.map(({ path, total }) => [path, total]), place, none.files]).toEqual([[['a.md', 1]], { file: 'a.md', lines: [3, 3] }, []]);
    expect(valueOf(await api.call('readSource', { assessment, place })).lines).toEqual([3, 3]);
  });

  test('shows pictures as they are, but none that says it unfolds to more than a screen can draw', async () => {
    const api = openTestApi();
    const { assessment } = await newAssessment(api);
    await importFrom(api, assessment, aFolder(api, 'pictures', { 'shot.png': png, 'fake.png': Buffer.concat([png.subarray(0, 16), Buffer.from([0x7f, 0xff, 0xff, 0xff, 0x7f, 0xff, 0xff, 0xff]), png.subarray(24)]) }));
    const picture = async (file: string) => valueOf(await api.call('readSource', { assessment, place: { file, lines: [1, 1] } })).picture;

    expect([await picture('shot.png'), (await picture('fake.png'))?.kind === 'image']).toEqual([{ kind: 'image', mediaType: 'image/png', width: 1, height: 1, data: png.toString('base64') }, false]);
  });

  test('names the files with personal data, those of the rules and those whose facts name people', async () => {
    const api = openTestApi();
    const { assessment } = await newAssessment(api);
    await importFrom(api, assessment, aFolder(api, 'people', { 'contacts.txt': '联系人 王芳 13800138001\nwang.fang@bank.cn\n', 'plain.txt': '没有' }));

    const first = valueOf(await api.call('readPersonalData', { assessment, job: 'personal' }));
    const second = valueOf(await api.call('readPersonalData', { assessment, job: 'personal' }));

    expect([first.files, second]).toEqual([[{ path: 'contacts.txt', found: [{ kind: 'email', count: 1, line: 2 }, { kind: 'phone', count: 1, line: 1 }] }], first]);
  });

  test('is out of date where the days it states lie outside the assessment period', async () => {
    const api = openTestApi();
    const { assessment, organisation, project, scope } = await newAssessment(api);
    await importFrom(api, assessment);
    const expired = async () => valueOf(await api.call('readEvidence', { assessment })).files.filter((file) => file.expired).length;
    const before = await expired();
    valueOf(await api.call('describeAssessment', { assessment, organisation, project, scope, target: 3, policy: 'strict', rollup: 'minimum', window: { from: '2099-01-01', to: null } }));
    const files = valueOf(await api.call('readEvidence', { assessment })).files;

    expect([before, files.filter((file) => file.expired).length, files.some((file) => file.effective === null && file.expired)]).toEqual([0, files.filter(({ effective }) => effective !== null).length, false]);
    expect(new Set(valueOf(await api.call('readSufficiency', { assessment })).rows.map(({ freshness }) => freshness)).has('inside')).toBe(false);
  });
});

describe('suggestions', () => {
  test('are taken over and rejected many at once, each time as one step', async () => {
    const api = openTestApi();
    const { assessment } = await newAssessment(api);
    await importFrom(api, assessment);
    const open = valueOf(await api.call('readSuggestions', { assessment })).suggestions.filter(({ rating }) => rating !== null);
    const [taken, left] = [open.slice(0, 3), open.slice(3, 5)];

    const accepted = valueOf(await api.call('acceptSuggestions', { assessment, requirements: taken.map(({ requirement }) => requirement) }));
    const rejected = valueOf(await api.call('rejectSuggestions', { assessment, requirements: left.map(({ requirement }) => requirement), reason: '旧系统' }));
    const refusedAgain = await api.call('acceptSuggestions', { assessment, requirements: left.map(({ requirement }) => requirement) });
    const withoutReason = await api.call('rejectSuggestions', { assessment, requirements: taken.map(({ requirement }) => requirement), reason: ' ' });
    valueOf(await api.call('undo', { assessment }));
    const undone = valueOf(await api.call('undo', { assessment }));

    expect(accepted.requirements.map(({ requirement, mine }) => [requirement, mine?.value])).toEqual(taken.map(({ requirement, rating }) => [requirement, rating]));
    expect([rejected.requirements.map(({ rejected: why }) => why?.reason), refusedAgain.ok, withoutReason.ok, undone.requirements.map(({ mine }) => mine)]).toEqual([['旧系统', '旧系统'], false, false, [null, null, null]]);
  });
});

/** Says from when to when the assessment looks, as its details do. */
async function withPeriod(api: TestApi, from: string, to: string): Promise<{ readonly assessment: string; readonly fileName: string }> {
  const { assessment, fileName, organisation, project, scope, policy, rollup } = await newAssessment(api);
  valueOf(await api.call('describeAssessment', { assessment, organisation, project, scope, policy, rollup, target: 3, window: { from, to } }));
  return { assessment, fileName };
}

// One assessment for both: taking evidence in is what costs time here.
test('dates of evidence are told with their source and corrected; what a removal and a purge made of the suggestions is told the same after closing and opening', async () => {
  const api = openTestApi();
  const { assessment, fileName } = await withPeriod(api, '2026-01-01', '2026-12-31');
  const sample = (path: string): Buffer => readFileSync(join(sampleEvidence, path));
  const approval = JSON.stringify({ approval_id: 'A-1', timestamp: '2024-03-05T10:00:00Z', approved: true, approver: 'x', rationale: 'ok', decision_mode: 'manual', criteria_met: true });
  const { intake, batch: imported } = await importFrom(api, assessment, aFolder(api, 'three', { 'approval_record.json': approval, 'rollout.yaml': sample('deploy/rollout.yaml'), 'rules.yaml': sample('monitoring/rules.yaml') }));
  const suggested = async (of: string) => valueOf(await api.call('readSuggestions', { assessment: of })).suggestions.filter(({ rating }) => rating !== null).map(({ requirement }) => requirement);
  const changes = async (of: string) => valueOf(await api.call('readSuggestionChanges', { assessment: of }));

  const file = { assessment, intake, path: 'approval_record.json' };
  const dayOf = async () => valueOf(await api.call('readEvidence', { assessment })).files.filter(({ path }) => path === file.path).map(({ effective, expired }) => [effective?.last, expired])[0];
  const [said, before] = [valueOf(await api.call('readEffectiveDays', file)), await dayOf()];
  const refusals = [await api.call('correctEffectiveDay', { ...file, day: '2026-02-30', reason: 'x' }), await api.call('correctEffectiveDay', { ...file, day: '2026-02-03', reason: ' ' }), await api.call('correctEffectiveDay', { ...file, path: 'no', day: null, reason: 'x' })].map((reply) => !reply.ok && reply.problem.kind);
  valueOf(await api.call('correctEffectiveDay', { ...file, day: '2026-02-03', reason: '签批页上写的是这一天' }));
  const [corrected, after] = [valueOf(await api.call('readEffectiveDays', file)), await dayOf()];
  const told = valueOf(await api.call('readJournal', { assessment, only: everything, from: 0, count: 1 })).rows[0]?.what.zh;
  valueOf(await api.call('undo', { assessment }));

  expect([said.corrected, said.content?.last.day, said.content?.last.type, said.content?.last.place.file, before]).toEqual([null, '2024-03-05', 'approval', file.path, ['2024-03-05', true]]);
  expect([refusals, corrected.corrected?.day, corrected.corrected?.reason, corrected.corrected?.author.name, corrected.content, after, told]).toEqual([['bad-input', 'bad-input', 'not-found'], '2026-02-03', '签批页上写的是这一天', '李明', said.content, ['2026-02-03', false], '将 approval_record.json 的内容日期更正为 2026-02-03：签批页上写的是这一天']);
  expect([valueOf(await api.call('readEffectiveDays', file)).corrected, await dayOf()]).toEqual([null, before]);

  const [first, all] = [await changes(assessment), await suggested(assessment)];
  valueOf(await api.call('removeEvidence', { assessment, intake, paths: ['rollout.yaml'] }));
  const [removed, left] = [await changes(assessment), await suggested(assessment)];
  valueOf(await api.call('seeSuggestionChanges', { assessment, batch: removed.batch ?? '' }));
  const wentWithRollout = all.filter((requirement) => !left.includes(requirement));
  valueOf(await api.call('purgeEvidence', { assessment, files: [{ intake, path: 'rules.yaml' }], reason: '含个人信息' }));
  const purged = await changes(assessment);
  valueOf(await api.call('undoBatch', { assessment, batch: removed.batch ?? '' }));
  valueOf(await api.call('closeAssessment', { assessment }));
  const opened = valueOf(await api.call('openAssessment', { file: api.choose(join(api.folder, 'assessments', fileName)) })).assessment;
  const [again, now] = [await changes(opened), await suggested(opened)];
  const wentForGood = all.filter((requirement) => !now.includes(requirement));

  const gone = (requirement: string) => ({ requirement, change: 'gone' });
  expect([first, wentWithRollout.length > 0, wentForGood.length > 0]).toEqual([{ batch: imported, rows: [], seen: false, gone: [] }, true, true]);
  expect([removed.rows.filter(({ change }) => change === 'gone'), removed.gone, removed.seen]).toEqual([wentWithRollout.map(gone), wentWithRollout, false]);
  expect([purged.rows, purged.gone.toSorted()]).toEqual([wentForGood.map(gone), wentForGood.toSorted()]);
  expect([again.rows.filter(({ change }) => change === 'new').map(({ requirement }) => requirement), again.gone, again.seen]).toEqual([wentWithRollout, wentForGood, false]);
});
