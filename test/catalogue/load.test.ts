import { describe, expect, test } from 'vitest';
import { type CatalogueProblem, type PackText, loadPack, packHash } from '#assessments';
import { type PackSketch, aCheck, aPack, packTexts, subItemOf, withText, yaml } from '../builders/packs.ts';

const sound: PackSketch = {
  tree: { 1: { 1.1: ['a', 'b'] } },
  subItems: { a: { requirements: [{ id: 'a-L1-1', level: 1 }, { id: 'a-L2-1', level: 2, dependsOn: ['a-L1-1'] }], inherited: [3] } },
  actions: [{ id: 'act', satisfies: ['a-L1-1'] }, { id: 'more', satisfies: ['a-L2-1'], prerequisites: ['act'] }],
};

function problemsOf(texts: readonly PackText[]): readonly CatalogueProblem[] {
  const loaded = loadPack(texts);
  return loaded.ok ? [] : loaded.problem;
}

const told = ({ kind, path, pointer, requirement }: CatalogueProblem) => ({ kind, path, pointer, requirement });

describe('a sound pack', () => {
  test('is loaded with its groups in document order, parents first', () => {
    expect(aPack(sound).groups.map(({ id, kind, parent, children, requirements }) => [id, kind, parent, children.join(' '), requirements.map((one) => one.id).join(' ')])).toEqual([
      ['1', 'domain', null, '1.1', ''], ['1.1', 'item', '1', 'a b', ''], ['a', 'subItem', '1.1', '', 'a-L1-1 a-L2-1'], ['b', 'subItem', '1.1', '', ''],
    ]);
  });

  test('keeps a sub-item without a file, not yet written', () => {
    expect(aPack(sound).groups.at(-1)).toEqual({
      id: 'b', kind: 'subItem', zh: '节点 b', en: 'Node b', parent: '1.1', children: [], aliases: [], notes: [], definition: null, source: [], tags: null, inherited: [], requirements: [],
    });
  });

  test('may keep its files in folders and end them in .yml', () => {
    const texts = packTexts(sound).map(({ path, text }) => ({ path: path === 'a.yaml' ? 'deployment/a.yml' : path, text }));

    expect(loadPack(texts)).toMatchObject({ ok: true });
  });

  test('may have no actions', () => {
    expect(loadPack(packTexts(sound).filter(({ path }) => path !== 'actions.yaml'))).toMatchObject({ ok: true, value: { actions: [] } });
  });
});

describe('the hash of a pack', () => {
  test('does not depend on the order of its files or their line ends', () => {
    const texts = packTexts(sound);
    const turned = texts.toReversed().map(({ path, text }) => ({ path, text: text.replaceAll('\n', '\r\n') }));

    expect(packHash(turned)).toBe(packHash(texts));
  });

  test('changes with any text and any path', () => {
    const texts = packTexts(sound);
    const hashes = [texts, withText(texts, 'a.yaml', `${texts[2]!.text} `), texts.map(({ path, text }) => ({ path: `x/${path}`, text })), texts.slice(1)].map(packHash);

    expect(new Set(hashes).size).toBe(4);
  });

  test('does not confuse where one text ends and the next path begins', () => {
    expect(packHash([{ path: 'a', text: 'b' }, { path: 'c', text: 'd' }])).not.toBe(packHash([{ path: 'a', text: 'b,c,d' }]));
  });

  test('is pinned: SHA-256 of the canonical JSON of the sorted pairs', () => {
    // printf '[["a","1"],["b","2"]]' | sha256sum
    expect(packHash([{ path: 'b', text: '2' }, { path: 'a', text: '1' }])).toBe('5f13efef7cdd95e7a0171a4cc6ef643955a42f10ad9dd98c6b2f1f4e6903f7f5');
  });
});

