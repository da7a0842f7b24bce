import { zipArchive } from '../../builders/zip-archive.ts';
import { type WorkbookParts, hi, sheetOf, workbook } from '../../builders/workbook.ts';
import { type HostileFile, file, longFile } from './hostile-file.ts';

const fifteen = Array.from({ length: 9 }, (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`).join('');
const after = (xml: string): WorkbookParts => ({ sheets: [{ name: 'S', xml: `<sheetData>${hi}</sheetData>${xml}` }] });
const before = (xml: string): WorkbookParts => ({ sheets: [{ name: 'S', xml: `${xml}<sheetData>${hi}</sheetData>` }] });
const book = (name: string, parts: WorkbookParts, verdict = 'taken'): HostileFile => file(`${name}.xlsx`, () => workbook(parts), verdict);

export const xlsxFiles: readonly HostileFile[] = [
  book('ok', sheetOf(hi)),
  book('merge-all', after('<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')),
  book('merge-some', after('<mergeCells><mergeCell ref="A1:ZZ10000"/></mergeCells>')),
  book('validation-all', after('<dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a,b"</formula1></dataValidation></dataValidations>')),
  book('validation-some', after('<dataValidations count="1"><dataValidation type="list" sqref="A1:ZZ3000"><formula1>"a,b"</formula1></dataValidation></dataValidations>')),
  book('far-cell', sheetOf('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')),
  book('row-beyond', sheetOf('<row r="4294967294"><c r="A4294967294"><v>1</v></c></row>'), 'taken: malformed'),
  book('columns-beyond', before('<cols><col min="1" max="2147483647" width="9"/></cols>')),
  book('dimension-all', before('<dimension ref="A1:XFD1048576"/>')),
  book('defined-name-all', { ...sheetOf(hi), workbook: '<definedNames><definedName name="X">S!$A$1:$XFD$1048576</definedName></definedNames>' }),
  book('billion-laughs', { sheets: [{ name: 'S', xml: `<sheetData>${hi.replace('hi', '&l9;')}</sheetData>`, before: `<!DOCTYPE z [<!ENTITY l0 "lol">${fifteen}]>` }] }, 'taken: malformed'),
  file('long-comment.xlsx', () => workbook(after(`<!--${'A'.repeat(66_000_000)}-->`)), 'taken: too-large'),
  file('shared-strings.xlsx', () => workbook({ ...sheetOf(hi), strings: '<si><t>x</t></si>'.repeat(600_000) }), 'taken: too-large'),
  file('cells-1200000.xlsx', () => workbook(sheetOf(Array.from({ length: 12_000 }, (_, row) => `<row r="${row + 1}">${'<c><v>1</v></c>'.repeat(100)}</row>`).join(''))), 'taken: partial'),
  book('shared-formula', sheetOf('<row r="1"><c r="A1"><f t="shared" ref="A1:XFD1048576" si="0">HYPERLINK("http://127.0.0.1:1/"&amp;B1)</f><v>1</v></c></row>')),
  book('picture-outside', { ...sheetOf(hi), more: [{ name: 'xl/media/../../../.../lab/x/pwn.png', data: 'x' }] }),
  book('external-links', { ...sheetOf(hi), more: [{ name: 'xl/externalLinks/externalLink1.xml', data: '<externalLink/>' }] }, 'taken: partial'),
  book('embedded-object', { ...sheetOf(hi), more: [{ name: 'xl/embeddings/oleObject1.bin', data: 'x' }] }, 'taken: partial'),
  file('macros.xlsm', () => workbook({ ...sheetOf(hi), more: [{ name: 'xl/vbaProject.bin', data: 'x' }] }), 'taken: partial'),
  file('macros-renamed.txt', () => workbook({ ...sheetOf(hi), more: [{ name: 'xl/vbaProject.bin', data: 'x' }] }), 'taken: partial'),
  book('dde-formula', sheetOf('<row r="1"><c r="A1"><f>cmd|\'/c calc\'!A0</f><v>0</v></c></row>')),
  book('hidden', { sheets: [{ name: 'seen', xml: `<sheetData>${hi}</sheetData>` }, { name: 'unseen', state: 'veryHidden', xml: `<sheetData>${hi}</sheetData>` }] }),
  book('since-1904', { ...sheetOf('<row r="1"><c r="A1" s="0"><v>1</v></c></row>'), workbook: '<workbookPr date1904="1"/>', styles: '<cellXfs><xf numFmtId="14"/></cellXfs>' }),
  book('error-cells', sheetOf('<row r="1"><c r="A1" t="e"><v>#REF!</v></c><c r="B1" t="str"><v>007</v></c></row>')),
  book('string-outside', { ...sheetOf('<row r="1"><c r="A1" t="s"><v>99999999</v></c><c t="s"><v>-1</v></c><c t="s"><v>x</v></c></row>'), strings: '<si><t>x</t></si>' }),
  book('style-outside', { ...sheetOf('<row r="1"><c r="A1" s="99999999"><v>1</v></c><c s="-1"><v>1</v></c></row>'), styles: '<cellXfs><xf numFmtId="0"/></cellXfs>' }),
  book('address-nonsense', sheetOf('<row r="1"><c r="A0"><v>1</v></c></row>'), 'taken: malformed'),
  book('address-no-digits', sheetOf('<row r="1"><c r="AAAA1"><v>1</v></c></row>'), 'taken: malformed'),
  book('unclosed', { sheets: [{ name: 'S', xml: '<sheetData>' }] }, 'taken: malformed'),
  book('sheet-outside', { ...sheetOf(hi), relations: '<Relationship Id="rId1" Type="x/worksheet" Target="../../../../etc/passwd"/>' }),
  book('proto-sheet', { sheets: [{ name: '__proto__', xml: `<sheetData>${hi}</sheetData>` }] }),
  book('wrong-encoding', { sheets: [{ name: 'S', xml: `<sheetData>${hi}</sheetData>` }], more: [{ name: 'xl/styles.xml', data: Buffer.from([0xff, 0xfe, 0x3c, 0]) }], relations: '<Relationship Id="st" Type="x/styles" Target="styles.xml"/>' }, 'taken: malformed'),
  book('same-part-twice', { ...sheetOf(hi), more: [{ name: 'xl/Worksheets/SHEET1.xml', data: '<worksheet/>' }] }, 'taken: malformed'),
  book('part-encrypted', { ...sheetOf(hi), strings: '', more: [{ name: 'xl/SHAREDSTRINGS.XML', data: 'x', flags: 0x801 }] }, 'taken: malformed'),
  book('deep', { sheets: [{ name: 'S', xml: `${'<x>'.repeat(50_000)}${'</x>'.repeat(50_000)}` }] }),
  book('sheets-600', { sheets: Array.from({ length: 600 }, (_, index) => ({ name: `s${index}`, xml: '' })) }, 'taken: too-large'),
  file('no-relations.xlsx', () => zipArchive([{ name: '[Content_Types].xml', data: '<Types/>' }, { name: 'xl/workbook.xml', data: '<workbook/>' }]), 'taken: malformed'),
  file('cut.xlsx', () => workbook(sheetOf(hi)).subarray(0, -40), 'taken | inside: archive-damaged 1'),
  longFile('cells-2000000.xlsx', () => workbook(sheetOf(Array.from({ length: 20_000 }, (_, row) => `<row r="${row + 1}">${'<c><v>1</v></c>'.repeat(100)}</row>`).join(''))), 'taken: partial'),
  longFile('shared-strings-3000000.xlsx', () => workbook({ ...sheetOf(hi), strings: '<si><t>x</t></si>'.repeat(3_000_000) }), 'taken: too-large'),
];
