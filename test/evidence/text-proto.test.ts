import { expect, it } from 'vitest';
import { textProto } from '../../assessments/evidence/text-proto.ts';

it('fields, messages and lists have the lines they stand on', () => {
  const text = '# comment\nfeature {\n  name: "a" "b"\n  type: INT;\n}\nids: [1, 2]\nnode < x: -1.5e3 >\n[type.googleapis.com/T] { y: \'q"\' }\n';

  expect(textProto(text)).toEqual([
    { name: 'feature', text: null, lines: [2, 5], fields: [{ name: 'name', text: 'ab', lines: [3, 3], fields: [] }, { name: 'type', text: 'INT', lines: [4, 4], fields: [] }] },
    { name: 'ids', text: '1', lines: [6, 6], fields: [] },
    { name: 'ids', text: '2', lines: [6, 6], fields: [] },
    { name: 'node', text: null, lines: [7, 7], fields: [{ name: 'x', text: '-1.5e3', lines: [7, 7], fields: [] }] },
    { name: 'type.googleapis.com/T', text: null, lines: [8, 8], fields: [{ name: 'y', text: 'q"', lines: [8, 8], fields: [] }] },
  ]);
});

it.each(['feature {', 'feature }', 'a: ', 'a b', 'a: "open', '{', 'a: [1', `${'a {'.repeat(200)}${'}'.repeat(200)}`, '[a { }', 'a: @'])('%s is no message', (text) => {
  expect(textProto(text)).toBe(null);
});
