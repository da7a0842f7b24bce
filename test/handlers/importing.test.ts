import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { IntakeReport } from '#contract';
import { everything, importFrom, newAssessment, openTestApi, sampleEvidence, valueOf, type TestApi } from '../builders/api.ts';

const sums = ({ offered, taken, duplicates, refused }: IntakeReport) => [offered, taken, duplicates, refused];
const leftovers = (api: TestApi) => [...readdirSync(join(api.folder, 'assessments')), ...readdirSync(join(api.folder, 'runs'))].filter((name) => !name.endsWith('.maturity') && !/\.maturity-(wal|shm)$|\.maturity\.lock$/.test(name));

/** A folder with more small manifests than one event holds. */
function manyFiles(folder: string, count: number): string {
  const path = join(folder, 'many');
  mkdirSync(path);
  for (let index = 0; index < count; index += 1) writeFileSync(join(path, `d${index}.yaml`), `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d${index}}\nspec: {template: {spec: {containers: [{name: a, image: 'r/a:${index}'}]}}}\n`);
  return path;
}

describe('importing', () => {
  test('gives a result page that adds up, suggestions with places that open, and progress on the way', async () => {
    const api = openTestApi();
    const { assessment } = await newAssessment(api);

    const report = await importFrom(api, assessment);
    const view = valueOf(await api.call('readSuggestions', { assessment }));
    const evidence = valueOf(await api.call('readEvidence', { assessment }));

    expect([sums(report), report.read + report.unrecognised, report.facts, report.diagnosed]).toEqual([[15, 15, 0, 0], 15, view.facts, 1]);
    expect([evidence.files.length, evidence.files.reduce((sum, { facts }) => sum + facts, 0), evidence.intakes.map(({ label, files, author }) => [label, files, author.name])]).toEqual([15, view.facts, [['credit-scoring-delivery', 15, '李明']]]);
    expect(view.cited.filter(({ lines, excerpt }) => lines === null || excerpt === null || excerpt === '')).toEqual([]);
    expect(view.suggestions.find(({ requirement }) => requirement === '2.2.3-L2-2')).toMatchObject({ rating: 'P', strength: 'direct' });
    expect(api.told.filter((told) => told.kind === 'progress' && told.job === 'job').map((told) => told.kind === 'progress' && told.phase)).toEqual(expect.arrayContaining(['listing', 'storing', 'reading']));
    expect(leftovers(api)).toEqual([]);
  });

  test('the same folder again is all duplicates and records nothing', async () => {
    const api = openTestApi();
    const { assessment } = await newAssessment(api);
    const first = await importFrom(api, assessment);

    const second = await importFrom(api, assessment);

    valueOf(await api.call('setIdentity', { name: '陈涛', role: '评估师' }));
    const third = await importFrom(api, assessment);

    expect([sums(second), second.revision, third.revision, third.savedAt]).toEqual([[15, 0, 15, 0], first.revision, first.revision, first.savedAt]);
  });

  test('is one step back, and one forward, however many files it had', async () => {
    const api = openTestApi();
    const { assessment } = await newAssessment(api);
    const report = await importFrom(api, assessment, manyFiles(api.folder, 1_100));
    const journal = valueOf(await api.call('readJournal', { assessment, only: everything, from: 0, count: 10 })).rows.filter(({ kind }) => kind === 'evidence');

    const undone = valueOf(await api.call('undo', { assessment }));
    const without = valueOf(await api.call('readEvidence', { assessment })).files.length;
    valueOf(await api.call('redo', { assessment }));
    const again = valueOf(await api.call('readEvidence', { assessment }));

    expect([sums(report), journal.map(({ what, events }) => [what.en, events]), undone.redo?.what]).toEqual([[1_100, 1_100, 0, 0], [[`Imported evidence "${report.label}": 1100 files`, 2]], 'evidence.added']);
    expect([without, again.files.length, again.files.filter(({ importer }) => importer === 'kubernetes').length]).toEqual([0, 1_100, 1_100]);
  });

  test('cancelled leaves no trace', async () => {
    const api = openTestApi();
    const { assessment } = await newAssessment(api);
    const before = valueOf(await api.call('readScore', { assessment })).revision;
    const running = api.call('importEvidence', { assessment, sources: [api.choose(manyFiles(api.folder, 600))], job: 'long' });
    await vi.waitFor(() => { expect(api.told.some(({ kind }) => kind === 'progress')).toBe(true); }, 10_000);

    valueOf(await api.call('cancel', { job: 'long' }));
    const reply = await running;

    expect([reply.ok ? 'ok' : reply.problem.kind, valueOf(await api.call('readScore', { assessment })).revision, valueOf(await api.call('readEvidence', { assessment })).files, leftovers(api)]).toEqual(['cancelled', before, [], []]);
  });

  test('a newer export of the same folder replaces what changed, with the links to it, and one undo brings the old back', async () => {
    const api = openTestApi();
    const { assessment } = await newAssessment(api);
    const folder = join(api.folder, 'export');
    const manifest = (image: string): string => `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: m}\nspec: {template: {spec: {containers: [{name: a, image: '${image}'}]}}}\n`;
    const write = (files: Readonly<Record<string, string>>): void => {
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder);
      for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    };
    const look = async () => {
      const { files } = valueOf(await api.call('readEvidence', { assessment }));
      const { facts } = valueOf(await api.call('readFacts', { assessment, only: { type: 'deployment.target', file: null, subject: null, search: '' }, from: 0, count: 9 }));
      const { requirements } = valueOf(await api.call('readScore', { assessment }));
      const links = requirements.flatMap((view) => view.links.map(({ path, note }) => [path, note]));
      return { files: files.map(({ path }) => path), links, images: facts.map(({ fact }) => (fact.type === 'deployment.target' ? fact.image : null)) };
    };
    write({ 'deploy.yaml': manifest('r/a:1'), 'same.yaml': 'x: 1\n', 'gone.yaml': 'y: 1\n' });
    const first = await importFrom(api, assessment, folder);
    valueOf(await api.call('linkEvidence', { assessment, requirement: '2.2.3-L1-1', intake: first.intake, path: 'deploy.yaml', locator: null, stance: 'for', note: '镜像' }));
    const before = await look();

    write({ 'deploy.yaml': manifest('r/a:2'), 'same.yaml': 'x: 1\n', 'fresh.yaml': 'z: 1\n' });
    const second = await importFrom(api, assessment, folder);
    const after = await look();
    valueOf(await api.call('undo', { assessment }));
    const undone = await look();
    valueOf(await api.call('redo', { assessment }));

    expect([sums(second), second.changed, second.gone]).toEqual([[3, 2, 1, 0], ['deploy.yaml'], ['gone.yaml']]);
    expect([before.images, after]).toEqual([['r/a:1'], { files: ['gone.yaml', 'same.yaml', 'deploy.yaml', 'fresh.yaml'], links: [['deploy.yaml', '镜像']], images: ['r/a:2'] }]);
    expect([undone, await look()]).toEqual([before, after]);
  });

  test('one at a time for an assessment, while rating goes on', async () => {
    const api = openTestApi();
    const { assessment } = await newAssessment(api);
    const running = api.call('importEvidence', { assessment, sources: [api.choose(manyFiles(api.folder, 300))], job: 'a' });

    const second = await api.call('importEvidence', { assessment, sources: [api.choose(sampleEvidence)], job: 'b' });
    const rated = await api.call('rate', { assessment, requirements: ['2.2.3-L1-1'], value: 'F', confidence: null, rationale: '', accepted: [] });
    const report = valueOf(await running);

    expect([second.ok ? 'ok' : second.problem.kind, rated.ok, report.taken]).toEqual(['locked', true, 300]);
    expect(valueOf(await api.call('verify', { assessment })).ok).toBe(true);
  });

  test('a handle is good for one use', async () => {
    const api = openTestApi();
    const { assessment } = await newAssessment(api);
    const handle = api.choose(sampleEvidence);
    valueOf(await api.call('importEvidence', { assessment, sources: [handle], job: 'a' }));

    expect(await api.call('importEvidence', { assessment, sources: [handle], job: 'b' })).toMatchObject({ ok: false, problem: { kind: 'not-found' } });
  });
});

