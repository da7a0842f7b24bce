import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { licensedNotice, type Pack } from '#assessments';
import { writeWordingWorkbook } from '../../../electron/export/xlsx/wording-workbook.ts';
import { readWorkbook } from '../../../electron/intake/decode/xlsx/read-workbook.ts';
import { openTestApi, valueOf, type TestApi } from '../../builders/api.ts';
import { temporaryFolder } from '../../builders/folders.ts';
import { openPacks } from '../../../electron/handlers/packs.ts';
import { packTexts } from '../../builders/packs.ts';
import { rowOf, wordingSheets, type SketchedSheet } from '../../builders/wording.ts';

/** The pack's wording workbook, edited and written to a file that can be chosen. */
async function aWorkbook(api: TestApi, pack: Pack, edit: (requirements: SketchedSheet) => void): Promise<string> {
  const [readMe, requirements, ...others] = wordingSheets(pack);
  edit(requirements!);
  const [headings = [], ...rows] = requirements!.rows;
  const same = (text: string) => ({ zh: text, en: text });
  const bytes = await writeWordingWorkbook({
    title: same('t'), readMe: [{ heading: same('x'), lines: readMe!.rows.flat().filter((text) => text !== '').map(same) }],
    tables: [{ sheet: requirements!, columns: headings, rows }, ...others.map((sheet) => ({ sheet, columns: sheet.rows[0] ?? [], rows: sheet.rows.slice(1) }))].map((one) => ({
      table: 'requirements', name: same(one.sheet.name), columns: one.columns.map((heading) => ({ id: heading, ...same(heading), width: 20, editable: true })), rows: one.rows.map((row) => row.map(same)),
    })),
  }, 'zh');
  const path = join(api.folder, 'wording.xlsx');
  writeFileSync(path, bytes);
  return api.choose(path);
}

const sketch = packTexts({
  tree: { 1: { 1.1: ['1.1.1', '1.1.2'] } },
  subItems: {
    '1.1.1': { requirements: [{ id: '1.1.1-L1-1', level: 1 }, { id: '1.1.1-L2-1', level: 2 }, { id: '1.1.1-L3-1', level: 3 }] },
    '1.1.2': { requirements: [{ id: '1.1.2-L1-1', level: 1 }] },
  },
});

async function opened() {
  const packsFolder = temporaryFolder();
  mkdirSync(join(packsFolder, 'sketch'));
  for (const { path, text } of sketch) writeFileSync(join(packsFolder, 'sketch', path), text);
  const api = openTestApi(temporaryFolder(), { packs: openPacks(packsFolder) });
  valueOf(await api.call('setIdentity', { name: '李明', role: '主评估师' }));
  const { assessment } = valueOf(await api.call('createAssessment', { organisation: '示例银行', project: '风控', scope: '', pack: 'sketch', target: 3, policy: 'strict', rollup: 'minimum' }));
  const pack = valueOf(await api.call('readCatalogue', { assessment }));
  const rate = async (requirements: readonly string[]) => valueOf(await api.call('rate', { assessment, requirements, value: 'F', confidence: null, rationale: '', accepted: [] }));
  return { api, assessment, pack, first: '1.1.1-L1-1', second: '1.1.1-L2-1', third: '1.1.1-L3-1', rate };
}

