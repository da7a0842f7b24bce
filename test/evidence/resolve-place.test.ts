import { type Decoded, type Place, type SourceFile, parseDocuments, resolvePlace } from '#assessments';
import { describe, expect, it } from 'vitest';
import { cellName } from '../../assessments/evidence/decoded-place.ts';
import { sourceFile } from '../builders/source-file.ts';

const yaml = sourceFile('a.yaml', 'spec: {"a/b": {"m~n": [x, {y: null}]}, "": 7}\n---\n- 1\n');
const json = sourceFile('a.json', '{"spec": {"replicas": 2}}');
const text = sourceFile('notes.txt', 'one\r\ntwo\nthree');
const card = sourceFile('card.md', '---\nlicense: mit\n---\n# Card\n');
const events = sourceFile('events.jsonl', '{"a":1}\n\n{"a":[2]}\n');
const lock = sourceFile('poetry.lock', '[[package]]\nname = "zod"\n');
const made = (path: string, decoded: Decoded): SourceFile => ({ ...sourceFile(path, null), decoded });
const book = made('register.xlsx', { kind: 'sheets', complete: true, sheets: [{ name: 'Risks!', hidden: false, rows: [['id', 'owner'], ['R1', '']] }] });
const database = made('mlflow.db', { kind: 'tables', complete: true, tables: [{ name: 'runs', columns: ['run_uuid', 'status'], rows: [{ rowid: 7, values: ['83a0', null] }] }] });
const commit = { hash: 'a'.repeat(40), parents: [], at: null, author: 0, subject: 'first', signed: false, changed: null };
const repository = made('.git', { kind: 'git', complete: true, repository: null, head: 'main', shallow: false, refs: [], commits: [commit] });
const here = (file: { readonly path: string }, pointer: string): Place => ({ file: file.path, pointer });

describe('a place', () => {
  it.each([
    ['a member of a YAML document', yaml, here(yaml, '/0/spec/a~1b/m~0n/0'), 'x'],
    ['a null that is written', yaml, here(yaml, '/0/spec/a~1b/m~0n/1/y'), null],
    ['an empty key', yaml, here(yaml, '/0/spec/'), 7],
    ['a second document', yaml, here(yaml, '/1/0'), 1],
    ['a JSON member, without a document index', json, here(json, '/spec/replicas'), 2],
    ['a whole JSON file', json, here(json, ''), { spec: { replicas: 2 } }],
    ['lines, whatever breaks them', text, { file: 'notes.txt', lines: [1, 2] }, 'one\ntwo'],
    ['the last line', text, { file: 'notes.txt', lines: [3, 3] }, 'three'],
    ['front matter, as document 0', card, here(card, '/0/license'), 'mit'],
    ['a line of JSON lines', events, here(events, '/1/a/0'), 2],
    ['a TOML member, without a document index', lock, here(lock, '/package/0/name'), 'zod'],
    ['a cell, also an empty one', book, { file: 'register.xlsx', cell: 'Risks!!B2' }, ''],
    ['a row of a table', database, here(database, '/runs/7'), { run_uuid: '83a0', status: null }],
    ['a value of a row', database, here(database, '/runs/7/status'), null],
    ['a whole table', database, here(database, '/runs'), ['run_uuid', 'status']],
    ['a commit', repository, here(repository, '/commits/0/subject'), 'first'],
  ] as const)('resolves %s', (_, file, place, value) => {
    expect(resolvePlace(file, place)).toEqual({ found: true, value });
  });

  it.each([
    ['a missing member', yaml, here(yaml, '/0/spec/none')],
    ['a document that is not there', yaml, here(yaml, '/2')],
    ['an index with a leading zero', yaml, here(yaml, '/1/00')],
    ['an index past the end', yaml, here(yaml, '/1/-')],
    ['a property of the language', json, here(json, '/spec/constructor')],
    ['the length of a list', yaml, here(yaml, '/1/length')],
    ['a pointer without its slash', yaml, here(yaml, '0/spec')],
    ['a pointer with a bad escape', yaml, here(yaml, '/0/a~2b')],
    ['a pointer into text', text, here(text, '/0')],
    ['a pointer into a file that does not parse', sourceFile('b.yaml', 'a: ['), { file: 'b.yaml', pointer: '/0' }],
    ['lines past the end', text, { file: 'notes.txt', lines: [3, 4] }],
    ['lines the wrong way round', text, { file: 'notes.txt', lines: [2, 1] }],
    ['lines of bytes', sourceFile('m.bin', null), { file: 'm.bin', lines: [1, 1] }],
    ['a cell', text, { file: 'notes.txt', cell: 'Sheet1!B7' }],
    ['another file', json, here(yaml, '/0')],
    ['a second document of front matter', card, here(card, '/1')],
    ['a cell outside its sheet', book, { file: 'register.xlsx', cell: 'Risks!!C1' }],
    ['a cell of no sheet', book, { file: 'register.xlsx', cell: 'Other!A1' }],
    ['a row that is not there', database, here(database, '/runs/8')],
    ['a column that is not there', database, here(database, '/runs/7/name')],
    ['something below a value', database, here(database, '/runs/7/status/x')],
    ['a pointer into XML', sourceFile('a.xml', '<a/>'), { file: 'a.xml', pointer: '' }],
  ] as const)('does not resolve %s', (_, file, place) => {
    expect(resolvePlace(file, place)).toEqual({ found: false });
  });

  it('takes documents that were parsed before', () => {
    expect(resolvePlace(sourceFile('a.json', 'not parsed again'), here(json, '/spec'), parseDocuments(json))).toEqual({ found: true, value: { replicas: 2 } });
  });
});

it.each([[0, 0, 'S!A1'], [6, 25, 'S!Z7'], [6, 26, 'S!AA7'], [0, 701, 'S!ZZ1'], [0, 702, 'S!AAA1'], [1_048_575, 16_383, 'S!XFD1048576']])('row %i and column %i is the cell %s', (row, column, cell) => {
  expect(cellName('S', row, column)).toBe(cell);
});
