import { expect, test } from 'vitest';
import { detectEncoding } from '../../../electron/intake/decode/encoding.ts';
import { mediaTypeOf } from '../../../electron/intake/decode/media-type.ts';

function typeOf(path: string, content: string | Uint8Array): string {
  const bytes = Buffer.from(content as string);
  return mediaTypeOf(path, bytes, detectEncoding(bytes));
}

test('content decides what a file is, whatever its name', () => {
  const tar = Buffer.alloc(512);
  tar.write('ustar', 257);
  expect([
    typeOf('report.yaml', '%PDF-1.7\n%\u00e2\u00e3'), typeOf('picture.txt', Buffer.from('89504e470d0a1a0a00', 'hex')), typeOf('a.json', Buffer.from('504b0304140000', 'hex')), typeOf('x', tar),
    typeOf('mlflow', 'SQLite format 3\u0000\u0001'), typeOf('old.txt', Buffer.from('d0cf11e0a1b11ae100', 'hex')), typeOf('r', Buffer.from('526172211a0700', 'hex')),
  ]).toEqual(['application/pdf', 'image/png', 'application/zip', 'application/x-tar', 'application/vnd.sqlite3', 'application/x-ole-storage', 'application/vnd.rar']);
});

test('texts are told apart by how they begin, then by their name', () => {
  expect([
    typeOf('MLmodel', '{"a": 1}'), typeOf('x.sig', '[\n  {"a": 1}]'), typeOf('config', '[core]\n'), typeOf('chart', '{{ .Values.x }}'),
    typeOf('bom', '<?xml version="1.0"?><bom/>'), typeOf('page', '<!DOCTYPE html><html>'), typeOf('icon', '<svg xmlns=""/>'), typeOf('x.yml', 'a: 1'), typeOf('A.MD', '# x'), typeOf('Dockerfile', 'FROM scratch'),
    typeOf('notes.txt', 'MZ is how this line begins'), typeOf('bom.xml', Buffer.from('\ufeff<?xml version="1.0"?><bom/>')), typeOf('u.json', Buffer.from('\ufeff{"a":1}', 'utf16le')),
  ]).toEqual([
    'application/json', 'application/json', 'text/plain', 'text/plain', 'application/xml', 'text/html', 'image/svg+xml', 'application/yaml', 'text/markdown', 'text/plain',
    'text/plain', 'application/xml', 'application/json',
  ]);
});