describe('licensed wording in an open assessment', () => {
  test('is compared first, recorded only when applied, and flags what was rated under the old wording until it is rated again', async () => {
    const { api, assessment, pack, first, second, third, rate } = await opened();
    await rate([first, second]);
    const source = await aWorkbook(api, pack, (sheet) => {
      rowOf(sheet, first)[5] = '标准原文第一条';
      rowOf(sheet, third)[6] = 'Text of the standard, clause three';
    });

    const before = valueOf(await api.call('readScore', { assessment })).revision;
    const preview = valueOf(await api.call('previewWording', { assessment, source }));
    expect(preview).toMatchObject({ edition: pack.edition, otherBase: false, rated: 1, changes: [{ kind: 'reworded', requirement: first, language: 'zh' }, { kind: 'reworded', requirement: third, language: 'en' }] });
    expect(valueOf(await api.call('readScore', { assessment })).revision).toBe(before);

    const change = valueOf(await api.call('applyWording', { assessment, staged: preview.staged, edition: '正式版' }));
    const old = pack.groups.flatMap(({ requirements }) => requirements).find(({ id }) => id === first)!;
    const flagged = (views: typeof change.requirements) => views.flatMap(({ requirement, reworded, mine }) => (reworded === null ? [] : [{ requirement, mine: mine?.value, ...reworded }]));
    const me = change.requirements.find(({ requirement }) => requirement === first)!.mine!.author.id;
    expect(flagged(change.requirements)).toEqual([{ requirement: first, mine: 'F', edition: pack.edition, zh: old.zh, en: old.en, by: [me] }]);
    expect(valueOf(await api.call('readCatalogue', { assessment }))).toMatchObject({ edition: '正式版', licensed: { base: { edition: pack.edition, hash: pack.hash }, notice: licensedNotice } });

    expect(flagged((await rate([first])).requirements)).toEqual([]);
    expect(flagged(valueOf(await api.call('readScore', { assessment })).requirements)).toEqual([]);
  });

  test('keeps both editions and their levels side by side, and goes back to either', async () => {
    const { api, assessment, pack, first, rate } = await opened();
    const leaf = pack.groups.find(({ requirements }) => requirements.some(({ id }) => id === first))!;
    await rate(leaf.requirements.filter(({ level }) => level <= 2).map(({ id }) => id));
    const moved = leaf.requirements.find(({ level }) => level === 3)!;
    const preview = valueOf(await api.call('previewWording', { assessment, source: await aWorkbook(api, pack, (sheet) => { rowOf(sheet, moved.id)[3] = '2'; }) }));
    valueOf(await api.call('applyWording', { assessment, staged: preview.staged, edition: 'B' }));

    const { editions, nodes } = valueOf(await api.call('compareEditions', { assessment }));
    expect(editions.map(({ edition, licensed, current }) => [edition, licensed, current])).toEqual([[pack.edition, false, false], ['B', true, true]]);
    expect(nodes.find(({ node }) => node === leaf.id)?.levels.map((one) => one?.level)).toEqual([2, 1]);
    expect(nodes[0]).toMatchObject({ node: '', levels: [{ level: 0 }, { level: 0 }] });

    valueOf(await api.call('pinEdition', { assessment, hash: editions[0]!.hash }));
    expect(valueOf(await api.call('readCatalogue', { assessment })).edition).toBe(pack.edition);
    expect(valueOf(await api.call('compareEditions', { assessment })).editions.map(({ current }) => current)).toEqual([true, false]);
    expect(valueOf(await api.call('verify', { assessment })).ok).toBe(true);
  });

  test('is not in a workbook that does not ask for it', async () => {
    const { api, assessment, pack, first } = await opened();
    const preview = valueOf(await api.call('previewWording', { assessment, source: await aWorkbook(api, pack, (sheet) => { rowOf(sheet, first)[5] = '标准原文第一条'; }) }));
    valueOf(await api.call('applyWording', { assessment, staged: preview.staged, edition: 'B' }));
    const { download, name } = valueOf(await api.call('makeWordingTemplate', { assessment, language: 'zh', withLicensedWording: false }));
    const { decoded } = await readWorkbook(readFileSync(api.handles.takeOffer(download)!.path));

    expect([name, JSON.stringify(decoded).includes('标准原文第一条'), decoded.sheets.map((sheet) => sheet.rows.length)]).toEqual(['sketch – 1.xlsx', false, expect.arrayContaining([5, 6])]);
  });

  test('is refused in one sentence that names the cell, and nothing of an old comparison can be applied', async () => {
    const { api, assessment, pack, first } = await opened();
    const wrong = await api.call('previewWording', { assessment, source: await aWorkbook(api, pack, (sheet) => { rowOf(sheet, first)[3] = '九'; }) });
    const path = join(api.folder, 'text.xlsx');
    writeFileSync(path, 'no workbook');
    const [broken, gone, stale] = [await api.call('previewWording', { assessment, source: api.choose(path) }), await api.call('previewWording', { assessment, source: api.choose(join(api.folder, 'nowhere.xlsx')) }), await api.call('applyWording', { assessment, staged: 'x', edition: 'B' })];

    expect([wrong, broken, gone, stale].map((reply) => (reply.ok ? 'ok' : [reply.problem.kind, reply.problem.en]))).toEqual([
      ['bad-input', 'Sheet “分级要求”, cell D2: “九” is not a level from 1 to 5; correct it.'],
      ['bad-input', 'This file is not an Excel workbook (.xlsx) that can be read; open it in Excel or LibreOffice, save it as .xlsx and try again.'],
      ['not-found', 'What was chosen has been used already or is gone: choose it again.'],
      ['not-found', 'This comparison is out of date: choose the workbook again.'],
    ]);
  });

  test('cannot take the name of the present edition', async () => {
    const { api, assessment, pack, first } = await opened();
    const preview = valueOf(await api.call('previewWording', { assessment, source: await aWorkbook(api, pack, (sheet) => { rowOf(sheet, first)[5] = '标准原文'; }) }));

    expect(await api.call('applyWording', { assessment, staged: preview.staged, edition: pack.edition })).toMatchObject({ ok: false, problem: { kind: 'bad-input', place: pack.edition } });
  });
});
