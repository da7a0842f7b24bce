import { type ZipMember, zipArchive } from './zip-archive.ts';

/** A workbook as written XML parts; whatever is given is written as it is, true or not. */
export type WorkbookParts = {
  /** Sheets in their order: attributes of its list entry, and the content of its `<worksheet>`. */
  readonly sheets: readonly { readonly name: string; readonly state?: string; readonly xml: string; readonly before?: string }[];
  readonly strings?: string;
  readonly styles?: string;
  /** Inside `<workbook>`, before the list of sheets. */
  readonly workbook?: string;
  readonly relations?: string;
  readonly more?: readonly ZipMember[];
};

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The bytes of an `.xlsx` file. */
export function workbook({ sheets, strings, styles, workbook: settings = '', relations = '', more = [] }: WorkbookParts): Buffer {
  const listed = sheets.map(({ name, state }, index) => `<sheet name="${name}" sheetId="${index + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${index + 1}"/>`).join('');
  const related = sheets.map((_sheet, index) => relation(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`)).join('');
  return zipArchive([
    { name: '[Content_Types].xml', data: '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>' },
    { name: 'xl/workbook.xml', data: `<workbook xmlns="${main}" xmlns:r="${office}">${settings}<sheets>${listed}</sheets></workbook>` },
    { name: 'xl/_rels/workbook.xml.rels', data: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${related}${strings === undefined ? '' : relation('strings', 'sharedStrings', 'sharedStrings.xml')}${styles === undefined ? '' : relation('styles', 'styles', '/xl/styles.xml')}${relations}</Relationships>` },
    ...sheets.map(({ xml, before = '' }, index) => ({ name: `xl/worksheets/sheet${index + 1}.xml`, data: `${before}<worksheet xmlns="${main}">${xml}</worksheet>` })),
    ...(strings === undefined ? [] : [{ name: 'xl/sharedStrings.xml', data: `<sst xmlns="${main}">${strings}</sst>` }]),
    ...(styles === undefined ? [] : [{ name: 'xl/styles.xml', data: `<styleSheet xmlns="${main}">${styles}</styleSheet>` }]),
    ...more,
  ]);
}

function relation(id: string, kind: string, target: string): string {
  return `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`;
}

/** One sheet with these cells, given as the XML of its rows. */
export function sheetOf(rows: string, name = 'S'): WorkbookParts {
  return { sheets: [{ name, xml: `<sheetData>${rows}</sheetData>` }] };
}

/** A row with one cell that says hi. */
export const hi = '<row r="1"><c r="A1" t="inlineStr"><is><t>hi</t></is></c></row>';
