import { describe, expect, test } from 'vitest';
import { checkCatalogue, licensedEdition, licensedNotice, loadPack, readWording, wordingDiff, type Pack, type PackText, type PackWording } from '#assessments';
import { aCheck, packTexts } from '../../builders/packs.ts';
import { rowOf, type SketchedSheet, wordingSheets } from '../../builders/wording.ts';

const texts: readonly PackText[] = packTexts({
  tree: { 1: { 1.1: ['1.1.1', '1.1.2'] } },
  subItems: {
    '1.1.1': { inherited: [3], requirements: [{ id: '1.1.1-L1-1', level: 1, zh: '构建过程有记录可查', en: 'Builds leave records' }, { id: '1.1.1-L2-1', level: 2, zh: '构建由流水线执行', en: 'A pipeline runs the builds', dependsOn: ['1.1.1-L1-1'], checks: [aCheck({ id: 'c' })] }] },
    '1.1.2': { requirements: [{ id: '1.1.2-L1-1', level: 1, zh: '配置有人维护', en: 'Somebody keeps the configuration', related: ['1.1.1-L1-1'] }] },
  },
  actions: [{ id: 'a', satisfies: ['1.1.1-L1-1'] }, { id: 'b', satisfies: ['1.1.1-L2-1', '1.1.2-L1-1'], prerequisites: ['a'] }],
});
const pack = packOf(texts);

function packOf(given: readonly PackText[]): Pack {
  const loaded = loadPack(given);
  if (!loaded.ok) throw new Error(loaded.problem.map(({ en }) => en).join('\n'));
  return loaded.value;
}

function read(sheets: readonly SketchedSheet[], against: Pack = pack): PackWording {
  const wording = readWording(sheets, against);
  if (!wording.ok) throw new Error(wording.problem.map(({ en }) => en).join('\n'));
  return wording.value;
}

function edited(change: (requirements: SketchedSheet, names: SketchedSheet, sheets: SketchedSheet[]) => void, language: 'zh' | 'en' = 'zh') {
  const sheets = wordingSheets(pack, language);
  change(sheets[1]!, sheets[2]!, sheets);
  return wordingDiff(pack, read(sheets));
}

function edition(change: (requirements: SketchedSheet, names: SketchedSheet) => void = () => undefined) {
  const sheets = wordingSheets(pack);
  change(sheets[1]!, sheets[2]!);
  const made = licensedEdition(texts, read(sheets), '2024 正式版');
  if (!made.ok) throw new Error(made.problem.map(({ en }) => en).join('\n'));
  return { texts: made.value, pack: packOf(made.value) };
}

describe('a wording workbook as it was exported', () => {
  test.each(['zh', 'en'] as const)('changes nothing (%s)', (language) => {
    expect(edited(() => undefined, language)).toEqual({ otherBase: false, changes: [], unchanged: 3 });
  });

  test('changes nothing after rows and columns were moved, columns added and lines put above', () => {
    expect(edited((_requirements, _names, sheets) => {
      for (const sheet of sheets.slice(1)) {
        const [head = [], ...rows] = sheet.rows;
        sheet.rows.splice(0, Infinity, ['我们的批注'], [], ...[head, ...rows.toReversed()].map((row) => ['备注', ...row.toReversed(), '其他']));
      }
      sheets.reverse();
    })).toEqual({ otherBase: false, changes: [], unchanged: 3 });
  });

  test('changes nothing by what office programs do to cells', () => {
    expect(edited(({ rows }) => {
      const row = rows[1]!;
      row[0] = '1.1.1–L1–1'; row[3] = ' 1.0 '; row[5] = '构建过程\r\n有记录可查  '; row[6] = 'Builds leave\r\nrecords'; row[7] = 'FALSE'; row[8] = 'true';
    })).toEqual({ otherBase: false, changes: [], unchanged: 3 });
  });

  test('is known to be made from another edition', () => {
    expect(edited((_requirements, _names, [readMe]) => { readMe!.rows.at(-1)![1] = 'f'.repeat(64); }).otherBase).toBe(true);
  });
});

