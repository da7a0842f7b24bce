import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { FileReading } from '#assessments';
import { type AnalyseOptions, analyse } from '../../electron/intake/analyse.ts';
import type { Entry } from '../../electron/intake/ledger.ts';
import { type FileToRead, startReader } from '../../electron/intake/reader.ts';
import { database as databaseOf } from '../builders/database.ts';
import { docx, onePage, para, pdf } from '../builders/documents.ts';
import { hi, sheetOf, workbook } from '../builders/workbook.ts';
import { sha256, temporaryFolder } from './taking.ts';

const oddReader = new URL('./odd-reader-process.ts', import.meta.url);

function fileOf(path: string, content: string | Uint8Array, more: Partial<Entry> = {}): FileToRead {
  const bytes = Buffer.from(content as string);
  return { entry: { path, artefact: sha256(bytes), size: bytes.length, mediaType: 'text/plain', encoding: 'utf-8', ...more }, bytes: () => bytes };
}

function read(files: readonly FileToRead[], options: Partial<AnalyseOptions> = {}): Promise<readonly FileReading[]> {
  return analyse(files, { progress: () => undefined, signal: new AbortController().signal, ...options });
}

/** What was said of each file, in one look. */
function told(readings: readonly FileReading[]): readonly (readonly [string, string | null, ...string[]])[] {
  return readings.map(({ path, importer, diagnostics }) => [path, importer, ...diagnostics.map(({ kind }) => kind)] as const);
}

test('files are read by the importers in a process of its own, in their order, with facts and their places', async () => {
  const deployment = 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: model }\nspec:\n  replicas: 2\n  strategy: { type: Recreate }\n  template: { spec: { containers: [{ name: m, image: "m:1" }] } }\n';

  const readings = await read([fileOf('notes.txt', 'nothing to see'), fileOf('deploy.yaml', deployment), fileOf('broken.yaml', 'a: [1\nb: 2')]);

  expect(told(readings)).toEqual([['notes.txt', null], ['deploy.yaml', 'kubernetes'], ['broken.yaml', null, 'malformed']]);
  expect(readings[1]?.facts.map(({ type }) => type)).toContain('update.strategy');
  expect(readings[1]?.facts.every(({ place }) => place.file === 'deploy.yaml')).toBe(true);
});

test('a file that hangs costs one diagnostic, and the next file is read', async () => {
  const readings = await read(['first', 'hang', 'last'].map((text, index) => fileOf(`${index}.txt`, text)), { entry: oddReader, limits: { millisecondsPerFile: 2000 } });

  expect(told(readings)).toEqual([['0.txt', 'first in utf-8'], ['1.txt', null, 'too-slow'], ['2.txt', 'last in utf-8']]);
});

test('a file that fills the memory, kills the reader or makes it fail costs one diagnostic, and the next file is read', async () => {
  const texts = ['first', 'fill the memory', 'second', 'die', 'throw', 'overflow the stack', 'say nonsense', 'last'];

  const readings = await read(texts.map((text, index) => fileOf(`${index}.txt`, text)), { entry: oddReader, limits: { millisecondsPerFile: 60_000, heapMegabytes: 64 } });

  expect(told(readings)).toEqual([
    ['0.txt', 'first in utf-8'], ['1.txt', null, 'too-much-memory'], ['2.txt', 'second in utf-8'], ['3.txt', null, 'too-much-memory'],
    ['4.txt', null, 'malformed'], ['5.txt', null, 'too-deep'], ['6.txt', null, 'malformed'], ['7.txt', 'last in utf-8'],
  ]);
});

test.skipIf(!process.allowedNodeEnvironmentFlags.has('--permission'))('the reading process may not write files', async () => {
  const path = join(temporaryFolder(), 'written.txt');

  expect([told(await read([fileOf(path, 'write')], { entry: oddReader })), existsSync(path)]).toEqual([[[path, null, 'malformed']], false]);
});

test('what is no text is not read, and formats that cannot be read are said so', async () => {
  const files = [
    fileOf('a.tar.bz2', 'x', { mediaType: 'application/x-bzip2', encoding: null }),
    fileOf('model.bin', 'x', { mediaType: 'application/octet-stream', encoding: null }), fileOf('talk.mp4', 'x', { mediaType: 'video/mp4', encoding: null, size: 70_000_000 }),
    fileOf('values.yaml', 'x', { mediaType: 'application/octet-stream', encoding: null }), fileOf('long.log', 'x', { size: 60_000_000 }), fileOf('a.zip', 'x', { mediaType: 'application/zip', encoding: null }),
  ];

  expect(told(await read(files, { entry: new URL('file:///there/is/none.ts') }))).toEqual([
    ['a.tar.bz2', null, 'unread-format'], ['model.bin', null], ['talk.mp4', null, 'too-large'], ['values.yaml', null, 'not-text'], ['long.log', null, 'too-large'], ['a.zip', null],
  ]);
});

