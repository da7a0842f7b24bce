import { expect, test } from 'vitest';
import { type Documents, type SourceFile, parseDocuments } from '#assessments';
import { decodeContent } from '../../../electron/intake/decode/decode.ts';
import { mediaTypes } from '../../../electron/intake/decode/media-type.ts';
import { database } from '../../builders/database.ts';
import { sourceFile } from '../../builders/source-file.ts';
import { workbook } from '../../builders/workbook.ts';

/** Values that some reader takes for something else: a boolean, another number, a date, nothing. */
const values = ['no', 'on', 'y', '1_000', '0123', '007', '1e3', '0x1F', '1.10', '12345678901234567890', '2024-01-01', '12:30:00', 'NaN', 'Infinity', '漂移', '=1+1', '-', '#x', 'a, b', "it's", 'say "no"', '1 000', '＋1'];

const keys = values.map((_value, index) => `k${index}`);
const xml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const sql = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** The same record in every format that a table or a record comes in; YAML quotes only what it must. */
const written: Readonly<Record<string, readonly [path: string, bytes: string | Uint8Array, mediaType: string]>> = {
  yaml: ['a.yaml', keys.map((key, index) => `${key}: ${/^[-#=a]|["',]/.test(values[index] ?? '') ? JSON.stringify(values[index]) : values[index]}`).join('\n'), 'application/yaml'],
  json: ['a.json', JSON.stringify(Object.fromEntries(keys.map((key, index) => [key, values[index]]))), 'application/json'],
  xml: ['a.xml', `<r>${keys.map((key, index) => `<${key}>${xml(values[index] ?? '')}</${key}>`).join('')}</r>`, 'application/xml'],
  csv: ['a.csv', `${keys.join(',')}\n${values.map((value) => `"${value.replaceAll('"', '""')}"`).join(',')}\n`, 'text/csv'],
  xlsx: ['a.xlsx', workbook({ sheets: [{ name: 'S', xml: `<sheetData><row r="1">${values.map((value) => `<c t="inlineStr"><is><t>${xml(value)}</t></is></c>`).join('')}</row></sheetData>` }] }), mediaTypes.workbook],
  sqlite: ['a.db', database(`CREATE TABLE t (${keys.map((key) => `${key} TEXT`).join(', ')}); INSERT INTO t VALUES (${values.map(sql).join(', ')})`), mediaTypes.database],
};

test('the same record says the same in every format: nothing is taken for a boolean, a date or another number', async () => {
  const read = await Promise.all(Object.entries(written).map(async ([format, [path, bytes, mediaType]]) => [format, await valuesOf(path, Buffer.from(bytes as string), mediaType)]));

  expect(Object.fromEntries(read)).toEqual(Object.fromEntries(Object.keys(written).map((format) => [format, values])));
});

test('a table says the same in every encoding and with every line end', async () => {
  const table = '指标,数值\n准确率,0.91\n漂移,0.02\n';
  const gbk = Buffer.from('d6b8b1ea2ccafdd6b50ad7bcc8b7c2ca2c302e39310ac6afd2c62c302e30320a', 'hex');
  const spelled = { 'utf-8': table, 'mark': `\ufeff${table}`, 'utf-16': Buffer.from(`\ufeff${table}`, 'utf16le'), 'utf-16be': Buffer.from(`\ufeff${table}`, 'utf16le').swap16(), gbk, 'crlf': table.replaceAll('\n', '\r\n'), 'cr': table.replaceAll('\n', '\r'), 'semicolons': table.replaceAll(',', ';'), 'quoted': table.replaceAll('准确率', '"准确率"') };

  const read = await Promise.all(Object.values(spelled).map(async (bytes) => {
    const { text } = await decodeContent(Buffer.from(bytes as string), 'text/csv');
    const documents = parseDocuments(sourceFile('a.csv', text));
    return documents.kind === 'rows' ? [documents.header, ...documents.rows().map((row) => row.values)] : documents.kind;
  }));

  expect(Object.fromEntries(Object.keys(spelled).map((name, index) => [name, read[index]]))).toEqual(Object.fromEntries(Object.keys(spelled).map((name) => [name, [['指标', '数值'], ['准确率', '0.91'], ['漂移', '0.02']]])));
});

async function valuesOf(path: string, bytes: Uint8Array, mediaType: string): Promise<readonly string[]> {
  const { text, decoded } = await decodeContent(bytes, mediaType);
  if (decoded?.kind === 'sheets') return decoded.sheets[0]?.rows[0] ?? [];
  if (decoded?.kind === 'tables') return decoded.tables[0]?.rows[0]?.values.map(String) ?? [];
  return valuesIn(parseDocuments({ ...sourceFile(path, text), decoded } satisfies SourceFile));
}

function valuesIn(documents: Documents): readonly string[] {
  switch (documents.kind) {
    case 'yaml': return Object.values(documents.documents[0] as object).map(String);
    case 'json': return Object.values(documents.document as object).map(String);
    case 'xml': return documents.root.children.map((child) => child.text);
    case 'rows': return documents.rows()[0]?.values ?? [];
    default: return [documents.kind];
  }
}
