import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { workbookLimits } from '../../../../electron/intake/decode/decode-limits.ts';
import { WorkbookUnreadable } from '../../../../electron/intake/decode/xlsx/parts.ts';
import { readWorkbook } from '../../../../electron/intake/decode/xlsx/read-workbook.ts';
import { hi, sheetOf, workbook } from '../../../builders/workbook.ts';

test('a workbook as a spreadsheet program writes it is read as it is shown, hidden sheets too', async () => {
  const book = new ExcelJS.Workbook();
  const gates = book.addWorksheet('门禁');
  gates.addRow(['指标', 'threshold', 'measured', 'passed', 'on']);
  gates.addRow(['AUC', 0.85, { formula: 'B2+0.05', result: 0.9 }, true, new Date(Date.UTC(2025, 0, 31))]);
  gates.addRow([{ richText: [{ text: 'rich ' }, { font: { bold: true }, text: 'text' }] }, 12_345_678_901, { error: '#N/A' }, null, new Date(Date.UTC(2025, 0, 31, 13, 5))]);
  gates.getCell('C6').value = 'far';
  gates.mergeCells('A8:C9');
  book.addWorksheet('old', { state: 'hidden' }).addRow(['x']);
  book.addWorksheet('older', { state: 'veryHidden' });

  const read = await readWorkbook(new Uint8Array(await book.xlsx.writeBuffer()));

  expect(read).toEqual({
    active: false,
    decoded: {
      kind: 'sheets', complete: true, sheets: [
        { name: '门禁', hidden: false, rows: [
          ['指标', 'threshold', 'measured', 'passed', 'on'], ['AUC', '0.85', '0.9', 'TRUE', '2025-01-31'], ['rich text', '12345678901', '#N/A', '', '2025-01-31T13:05:00'],
          [], [], ['', '', 'far'], [], ['', '', ''], ['', '', ''],
        ] },
        { name: 'old', hidden: true, rows: [['x']] },
        { name: 'older', hidden: true, rows: [] },
      ],
    },
  });
});

async function rowsOf(rows: string, more: object = {}): Promise<unknown> {
  return (await readWorkbook(workbook({ ...sheetOf(rows), ...more }))).decoded.sheets[0]?.rows;
}

test('cells without a place follow the one before, and strings lose only what is not said aloud', async () => {
  const strings = '<si><t>plain</t></si><si><r><t xml:space="preserve">a </t></r><r><t>b</t></r><rPh sb="0" eb="1"><t>reading aid</t></rPh></si><si><t>line_x000D_end &amp; _x0</t></si>';
  const cells = '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="s"><v>99</v></c></row><row r="3"><c r="B3"><v>007.50</v></c><c t="str"><f>x</f><v>said</v></c><c><f>B3*2</f></c></row>';

  expect(await rowsOf(cells, { strings })).toEqual([['plain', 'a b', 'line\rend & _x0', ''], [], ['', '007.50', 'said', '']]);
});

test('dates are told by the style of their cell, in the calendar of the workbook', async () => {
  const styles = '<numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="[h]:mm"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>';
  const row = '<row r="1">' + [0, 1, 2, 3, 9].map((style) => `<c s="${style}"><v>44196.5</v></c>`).join('') + '<c t="d"><v>2025-01-01</v></c></row>';

  expect([await rowsOf(row, { styles }), await rowsOf(row, { styles, workbook: '<workbookPr date1904="1"/>' })]).toEqual([
    [['44196.5', '2020-12-31T12:00:00', '2020-12-31T12:00:00', '1060716:00:00', '44196.5', '2025-01-01']],
    [['44196.5', '2025-01-01T12:00:00', '2025-01-01T12:00:00', '1060716:00:00', '44196.5', '2025-01-01']],
  ]);
});

test('names may carry a prefix, as some programs write them', async () => {
  const sheet = { sheets: [{ name: 'S', xml: '<x:sheetData xmlns:x="m"><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData>' }] };

  expect((await readWorkbook(workbook(sheet))).decoded.sheets[0]?.rows).toEqual([['1']]);
});

test('macros, embedded objects and links to other files are told', async () => {
  const parts = ['xl/vbaProject.bin', 'xl/externalLinks/externalLink1.xml', 'xl/embeddings/oleObject1.bin', 'xl/connections.xml', 'xl/activeX/activeX1.xml', 'xl/media/image1.png'];

  expect(await Promise.all(parts.map(async (name) => (await readWorkbook(workbook({ ...sheetOf(hi), more: [{ name, data: 'x' }] }))).active))).toEqual([true, true, true, true, true, false]);
});

test('what is more than there is room for is cut off or refused, and said', async () => {
  const few = { ...workbookLimits, cells: 3, slots: 100, characters: 10, sharedStrings: 2, sheets: 2, parts: 10 };
  const cells = (count: number): string => `<row r="1">${'<c><v>1</v></c>'.repeat(count)}</row>`;
  const read = async (bytes: Buffer): Promise<unknown> => {
    try {
      const { decoded } = await readWorkbook(bytes, few);
      return [decoded.complete, ...decoded.sheets.map(({ rows }) => rows.flat().length)];
    } catch (thrown) {
      return thrown instanceof WorkbookUnreadable ? thrown.reason : thrown;
    }
  };

  expect(await Promise.all([
    workbook(sheetOf(cells(3))), workbook(sheetOf(cells(4))),
    workbook({ sheets: [{ name: 'a', xml: `<sheetData>${cells(2)}</sheetData>` }, { name: 'b', xml: `<sheetData>${cells(2)}</sheetData>` }] }),
    workbook(sheetOf('<row r="1000"><c r="A1000"><v>1</v></c></row>')), workbook(sheetOf('<row r="1"><c r="XFD1"><v>1</v></c></row>')),
    workbook(sheetOf('<row r="1"><c><v>12345678901</v></c></row>')), workbook({ ...sheetOf(hi), strings: '<si/><si/><si/>' }),
    workbook({ sheets: ['a', 'b', 'c'].map((name) => ({ name, xml: '' })) }), workbook({ ...sheetOf(hi), more: Array.from({ length: 9 }, (_, index) => ({ name: `${index}`, data: '' })) }),
  ].map(read))).toEqual([[true, 3], [false, 3], [false, 2, 1], [false, 0], [false, 0], 'workbookTooLarge', 'workbookTooLarge', 'workbookTooLarge', 'workbookTooLarge']);
});
