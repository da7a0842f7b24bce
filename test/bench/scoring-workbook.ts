import exceljs from 'exceljs';
import type { FinalRating, Pack } from '#assessments';

const levels = [1, 2, 3, 4, 5] as const;
const letters = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M', 'N', 'O', 'P', 'Q', 'R', 'S', 'T', 'U', 'V', 'W', 'X', 'Y', 'Z'] as const;

/**
 * The same scoring (strict, minimum) as a workbook a person could have made: a sheet of ratings, and sheets that count
 * them by sub-item and level and roll the levels up. `live` leaves the formulas without results, so that whoever opens
 * it must compute them; otherwise only the ratings are there. The first sheet holds the levels of all nodes.
 */
export async function scoringWorkbook(pack: Pack, finals: readonly FinalRating[], { path, copies, live }: { readonly path: string; readonly copies: number; readonly live: boolean }): Promise<void> {
  const workbook = new exceljs.Workbook();
  for (let copy = 1; copy <= copies; copy += 1) addScoring(workbook, pack, finals, copy, live);
  await workbook.xlsx.writeFile(path);
}

function addScoring(workbook: exceljs.Workbook, pack: Pack, finals: readonly FinalRating[], copy: number, live: boolean): void {
  const [nodes, ratings] = [workbook.addWorksheet(`levels ${copy}`), workbook.addWorksheet(`ratings ${copy}`)];
  const values = new Map(finals.map(({ requirement, value }) => [requirement, value]));
  const rows = pack.groups.flatMap((group) => group.requirements.map(({ id, level }) => [id, group.id, level, values.get(id) ?? ''] as const));
  ratings.addRows([['requirement', 'sub-item', 'level', 'rating'], ...rows.map((row) => [...row])]);
  const all = (column: string): string => `'ratings ${copy}'!$${column}$2:$${column}$${rows.length + 1}`;

  nodes.addRow(['node', 'parent', 'level']);
  pack.groups.forEach((group, index) => {
    const row = index + 2;
    nodes.getRow(row).values = [group.id, group.parent ?? 'whole'];
    if (live && group.children.length === 0) subItemFormulas(nodes, row, group.inherited, { subItem: all('B'), level: all('C'), rating: all('D') });
    if (live && group.children.length > 0) nodes.getCell(`C${row}`).value = { formula: lowestChild(`$A${row}`, pack.groups.length) };
  });
  const row = pack.groups.length + 2;
  nodes.getRow(row).values = ['whole', ''];
  if (live) nodes.getCell(`C${row}`).value = { formula: lowestChild(`$A${row}`, pack.groups.length) };
}

/** Five columns each for: how many apply, how many are F, can it be the result, is it reached; and the level from these. */
function subItemFormulas(sheet: exceljs.Worksheet, row: number, inherited: readonly number[], { subItem, level, rating }: { readonly subItem: string; readonly level: string; readonly rating: string }): void {
  const at = (block: number, index: number): string => `${letters[3 + 5 * block + index] ?? ''}${row}`;
  const set = (cell: string, formula: string): void => { sheet.getCell(cell).value = { formula }; };
  levels.forEach((one, index) => {
    set(at(0, index), `COUNTIFS(${subItem},$A${row},${level},${one},${rating},"<>NA")`);
    set(at(1, index), `COUNTIFS(${subItem},$A${row},${level},${one},${rating},"F")`);
    set(at(2, index), `IF(OR(${at(0, index)}>0,${inherited.includes(one) && index > 0 ? `${at(2, index - 1)}=1` : 'FALSE'}),1,0)`);
    set(at(3, index), `IF(AND(${at(0, index)}=${at(1, index)},${index === 0 ? 'TRUE' : `${at(3, index - 1)}=1`}),1,0)`);
  });
  const reached = levels.map((one, index) => `${at(2, index)}*${at(3, index)}*${one}`).join(',');
  set(`C${row}`, `IF(SUM(${at(0, 0)}:${at(0, 4)})=0,"",MAX(${reached}))`);
}

function lowestChild(name: string, groups: number): string {
  const column = (letter: string): string => `$${letter}$2:$${letter}$${groups + 1}`;
  return `IF(COUNTIFS(${column('B')},${name},${column('C')},">=0")=0,"",_xlfn.MINIFS(${column('C')},${column('B')},${name},${column('C')},">=0"))`;
}
