import { type Place, parseDocuments, resolvePlace } from '#assessments';
import { describe, expect, it } from 'vitest';
import { sourceFile } from '../builders/source-file.ts';

const yaml = sourceFile('a.yaml', 'spec: {"a/b": {"m~n": [x, {y: null}]}, "": 7}\n---\n- 1\n');
const json = sourceFile('a.json', '{"spec": {"replicas": 2}}');
const text = sourceFile('notes.txt', 'one\r\ntwo\nthree');
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
  ] as const)('does not resolve %s', (_, file, place) => {
    expect(resolvePlace(file, place)).toEqual({ found: false });
  });

  it('takes documents that were parsed before', () => {
    expect(resolvePlace(sourceFile('a.json', 'not parsed again'), here(json, '/spec'), parseDocuments(json))).toEqual({ found: true, value: { replicas: 2 } });
  });
});