test('texts are decoded before they are read', async () => {
  const readings = await read([fileOf('a.txt', Buffer.from('\ufeff标题', 'utf16le')), fileOf('b.txt', Buffer.from([0xb2, 0xbf, 0xca, 0xf0])), fileOf('c.txt', Buffer.from([0, 1, 2, 3]))], { entry: oddReader });

  expect(told(readings)).toEqual([['a.txt', '标题 in utf-16le'], ['b.txt', '部署 in gb18030'], ['c.txt', null, 'not-text']]);
});

test('workbooks and databases are decoded in the process, and what is wrong with one is told', async () => {
  const database = 'application/vnd.sqlite3';
  const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const kept = { mediaType: database, encoding: null };
  const bytes = databaseOf("CREATE TABLE runs (name); INSERT INTO runs VALUES ('基线')");

  const readings = await read([
    fileOf('mlflow.db', bytes, kept), fileOf('cut.db', bytes.subarray(0, 5000), kept), fileOf('gates.xlsx', workbook({ ...sheetOf(hi), more: [{ name: 'xl/vbaProject.bin', data: 'x' }] }), { mediaType: excel, encoding: null }),
    fileOf('odd.xlsx', 'PK', { mediaType: excel, encoding: null }), fileOf('large.db', 'x', { ...kept, size: 70_000_000 }), fileOf('mlflow.db-wal', 'x', { mediaType: 'application/vnd.sqlite3-wal', encoding: null }),
  ], { entry: oddReader });

  expect(told(readings)).toEqual([
    ['mlflow.db', '{"kind":"tables","complete":true,"tables":[{"name":"runs","columns":["name"],"rows":[{"rowid":1,"values":["基线"]}]}]}'], ['cut.db', null, 'malformed'],
    ['gates.xlsx', '{"kind":"sheets","complete":true,"sheets":[{"name":"S","hidden":false,"rows":[["hi"]]}]}', 'partial'], ['odd.xlsx', null, 'malformed'], ['large.db', null, 'too-large'], ['mlflow.db-wal', null, 'unread-format'],
  ]);
});

test('documents and pictures are read in the process; what they are about gives no facts', async () => {
  const plain = { mediaType: 'application/vnd.openxmlformats-officedocument', encoding: null };
  const readings = await read([
    fileOf('card.docx', docx(para('# Model card') + para('FROM python:3.12') + para('model: scorer')), plain), fileOf('cut.docx', 'PK', plain), fileOf('norm.pdf', pdf(onePage(Buffer.from('BT /F1 9 Tf (ok) Tj ET'))), { mediaType: 'application/pdf', encoding: null }),
    fileOf('old.xls', 'x', { mediaType: 'application/x-ole-storage', encoding: null }), fileOf('plot.png', 'x', { mediaType: 'image/png', encoding: null }),
  ]);

  expect(readings.map(({ path, importer, facts, diagnostics }) => [path, importer, facts.map((fact) => (fact.type === 'document' ? [fact.format, fact.characters] : fact.type)), ...diagnostics.map(({ kind }) => kind)])).toEqual([
    ['card.docx', 'document', [['docx', 37]]], ['cut.docx', null, [], 'malformed'], ['norm.pdf', 'document', [['pdf', 2]]], ['old.xls', null, [], 'unread-format'], ['plot.png', null, []],
  ]);
});

test('one process serves several calls, and is started again after it was stopped', async () => {
  const reader = startReader({ entry: oddReader, millisecondsPerFile: 1000 });
  const cancel = new AbortController();
  try {
    const first = await read([fileOf('1', 'one')], { reader });
    const stopped = read([fileOf('2', 'hang')], { reader, signal: cancel.signal });
    setTimeout(() => { cancel.abort(new Error('enough')); }, 50);
    await expect(stopped).rejects.toThrow('enough');

    expect(told([...first, ...await read([fileOf('3', 'three')], { reader })])).toEqual([['1', 'one in utf-8'], ['3', 'three in utf-8']]);
  } finally {
    reader.close();
  }
});

test('a reader that cannot start is a fault of the program, not of a file', async () => {
  await expect(read([fileOf('a', 'a')], { entry: new URL('file:///there/is/none.ts') })).rejects.toThrow('did not start');
});

test('many files pass through, and progress ends at their number', async () => {
  const ends: unknown[] = [];
  const files = Array.from({ length: 2000 }, (_, index) => fileOf(`${index}`, `${index}`.padEnd(index % 500, '.')));

  const readings = await read(files, { entry: oddReader, progress: ({ done, total, bytesDone, bytesTotal }) => { ends.push([done, total, bytesDone === bytesTotal]); } });

  expect(readings.map(({ path }) => path)).toEqual(files.map(({ entry }) => entry.path));
  expect(ends.at(-1)).toEqual([2000, 2000, true]);
});