describe('the difference', () => {
  test('tells each changed cell once, with the words that went and came', () => {
    expect(edited((requirements) => {
      const row = rowOf(requirements, '1.1.1-L1-1');
      row[5] = '构建过程有日志可查'; row[6] = 'All builds leave records'; row[7] = '是'; row[4] = '可追溯';
    })).toEqual({ otherBase: false, unchanged: 2, changes: [
      { kind: 'reworded', requirement: '1.1.1-L1-1', language: 'zh', before: '构建过程有记录可查', after: '构建过程有日志可查', marks: [{ kind: 'same', text: '构建过程有' }, { kind: 'removed', text: '记录' }, { kind: 'added', text: '日志' }, { kind: 'same', text: '可查' }] },
      { kind: 'reworded', requirement: '1.1.1-L1-1', language: 'en', before: 'Builds leave records', after: 'All builds leave records', marks: [{ kind: 'removed', text: 'Builds' }, { kind: 'added', text: 'All builds' }, { kind: 'same', text: ' leave records' }] },
      { kind: 'set', requirement: '1.1.1-L1-1', what: 'axis', before: 'norm', after: 'traceability' },
      { kind: 'set', requirement: '1.1.1-L1-1', what: 'mandatory', before: 'false', after: 'true' },
    ] });
  });

  test('tells what is new, moved and removed', () => {
    expect(edited((requirements) => {
      Object.assign(rowOf(requirements, '1.1.2-L1-1'), { 1: '1.1.1', 3: '2级' });
      requirements.rows.splice(requirements.rows.indexOf(rowOf(requirements, '1.1.1-L2-1')), 1);
      requirements.rows.push(['1.1.2-L3-1', '1.1.2', '', '3', '', '新的要求', 'A new requirement', '', '']);
    })).toEqual({ otherBase: false, unchanged: 1, changes: [
      { kind: 'moved', requirement: '1.1.2-L1-1', what: 'group', before: '1.1.2', after: '1.1.1' }, { kind: 'moved', requirement: '1.1.2-L1-1', what: 'level', before: '1', after: '2' },
      { kind: 'new', requirement: '1.1.2-L3-1', group: '1.1.2', level: 3, zh: '新的要求', en: 'A new requirement' },
      { kind: 'removed', requirement: '1.1.1-L2-1', group: '1.1.1', level: 2, zh: '构建由流水线执行', en: 'A pipeline runs the builds' },
    ] });
  });

  test('tells names and definitions', () => {
    expect(edited((_requirements, names) => { rowOf(names, '1.1.1')[2] = '构建过程'; rowOf(names, '1.1.1')[5] = 'What it is'; rowOf(names, 'sketch')[3] = 'Official'; }).changes.map((change) => ({ ...change, marks: [] }))).toEqual([
      { kind: 'named', what: 'name', of: 'sketch', language: 'en', before: 'Sketch', after: 'Official', marks: [] },
      { kind: 'named', what: 'name', of: '1.1.1', language: 'zh', before: '节点 1.1.1', after: '构建过程', marks: [] },
      { kind: 'named', what: 'definition', of: '1.1.1', language: 'en', before: 'Definition', after: 'What it is', marks: [] },
    ]);
  });
});

describe('the edition made of it', () => {
  test('names the edition it comes from and carries checks, actions and dependencies by id', () => {
    const { pack: made, texts: written } = edition((requirements) => { rowOf(requirements, '1.1.1-L2-1')[5] = '标准原文'; });
    const [first, second] = made.groups.find(({ id }) => id === '1.1.1')!.requirements;

    expect(made).toMatchObject({ id: 'sketch', edition: '2024 正式版', licensed: { base: { edition: '1', hash: pack.hash }, notice: licensedNotice }, actions: pack.actions });
    expect(made.disclaimer.zh).toBe(`${licensedNotice.zh}未改写的要求沿用原标准包，其声明为：仅供测试`);
    expect([first, second].map((one) => [one!.source, one!.dependsOn, one!.checks.map(({ id }) => id)])).toEqual([[[{ kind: 'inference' }], [], []], [[{ kind: 'licensed text', ref: '2024 正式版' }], ['1.1.1-L1-1'], ['c']]]);
    expect(checkCatalogue(written).problems).toEqual([]);
  });

  test('holds together after requirements went and moved', () => {
    const { pack: made, texts: written } = edition((requirements) => {
      rowOf(requirements, '1.1.1-L1-1')[3] = '3';
      Object.assign(rowOf(requirements, '1.1.2-L1-1'), { 1: '1.1.1' });
    });

    expect(checkCatalogue(written).problems).toEqual([]);
    expect(made.groups.filter(({ requirements }) => requirements.length > 0).map(({ id, inherited, requirements }) => [id, inherited, requirements.map(({ id: one, dependsOn }) => [one, dependsOn])])).toEqual([
      ['1.1.1', [], [['1.1.2-L1-1', []], ['1.1.1-L2-1', []], ['1.1.1-L1-1', []]]],
    ]);
  });

  test('leaves out actions that have nothing left to do and joins what was around them', () => {
    const { pack: made } = edition((requirements) => { requirements.rows.splice(1, 1); });

    expect(made.actions.map(({ id, satisfies, prerequisites }) => [id, satisfies, prerequisites])).toEqual([['b', ['1.1.1-L2-1', '1.1.2-L1-1'], []]]);
  });

  test('has the same texts each time, and no differences from its own workbook', () => {
    const change = (requirements: SketchedSheet): void => { rowOf(requirements, '1.1.1-L2-1')[6] = 'Official: "text" — with #signs, {braces} & commas'; };
    const { pack: made, texts: written } = edition(change);

    expect(edition(change).texts).toEqual(written);
    expect(wordingDiff(made, read(wordingSheets(made), made))).toEqual({ otherBase: false, changes: [], unchanged: 3 });
  });

  test('needs a name of its own', () => {
    expect(licensedEdition(texts, read(wordingSheets(pack)), ' 1 ')).toMatchObject({ ok: false, problem: [{ kind: 'edition-taken' }] });
  });
});

