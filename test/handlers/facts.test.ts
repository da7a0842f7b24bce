import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { FactFilter } from '#contract';
import { importFrom, newAssessment, openTestApi, valueOf } from '../builders/api.ts';

/** A loose object of a commit of the empty tree, as git writes it. */
function commitObject(subject: string, parents: readonly string[]): { readonly hash: string; readonly bytes: Buffer } {
  const who = `A <a@example.invalid> ${1_700_000_000 + parents.length} +0800`;
  const content = Buffer.from(['tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904', ...parents.map((parent) => `parent ${parent}`), `author ${who}`, `committer ${who}`, '', subject, ''].join('\n'));
  const whole = Buffer.concat([Buffer.from(`commit ${content.length}\0`), content]);
  return { hash: createHash('sha1').update(whole).digest('hex'), bytes: deflateSync(whole) };
}

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

  test('of a repository open at their commit, authors by number', async () => {
    const api = openTestApi();
    const { assessment } = await newAssessment(api);
    const first = commitObject('feat: 评分服务', []);
    const second = commitObject('fix: 阈值', [first.hash]);
    for (const { hash, bytes } of [first, second]) {
      mkdirSync(join(api.folder, 'repo/.git/objects', hash.slice(0, 2)), { recursive: true });
      writeFileSync(join(api.folder, 'repo/.git/objects', hash.slice(0, 2), hash.slice(2)), bytes);
    }
    mkdirSync(join(api.folder, 'repo/.git/refs/heads'), { recursive: true });
    writeFileSync(join(api.folder, 'repo/.git/refs/heads/main'), `${second.hash}\n`);
    writeFileSync(join(api.folder, 'repo/.git/HEAD'), 'ref: refs/heads/main\n');
    await importFrom(api, assessment, join(api.folder, 'repo'));

    const { fact } = valueOf(await api.call('readFacts', { assessment, only: { ...all, type: 'code.revision' }, from: 0, count: 10 })).facts[0]!;
    const { picture } = valueOf(await api.call('readSource', { assessment, place: fact.place }));

    expect(picture).toMatchObject({ kind: 'git', head: 'main', refs: [{ name: 'main', kind: 'branch' }], commits: expect.arrayContaining([expect.objectContaining({ hash: second.hash, subject: 'fix: 阈值', author: 0, cited: true }), expect.objectContaining({ hash: first.hash, cited: false })]) as unknown });
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
