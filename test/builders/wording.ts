import { wordingWorkbook, type Bilingual, type Pack } from '#assessments';

/** A sheet as a workbook reader gives it. */
export type SketchedSheet = { readonly name: string; readonly rows: string[][] };

/** The wording workbook of a pack as a reader would find it, to be edited by a test. */
export function wordingSheets(pack: Pack, language: 'zh' | 'en' = 'zh'): SketchedSheet[] {
  const { readMe, tables } = wordingWorkbook(pack);
  const said = (text: Bilingual): string => text[language];
  return [
    { name: 'Read me', rows: readMe.flatMap(({ heading, lines }) => [[said(heading)], ...lines.map((line) => ['', said(line)])]) },
    ...tables.map(({ name, columns, rows }) => ({ name: said(name), rows: [columns.map(said), ...rows.map((row) => row.map(said))] })),
  ];
}

/** The row of a sheet whose key is `key`. */
export function rowOf(sheet: SketchedSheet | undefined, key: string): string[] {
  const row = sheet?.rows.find(([first]) => first === key);
  if (row === undefined) throw new Error(`The sheet has no row ${key}.`);
  return row;
}
