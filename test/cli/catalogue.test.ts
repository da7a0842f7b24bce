import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { wordingWorkbook } from '#assessments';
import { writeWordingWorkbook } from '../../electron/export/xlsx/wording-workbook.ts';
import { commandIn } from '../builders/commands.ts';
import { temporaryFolder } from '../builders/folders.ts';
import { type PackSketch, aPack, packTexts } from '../builders/packs.ts';

function aFolder(sketch: PackSketch): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'pack'));
  for (const { path, text } of packTexts(sketch)) writeFileSync(join(folder, 'pack', path), text);
  return folder;
}

const maturity = (folder: string, ...words: readonly string[]) => commandIn(folder, 'en', words);

const clauses = { kind: 'conformance', subItems: { s: { requirements: [{ id: 's-1', level: 1 }] } }, actions: [{ id: 'all', satisfies: ['s-1'] }] } as const;

describe('catalogue check', () => {
  test('ends with 0 where nothing is found', async () => {
    expect(await maturity(aFolder(clauses), 'catalogue', 'check', 'pack')).toEqual({ code: 0, out: ['0 errors, 0 warnings.'], error: '' });
  });

  test('ends with 1 for a warning, too, and names file, line and requirement', async () => {
    const { code, out } = await maturity(aFolder({ ...clauses, actions: [] }), 'catalogue', 'check', 'pack');

    expect({ code, out }).toMatchObject({ code: 1, out: [expect.stringMatching(/^! s\.yaml:\d+ s-1: No action satisfies/), '0 errors, 1 warnings.'] });
  });

  test('knows the requirements of the packs beside it', async () => {
    const folder = aFolder({ ...clauses, subItems: { s: { requirements: [{ id: 's-1', level: 1, related: ['o-1', 'o-2'] }] } } });
    mkdirSync(join(folder, 'other'));
    for (const { path, text } of packTexts({ kind: 'gates', subItems: { o: { requirements: [{ id: 'o-1', level: 1 }] } } })) writeFileSync(join(folder, 'other', path), text);

    expect((await maturity(folder, 'catalogue', 'check', 'pack')).out).toEqual([expect.stringContaining('related names o-2'), '0 errors, 1 warnings.']);
  });

  test('prints what the pack holds as tables', async () => {
    const { out } = await maturity(aFolder(clauses), 'catalogue', 'check', 'pack', '--table');

    expect(out.slice(0, 4)).toEqual(['Sub-item  L1  L2  L3  L4  L5  Total  L2–4 with checks', 's Node s   1   0   0   0   0      1         0/0 = 0 %', 'All        1   0   0   0   0      1         0/0 = 0 %', '']);
    expect(out).toEqual(expect.arrayContaining(['norm                       1  100 %', 'inference                             1  100 %               1', '1 actions.']));
  });

  test('gives the same counts as JSON', async () => {
    const { out } = await maturity(aFolder(clauses), 'catalogue', 'check', 'pack', '--json');

    expect(JSON.parse(out.join('\n'))).toMatchObject({ ok: true, id: 'sketch', problems: [], table: { requirements: 1, actions: 1, levels: [1, 0, 0, 0, 0] } });
  });
});

describe('the wording of a pack', () => {
  const open = { kind: 'conformance', subItems: { s: { requirements: [{ id: 's-1', level: 1, zh: '发布留有记录', en: 'Releases leave records' }] } }, actions: [{ id: 'all', satisfies: ['s-1'] }] } as const;

  test('goes out as a workbook and comes back: differences first, an edition when asked, open wording unless licensed is asked for', async () => {
    const folder = aFolder(open);
    const step = (...words: readonly string[]) => maturity(folder, 'catalogue', ...words);
    expect(await step('template', '--pack', './pack', '--out', 'w.xlsx')).toEqual({ code: 0, out: ['Wrote w.xlsx: sketch 1, 1 requirements.'], error: '' });
    writeFileSync(join(folder, 'edited.xlsx'), await writeWordingWorkbook(edited(open, '标准原文'), 'zh'));

    expect((await step('import', 'edited.xlsx', '--pack', './pack')).out).toEqual([
      'reworded s-1 zh: [-发布留有记录-]{+标准原文+}', '0 new, 1 reworded, 0 moved, 0 set, 0 removed, 0 names; 0 requirements unchanged.', 'Nothing was written; add --apply, --edition and --out to write the new edition.',
    ]);
    expect(existsSync(join(folder, 'new'))).toBe(false);
    expect(await step('import', 'edited.xlsx', '--pack', './pack', '--apply', '--edition', 'B', '--out', 'new')).toMatchObject({ code: 0 });
    expect(await step('check', 'new')).toMatchObject({ code: 0 });
    expect(await step('import', 'edited.xlsx', '--pack', './pack', '--apply', '--edition', 'C', '--out', 'new')).toMatchObject({ code: 2, error: '“new” is not empty and will not be written over; choose an empty folder.' });
    expect(await step('show', './new')).toMatchObject({ code: 2, error: 'This pack holds text imported under a licence, and the open edition it was made from is not here; add --with-licensed-wording to give out the imported text.' });
    expect((await step('show', './new', '--with-licensed-wording', '--json')).out.join('')).toContain('标准原文');
  });

  test('of a pack that is not there is refused', async () => {
    expect((await maturity(aFolder(open), 'catalogue', 'template', '--pack', './nowhere', '--out', 'x.xlsx')).error).toMatch(/^There is no pack “.*nowhere”/);
  });

  test.each([
    [['import', 'none.xlsx', '--pack', './pack'], 'There is no workbook “none.xlsx”; check the path.'],
    [['import', 'pack/pack.yaml', '--pack', './pack'], 'pack.yaml: This file is not an Excel workbook (.xlsx) that can be read; open it in Excel or LibreOffice, save it as .xlsx and try again.'],
    [['template', '--pack', './pack', '--out', 'pack/pack.yaml'], '“pack/pack.yaml” is there already and will not be written over; choose another name.'],
  ])('is refused in one sentence: %j', async (words, error) => {
    expect(await maturity(aFolder(open), 'catalogue', ...words)).toEqual({ code: 2, out: [], error });
  });
});

/** The wording workbook of a sketched pack with another Chinese text in its only requirement. */
function edited(sketch: PackSketch, zh: string) {
  const document = wordingWorkbook(aPack(sketch));
  return { ...document, tables: document.tables.map((table) => (table.table === 'requirements' ? { ...table, rows: table.rows.map((row) => row.map((cell, at) => (at === 5 ? { zh, en: zh } : cell))) } : table)) };
}
