import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { FactFilter } from '#contract';
import { importFrom, newAssessment, openTestApi, valueOf } from '../builders/api.ts';

const all: FactFilter = { type: null, file: null, subject: null, search: '' };

describe('facts over the API', () => {
  test('by type, file and subject, and the node of a document one opens', async () => {
    const api = openTestApi();
    const { assessment } = await newAssessment(api);
    await importFrom(api, assessment);
    const facts = async (only: Partial<FactFilter>) => valueOf(await api.call('readFacts', { assessment, only: { ...all, ...only }, from: 0, count: 200 }));

    const { facts: types, files } = valueOf(await api.call('readEvidence', { assessment }));
    const strategies = await facts({ type: 'update.strategy' });
    const { subjects } = valueOf(await api.call('readSubjects', { assessment, kind: 'pipeline', search: '', from: 0, count: 10 }));
    const { kind, name, version, hash } = subjects[0]!;
    const place = strategies.facts[0]!.fact.place;
    const source = valueOf(await api.call('readSource', { assessment, place }));
    const branch = valueOf(await api.call('readBranch', { assessment, file: place.file, pointer: '/0', from: 1 }));

    const withFacts = files.find(({ facts: number }) => number > 0)!;
    expect([strategies.total, (await facts({})).total, (await facts({ file: withFacts.path })).total, (await facts({ subject: { kind, name, version, hash } })).total]).toEqual([
      types.find(({ type }) => type === 'update.strategy')?.count, types.reduce((sum, { count }) => sum + count, 0), withFacts.facts, subjects[0]!.facts,
    ]);
    expect([types.find(({ type }) => type === 'update.strategy')?.family, source.picture?.kind, source.factCount, branch.lines[0]?.pointer]).toEqual(['deployment', 'tree', files.find(({ path }) => path === place.file)?.facts, expect.stringMatching(/^\/0\/\w+$/)]);
  });

  test('of a file that holds very many come a page at a time', async () => {
    const api = openTestApi();
    const { assessment } = await newAssessment(api);
    const folder = join(api.folder, 'many');
    mkdirSync(folder);
    const rules = Array.from({ length: 3_000 }, (_rule, at) => `      - alert: Rule${at}\n        expr: errors > ${at}\n`).join('');
    writeFileSync(join(folder, 'rules.yaml'), `groups:\n  - name: g\n    rules:\n${rules}`);
    await importFrom(api, assessment, folder);

    const page = valueOf(await api.call('readFacts', { assessment, only: { ...all, type: 'alert.rule' }, from: 2_900, count: 200 }));
    const source = valueOf(await api.call('readSource', { assessment, place: { file: 'rules.yaml', pointer: '/0/groups/0/rules/1500' } }));

    const lines = source.picture?.kind === 'tree' ? source.picture.lines : [];
    expect([page.total, page.facts.length, source.facts.length, source.factCount, lines.length < 100, lines.some((line) => line.kind === 'node' && line.cited && line.key === '1500')]).toEqual([3_000, 100, 50, 3_000, true, true]);
  });

  test.each([
    { only: { ...all, type: 'no.such.type' } }, { only: all, count: 201 }, { only: all, from: -1 }, { only: { ...all, subject: { kind: 'planet', name: '', version: null, hash: null } } }, { only: { ...all, more: 1 } },
  ])('asked for wrongly are refused: %j', async (wrong) => {
    const api = openTestApi();
    const { assessment } = await newAssessment(api);

    expect(await api.answer('readFacts', { assessment, from: 0, count: 10, ...wrong })).toMatchObject({ ok: false, problem: { kind: 'bad-input' } });
  });

  test('a node of no file, or of nothing, is not found', async () => {
    const api = openTestApi();
    const { assessment } = await newAssessment(api);
    await importFrom(api, assessment);

    const [stranger, nothing] = [await api.call('readBranch', { assessment, file: '/etc/passwd', pointer: '', from: 0 }), await api.call('readBranch', { assessment, file: 'deploy/rollout.yaml', pointer: '/0/gone', from: 0 })];

    expect([stranger, nothing].map((reply) => (reply.ok ? null : reply.problem.kind))).toEqual(['not-found', 'not-found']);
  });
});