describe('a workbook that cannot be used is told by sheet and cell', () => {
  test.each<[string, (rows: string[][]) => void, string]>([
    ['an empty text', (rows) => { rows[1]![6] = ' '; }, 'Sheet “分级要求”, cell G2: “Requirement (English)” may not be empty; fill it in.'],
    ['a level that is none', (rows) => { rows[2]![3] = '六'; }, 'Sheet “分级要求”, cell D3: “六” is not a level from 1 to 5; correct it.'],
    ['a node that is not there', (rows) => { rows[1]![1] = '9.9.9'; }, 'Sheet “分级要求”, cell B2: the pack has no node “9.9.9”; correct it.'],
    ['a node with nodes below', (rows) => { rows[1]![1] = '1.1'; }, 'Sheet “分级要求”, cell B2: the node 1.1 has nodes below it; requirements belong to nodes without any. Correct it.'],
    ['an id twice', (rows) => { rows[2]![0] = rows[1]![0]!; }, 'Sheet “分级要求”, cell A3: the id 1.1.1-L1-1 is already used in 分级要求!A2; choose another one.'],
    ['an id missing', (rows) => { rows[2]![0] = ''; }, 'Sheet “分级要求”, cell A3: this row has no requirement id; give a new requirement one that is not used, such as 1.1.1-L2-21.'],
    ['an id with strange signs', (rows) => { rows[2]![0] = '要求一'; }, 'Sheet “分级要求”, cell A3: “要求一” cannot be an id; ids consist of letters, digits, dots and hyphens.'],
    ['the id of a node', (rows) => { rows[2]![0] = '1.1.2'; }, 'Sheet “分级要求”, cell A3: the id 1.1.2 belongs to a node; choose another one.'],
    ['a choice that is none', (rows) => { rows[1]![7] = 'maybe'; }, 'Sheet “分级要求”, cell H2: “maybe” is not a choice here; choose one of yes, no.'],
    ['a column missing', (rows) => { rows[0]![5] = '改过的表头'; }, 'Sheet “分级要求”: the column “Requirement (Chinese)” is missing; put it back with its heading.'],
    ['a column twice', (rows) => { rows[0]!.push('等级 / Level'); }, 'Sheet “分级要求”, cell J1: the column “Level” is there twice; keep one.'],
    ['no table at all', (rows) => { rows[0]![0] = ''; }, 'No sheet has the heading “Requirement id”; use the exported template.'],
  ])('%s', (_, change, sentence) => {
    const sheets = wordingSheets(pack);
    change(sheets[1]!.rows);
    const wording = readWording(sheets, pack);

    expect(wording.ok ? [] : wording.problem.map(({ en }) => en)).toEqual([sentence]);
  });

  test('with all its problems at once, in both languages', () => {
    const sheets = wordingSheets(pack);
    sheets[1]!.rows[1]![3] = '0';
    rowOf(sheets[2], '1.1.2')[0] = '7.7';
    const wording = readWording(sheets, pack);

    expect(wording.ok ? [] : wording.problem.map(({ zh }) => zh)).toEqual(['工作表“分级要求”的 D2 单元格：“0”不是 1 到 5 的等级，请改正。', '工作表“名称与定义”的 A7 单元格：标准包中没有编号为“7.7”的节点，请改正。'.replace('A7', `A${sheets[2]!.rows.findIndex(([id]) => id === '7.7') + 1}`)]);
  });
});
