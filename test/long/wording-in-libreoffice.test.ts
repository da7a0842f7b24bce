import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readWording, wordingDiff, wordingWorkbook, type Pack } from '#assessments';
import { writeWordingWorkbook } from '../../electron/export/xlsx/wording-workbook.ts';
import { openPacks } from '../../electron/handlers/packs.ts';
import { readCells } from '../../electron/intake/read-cells.ts';
import { temporaryFolder } from '../builders/folders.ts';
import { basicText, editInLibreOffice, soffice } from '../builders/libreoffice.ts';

const packs = openPacks(fileURLToPath(new URL('../../assessments/packs', import.meta.url)));
const column = { id: 0, group: 1, level: 3, axis: 4, zh: 5, en: 6, mandatory: 7 } as const;

type Edit = { readonly what: string; readonly statements: readonly string[] };

/** Twenty cells, each edited as people do: typed over, partly set bold, a number typed, a line end or a blank left behind. */
function twentyEdits(pack: Pack): readonly Edit[] {
  const all = pack.groups.flatMap((group) => group.requirements.map((requirement) => ({ ...requirement, group: group.id })));
  const row = (index: number): number => index + 1;
  const at = (sheet: number, columnNumber: number, rowNumber: number): string => `cell = doc.Sheets.getByIndex(${sheet}).getCellByPosition(${columnNumber}, ${rowNumber})`;
  const typed = (index: number, where: 'zh' | 'en', text: (before: string) => string): Edit => ({ what: `reworded ${all[index]!.id} ${where}`, statements: [at(1, column[where], row(index)), `cell.String = ${basicText(text(all[index]![where]))}`] });
  const bold = (edit: Edit): Edit => ({ ...edit, statements: [...edit.statements, 'cursor = cell.createTextCursor()', 'cursor.gotoStart(False)', 'cursor.goRight(4, True)', 'cursor.CharWeight = 150'] });
  const leaves = pack.groups.filter(({ children }) => children.length === 0).map(({ id }) => id);
  const other = leaves.find((id) => id !== all[60]!.group)!;
  const flipped = (index: number): Edit => ({ what: `set ${all[index]!.id} mandatory`, statements: [at(1, column.mandatory, row(index)), `cell.String = ${basicText(all[index]!.mandatory ? '否' : '是')}`] });
  const level = (index: number, statement: (level: number) => string): Edit => ({ what: `moved ${all[index]!.id} level`, statements: [at(1, column.level, row(index)), statement(all[index]!.level % 5 + 1)] });
  return [
    typed(0, 'zh', (text) => `${text}（标准原文）`), typed(7, 'zh', (text) => `依据标准，${text}  `), typed(19, 'zh', (text) => `${text.slice(0, 6)}\n${text.slice(6)}另有“引号”。`),
    bold(typed(33, 'zh', (text) => `${text}一`)), typed(101, 'zh', () => '=这不是公式'), typed(111, 'zh', () => '2024'),
    typed(1, 'en', (text) => `${text} As the standard says.`), typed(8, 'en', (text) => text.replace(/^(\S+)/u, 'Officially $1')), bold(typed(20, 'en', (text) => `${text} "Quoted" & <marked>.`)), typed(150, 'en', () => '3.10'), typed(151, 'en', (text) => ` ${text} Twice.\n`),
    level(40, (to) => `cell.Value = ${to}`), level(41, (to) => `cell.String = "${to}级"`), level(42, (to) => `cell.Value = ${to}`),
    { what: `moved ${all[60]!.id} group`, statements: [at(1, column.group, row(60)), `cell.String = "${other}"`] },
    flipped(70), flipped(200),
    { what: `set ${all[80]!.id} axis`, statements: [at(1, column.axis, row(80)), `cell.String = ${basicText(all[80]!.axis === 'version' ? '规范' : '版本')}`] },
    { what: `named name ${pack.groups[0]!.id} en`, statements: [at(2, 3, 2), 'cell.String = "A name of the standard"'] },
    { what: `named meaning ${pack.levels[2]!.level} zh`, statements: [at(3, 3, 3), `cell.String = ${basicText(`${pack.levels[2]!.meaning.zh}（原文）`)}`] },
  ];
}

/** What changes nothing: blanks left behind, the same text typed again, rows sorted the other way round, a column of one's own, columns moved. */
function touches(pack: Pack): readonly string[] {
  const all = pack.groups.flatMap(({ requirements }) => requirements);
  const sheet = 'doc.Sheets.getByIndex(1)';
  return [
    `cell = ${sheet}.getCellByPosition(5, 301)`, `cell.String = ${basicText(`${all[300]!.zh}  \n`)}`, `cell = ${sheet}.getCellByPosition(6, 302)`, `cell.String = ${basicText(all[301]!.en)}`, `cell = ${sheet}.getCellByPosition(3, 303)`, `cell.Value = ${all[302]!.level}`,
    'Dim field(0) As New com.sun.star.table.TableSortField', 'field(0).Field = 6', 'field(0).IsAscending = False', 'Dim how(1) As New com.sun.star.beans.PropertyValue', 'how(0).Name = "SortFields"', 'how(0).Value = field()', 'how(1).Name = "ContainsHeader"', 'how(1).Value = True',
    `${sheet}.getCellRangeByPosition(0, 0, 8, ${all.length}).sort(how())`,
    `${sheet}.Columns.insertByIndex(2, 1)`, `${sheet}.getCellByPosition(2, 0).String = "我们的备注"`, `${sheet}.getCellByPosition(2, 5).String = "待核对"`,
    `${sheet}.Columns.insertByIndex(0, 1)`, `${sheet}.Rows.insertByIndex(0, 2)`, `${sheet}.getCellByPosition(0, 0).String = "内部使用"`,
    'doc.Sheets.moveByName(doc.Sheets.getByIndex(2).Name, 0)',
  ];
}

test.skipIf(soffice === undefined)('of a workbook in which LibreOffice edited 20 cells the difference tells exactly these 20', async () => {
  const folder = temporaryFolder();
  const { pack } = packs.find('model-delivery')!;
  const [from, to] = [join(folder, 'template.xlsx'), join(folder, 'edited.xlsx')];
  writeFileSync(from, await writeWordingWorkbook(wordingWorkbook(pack), 'both'));
  const edits = twentyEdits(pack);

  await editInLibreOffice(soffice!, folder, { from, to, statements: [...edits.flatMap(({ statements }) => statements), ...touches(pack)] });

  const cells = await readCells(readFileSync(to));
  const wording = cells.ok ? readWording(cells.value, pack) : cells;
  if (!wording.ok) throw new Error(JSON.stringify(wording.problem));
  const { changes, otherBase, unchanged } = wordingDiff(pack, wording.value);
  const told = changes.map((change) => {
    switch (change.kind) {
      case 'reworded': return `reworded ${change.requirement} ${change.language}`;
      case 'named': return `named ${change.what} ${change.of} ${change.language}`;
      case 'new': case 'removed': return `${change.kind} ${change.requirement}`;
      default: return `${change.kind} ${change.requirement} ${change.what}`;
    }
  });

  expect(edits).toHaveLength(20);
  expect(told.toSorted()).toEqual(edits.map(({ what }) => what).toSorted());
  expect({ otherBase, touched: pack.groups.flatMap(({ requirements }) => requirements).length - unchanged }).toEqual({ otherBase: false, touched: 18 });
  expect(changes.filter(({ kind }) => kind === 'reworded').map((change) => ('after' in change ? change.after : '')).filter((text) => text === text.trim() && !text.includes('\n'))).toHaveLength(11);
}, 300_000);