describe('uploaded files', () => {
  test('get the paths they would have from a folder of this machine; a path that cannot stand is refused and counted', async () => {
    const api = openTestApi();
    const { assessment } = await newAssessment(api);
    const bytes = ['a', 'b', 'c'].map((name) => { const path = join(api.folder, name); copyFileSync(join(sampleEvidence, 'deploy/rollout.yaml'), path); return path; });
    const discarded = vi.fn();
    const source = api.handles.issue({ kind: 'upload', label: '仓库', discard: discarded, files: [{ path: 'deploy/rollout.yaml', absolute: bytes[0]!, modified: null }, { path: '../../escape.yaml', absolute: bytes[1]!, modified: null }, { path: 'deploy//x', absolute: bytes[2]!, modified: null }] });

    const report = valueOf(await api.call('importEvidence', { assessment, sources: [source], job: 'a' }));
    const evidence = valueOf(await api.call('readEvidence', { assessment }));

    expect([sums(report), report.label, report.refusals.map(({ path, kind }) => [path, kind]), evidence.files.map(({ path, importer }) => [path, importer])]).toEqual([
      [3, 1, 0, 2], '仓库', [['../../escape.yaml', 'unsafe-name'], ['deploy//x', 'unsafe-name']], [['deploy/rollout.yaml', 'kubernetes']],
    ]);
    expect([discarded.mock.calls.length, leftovers(api), existsSync(join(api.folder, 'escape.yaml'))]).toEqual([1, [], false]);
  });

  test('of an import that is cancelled leave nothing either, and colliding paths are both taken', async () => {
    const api = openTestApi();
    const { assessment } = await newAssessment(api);
    const discarded = vi.fn();
    const upload = (job: string) => {
      const files = ['1', '2'].map((name) => { const absolute = join(api.folder, `${job}${name}`); writeFileSync(absolute, `kind: ${name}\n`); return { path: 'same.yaml', absolute, modified: null }; });
      return api.call('importEvidence', { assessment, sources: [api.handles.issue({ kind: 'upload', label: '仓库', discard: discarded, files })], job });
    };
    const running = upload('a');
    valueOf(await api.call('cancel', { job: 'a' }));

    const cancelled = await running;
    const left = leftovers(api);
    const report = valueOf(await upload('b'));

    expect([cancelled.ok ? 'ok' : cancelled.problem.kind, left, sums(report), leftovers(api), discarded.mock.calls.length]).toEqual(['cancelled', [], [2, 2, 0, 0], [], 2]);
    expect(valueOf(await api.call('readEvidence', { assessment })).files.map(({ path }) => path)).toEqual(['仓库/same.yaml', '仓库 (2)/same.yaml']);
  });

  test('an uploaded assessment becomes one of the user\'s own; what is none is refused and not kept', async () => {
    const api = openTestApi();
    const { assessment, fileName } = await newAssessment(api);
    valueOf(await api.call('closeAssessment', { assessment }));
    const own = join(api.folder, 'assessments', fileName);
    const [good, bad] = [join(api.folder, 'good'), join(api.folder, 'bad')];
    copyFileSync(own, good);
    writeFileSync(bad, 'not an assessment');
    const upload = (absolute: string) => api.handles.issue({ kind: 'upload', label: 'x', discard: () => undefined, files: [{ path: '从别处来.maturity', absolute, modified: null }] });

    const opened = valueOf(await api.call('openAssessment', { file: upload(good) }));
    const refused = await api.call('openAssessment', { file: upload(bad) });

    expect([opened.fileName, refused.ok ? 'ok' : refused.problem.kind, readdirSync(join(api.folder, 'assessments')).filter((name) => name.endsWith('.maturity')).sort()]).toEqual(['从别处来.maturity', 'not-an-assessment', ['从别处来.maturity', fileName].sort()]);
  });
});

