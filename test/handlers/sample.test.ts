import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openTestApi, valueOf } from '../builders/api.ts';

test('the sample shows everything a screen can show, and each copy is a file of its own', async () => {
  const api = openTestApi();

  const header = valueOf(await api.call('openSample', {}));
  const score = valueOf(await api.call('readScore', { assessment: header.assessment }));
  const { suggestions } = valueOf(await api.call('readSuggestions', { assessment: header.assessment }));
  const overview = valueOf(await api.call('readOverview', { assessment: header.assessment }));
  const evidence = valueOf(await api.call('readEvidence', { assessment: header.assessment }));
  valueOf(await api.call('openSample', {}));

  const shown = {
    sample: header.sample, layer: header.layer, assessors: header.assessors.length, window: header.window.from !== null,
    disputed: score.requirements.some(({ final }) => final.disputed.length > 1), consensus: score.requirements.some(({ consensus }) => consensus?.stale === false), stale: score.requirements.some(({ consensus }) => consensus?.stale === true),
    notApplicable: score.requirements.some(({ final }) => final.value === 'NA'), values: new Set(score.requirements.map(({ final }) => final.value)).size, unassessed: score.requirements.some(({ final }) => final.value === null && final.disputed.length === 0),
    earlierLayer: score.requirements.some(({ others }) => others.some(({ layer }) => layer === 'self-assessment')), rejected: score.requirements.some(({ rejected }) => rejected !== null),
    notes: score.requirements.some(({ notes }) => notes.some(({ saidBy }) => saidBy !== null)), undone: score.requirements.some(({ history }) => history.some(({ undone }) => undone)),
    links: new Set(score.requirements.flatMap(({ links }) => links.map(({ stance }) => stance))).size, accepted: score.requirements.some(({ others }) => others.some(({ basis }) => basis.kind === 'human' && basis.accepted.length > 0)),
    conflict: suggestions.some(({ conflict }) => conflict), indirect: suggestions.some(({ strength }) => strength === 'indirect'), against: suggestions.some(({ rating }) => rating === 'N'), nothing: suggestions.some(({ rating, unchecked }) => rating === null && !unchecked),
    interval: score.result.overall.min !== score.result.overall.max, plan: overview.plan.actions.length > 0, next: overview.next.length > 2,
    diagnosed: evidence.files.some(({ diagnostics }) => diagnostics.length > 0), unread: evidence.files.some(({ importer }) => importer === null), otherEncoding: evidence.files.some(({ encoding }) => encoding === 'gb18030'), importers: new Set(evidence.files.map(({ importer }) => importer)).size,
  };

  expect(shown).toEqual({
    sample: true, layer: 'on-site', assessors: 3, window: true, disputed: true, consensus: true, stale: true, notApplicable: true, values: 6, unassessed: true, earlierLayer: true, rejected: true, notes: true, undone: true,
    links: 2, accepted: true, conflict: true, indirect: true, against: true, nothing: true, interval: true, plan: true, next: true, diagnosed: true, unread: true, otherEncoding: true, importers: 4,
  });
  expect(valueOf(await api.call('verify', { assessment: header.assessment }))).toMatchObject({ ok: true, firstFault: null });
  expect(readdirSync(join(api.folder, 'assessments')).filter((name) => name.endsWith('.maturity')).sort()).toEqual(['示例银行 – 信用评分模型（示例） (2).maturity', '示例银行 – 信用评分模型（示例）.maturity']);
});