describe('a broken pack', () => {
  const texts = packTexts(sound);
  const alter = (change: (sketch: PackSketch) => PackSketch) => packTexts(change(sound));
  const withRequirements = (requirements: PackSketch['subItems'][string]['requirements'], inherited: readonly number[] = []) => alter((sketch) => ({ ...sketch, subItems: { a: { requirements, inherited } }, actions: [] }));
  const withActions = (actions: NonNullable<PackSketch['actions']>) => alter((sketch) => ({ ...sketch, actions }));

  const broken: readonly (readonly [name: string, texts: readonly PackText[], problem: object])[] = [
    ['without pack.yaml', texts.slice(1), { kind: 'no-pack-file', path: null }],
    ['with a file given twice', [...texts, texts[2]!], { kind: 'duplicate-path', path: 'a.yaml' }],
    ['with a file that is not YAML', withText(texts, 'a.yaml', 'subItem: a\nrequirements: [\n'), { kind: 'not-yaml', path: 'a.yaml' }],
    ['with the same key twice', withText(texts, 'a.yaml', 'subItem: a\nsubItem: b\n'), { kind: 'not-yaml', path: 'a.yaml', line: 2 }],
    ['with an alias, which could expand without end', withText(texts, 'a.yaml', 'subItem: &x a\nnotes: [*x]\n'), { kind: 'not-yaml', path: 'a.yaml', line: 2 }],
    ['with a tag of its own', withText(texts, 'a.yaml', 'subItem: !!js/function a\n'), { kind: 'not-yaml', path: 'a.yaml', line: 1 }],
    ['with an empty file', withText(texts, 'a.yaml', ''), { kind: 'not-yaml', path: 'a.yaml' }],
    ['with an unknown field', withText(texts, 'pack.yaml', texts[0]!.text.replace('"edition"', '"rumour": 1, "edition"')), { kind: 'schema', path: 'pack.yaml', pointer: '' }],
    ['with a level that does not exist', withRequirements([{ id: 'a-L6-1', level: 6 }]), { kind: 'schema', path: 'a.yaml', pointer: '/requirements/0/level', requirement: 'a-L6-1' }],
    ['with two files for one sub-item', [...texts, yaml('again.yaml', subItemOf('a', { requirements: [{ id: 'z', level: 1 }] }))], { kind: 'second-file', path: 'again.yaml', pointer: '/subItem' }],
    ['with a sub-item that is not in the tree', [...texts, yaml('c.yaml', subItemOf('c', { requirements: [{ id: 'c-L1-1', level: 1 }] }))], { kind: 'unknown-group', path: 'c.yaml', pointer: '/subItem' }],
    ['with requirements on a node that has children', [...texts, yaml('item.yaml', subItemOf('1.1', { requirements: [{ id: 'i', level: 1 }] }))], { kind: 'not-a-leaf', path: 'item.yaml', pointer: '/subItem' }],
    ['with an item that has no sub-items', alter((sketch) => ({ ...sketch, tree: { 1: { 1.1: ['a', 'b'], 1.2: [] } } })), { kind: 'group-kind', path: 'pack.yaml', pointer: '/groups/0/children/1' }],
    ['with a group id used twice', alter((sketch) => ({ ...sketch, tree: { 1: { 1.1: ['a', 'a'] } } })), { kind: 'duplicate-id', path: 'pack.yaml', pointer: '/groups/0/children/0/children/1/id' }],
    ['with a requirement id used twice', withRequirements([{ id: 'r', level: 1 }, { id: 'r', level: 2 }]), { kind: 'duplicate-id', path: 'a.yaml', pointer: '/requirements/1/id', requirement: 'r' }],
    ['with a requirement named like a group', withRequirements([{ id: 'b', level: 1 }]), { kind: 'duplicate-id', path: 'a.yaml', pointer: '/requirements/0/id' }],
    ['with a check id used twice', withRequirements([{ id: 'r', level: 1, checks: [aCheck({ id: 'c' })] }, { id: 'q', level: 1, checks: [aCheck({ id: 'c' })] }]), { kind: 'duplicate-id', pointer: '/requirements/1/checks/0/id', requirement: 'q' }],
    ['with an action id used twice', withActions([{ id: 'act', satisfies: ['a-L1-1'] }, { id: 'act', satisfies: ['a-L2-1'] }]), { kind: 'duplicate-id', path: 'actions.yaml', pointer: '/actions/1/id' }],
    ['with a dependency that does not exist', withRequirements([{ id: 'r', level: 1, dependsOn: ['gone'] }]), { kind: 'unknown-dependency', pointer: '/requirements/0/dependsOn/0', requirement: 'r' }],
    ['with a dependency on a higher level', withRequirements([{ id: 'r', level: 1, dependsOn: ['q'] }, { id: 'q', level: 2 }]), { kind: 'depends-upwards', pointer: '/requirements/0/dependsOn/0', requirement: 'r' }],
    ['with dependencies in a circle', withRequirements([{ id: 'r', level: 1, dependsOn: ['q'] }, { id: 'q', level: 1, dependsOn: ['p'] }, { id: 'p', level: 1, dependsOn: ['q'] }]), { kind: 'dependency-cycle', pointer: '/requirements/1/dependsOn', requirement: 'q' }],
    ['with a related requirement of its own that does not exist', withRequirements([{ id: 'a-L1-1', level: 1, related: ['a-L9-9', 'IA-5-03'] }]), { kind: 'unknown-related', pointer: '/requirements/0/related/0' }],
    ['with an action for a requirement that does not exist', withActions([{ id: 'act', satisfies: ['a-L1-1', 'gone'] }]), { kind: 'unknown-satisfied', path: 'actions.yaml', pointer: '/actions/0/satisfies/1' }],
    ['with a prerequisite that does not exist', withActions([{ id: 'act', satisfies: ['a-L1-1'], prerequisites: ['gone'] }]), { kind: 'unknown-prerequisite', path: 'actions.yaml', pointer: '/actions/0/prerequisites/0' }],
    ['with prerequisites in a circle', withActions([{ id: 'x', satisfies: ['a-L1-1'], prerequisites: ['y'] }, { id: 'y', satisfies: ['a-L1-1'], prerequisites: ['x'] }]), { kind: 'prerequisite-cycle', path: 'actions.yaml', pointer: '/actions/0/prerequisites' }],
    ['with an inherited level that has requirements', withRequirements([{ id: 'r', level: 1 }, { id: 'q', level: 2 }], [2]), { kind: 'inherited-with-requirements', pointer: '/inherited/0' }],
    ['with a level inherited from nothing', withRequirements([{ id: 'r', level: 1 }], [3]), { kind: 'inherited-from-nothing', pointer: '/inherited/0' }],
    ['with a check that both supports and contradicts', withRequirements([{ id: 'r', level: 1, checks: [aCheck({ id: 'c', contradicts: true, suggests: 'P' })] }]), { kind: 'schema', pointer: '/requirements/0/checks/0', requirement: 'r' }],
    ['with an indirect check that suggests more than P', withRequirements([{ id: 'r', level: 1, checks: [aCheck({ id: 'c', strength: 'indirect', suggests: 'L' })] }]), { kind: 'schema', pointer: '/requirements/0/checks/0', requirement: 'r' }],
  ];

  test.each(broken)('%s is refused, and the place is told', (_, faulty, problem) => {
    const problems = problemsOf(faulty);

    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ severity: 'error', ...problem });
  });

  test('is told whole: every fault of every file at once', () => {
    const faulty = withText(withText(texts, 'a.yaml', 'subItem: [\n'), 'actions.yaml', '{"actions": 3}');

    expect(problemsOf(faulty).map(told)).toEqual([
      { kind: 'schema', path: 'actions.yaml', pointer: '/actions', requirement: null }, { kind: 'not-yaml', path: 'a.yaml', pointer: null, requirement: null },
    ]);
  });

  test('names the line of the fault, counted from 1', () => {
    const text = 'subItem: a\ndefinition: {zh: 定义, en: Definition}\nsource:\n  - kind: deck\n  - kind: rumour\nrequirements: []\n';

    expect(problemsOf(withText(texts, 'a.yaml', text)).map(({ pointer, line }) => [pointer, line])).toEqual([['/source/1/kind', 5], ['/requirements', 6]]);
  });

  test('is told in Chinese and in English', () => {
    expect(problemsOf(withRequirements([{ id: 'r', level: 1, dependsOn: ['gone'] }]))[0]).toMatchObject({
      zh: 'dependsOn 中的要求 gone 不存在，请改正编号。', en: 'dependsOn names the requirement gone, which does not exist; correct the id.',
    });
    expect(problemsOf(withText(texts, 'a.yaml', texts[2]!.text.replace('"level": 1', '"level": "1"')))[0]!.zh).toMatch(/^\/requirements\/0\/level：无效输入/);
  });
});