describe('sources', () => {
  test('open around the cited place, with its lines and the facts of the file', async () => {
    const api = openTestApi();
    const { assessment } = await newAssessment(api);
    await importFrom(api, assessment);
    const { cited } = valueOf(await api.call('readSuggestions', { assessment }));
    const strategy = cited.find(({ fact }) => fact.type === 'update.strategy' && fact.place.file === 'deploy/rollout.yaml')!;

    const source = valueOf(await api.call('readSource', { assessment, place: strategy.fact.place }));
    const chinese = valueOf(await api.call('readSource', { assessment, place: { file: 'docs/回退演练记录.txt', lines: [2, 2] } }));

    const text = readFileSync(join(sampleEvidence, 'deploy/rollout.yaml'), 'utf8');
    expect([source.text, source.lines, source.facts.length > 0]).toEqual([text, strategy.lines, true]);
    expect([chinese.encoding, chinese.text?.split('\n')[1], chinese.lines]).toEqual(['gb18030', '日期：2026 年 8 月 14 日　环境：生产（夜间窗口）', [2, 2]]);
    expect(await api.call('readSource', { assessment, place: { file: '/etc/passwd', lines: [1, 1] } })).toMatchObject({ ok: false, problem: { kind: 'not-found' } });
  });

  test('removed evidence takes its facts along', async () => {
    const api = openTestApi();
    const { assessment } = await newAssessment(api);
    const { intake } = await importFrom(api, assessment);

    valueOf(await api.call('removeEvidence', { assessment, intake, paths: ['deploy/rollout.yaml'] }));
    const one = valueOf(await api.call('readEvidence', { assessment })).files.length;
    valueOf(await api.call('removeEvidence', { assessment, intake, paths: null }));

    expect([one, valueOf(await api.call('readSuggestions', { assessment })).facts]).toEqual([14, 0]);
  });
});
