import { placeLines } from '#assessments';
import { describe, expect, it } from 'vitest';
import { sourceFile } from '../builders/source-file.ts';

const workflow = sourceFile('ci.yml', [
  '# shared', // 1
  '.steps: &steps', // 2
  '  - run: pytest', // 3
  '    env:', // 4
  '      A: 1', // 5
  'base: &base', // 6
  '  timeout: 5', // 7
  'jobs:', // 8
  '  test:', // 9
  '    <<: *base', // 10
  '    steps: *steps', // 11
  '  "deploy/prod":', // 12
  '    run: |', // 13
  '      one', // 14
  '      two', // 15
  '', // 16
  '  True: x', // 17
  '---', // 18
  '0123: [a,', // 19
  '  b]', // 20
].join('\n'));
const json = sourceFile('a.json', '{\n  "spec": {\n    "replicas": 2,\n    "list": [\n      1\n    ]\n  }\n}\n');

const card = sourceFile('card.md', '---\nlicense: mit\ntags:\n- a\n- b\n---\n# Card\n');
const events = sourceFile('events.jsonl', '\n{"a":1}\n\n{"a":[2]}\n');
const toml = sourceFile('pyproject.toml', [
  'title = "x"', // 1
  '[project]', // 2
  'dependencies = [', // 3
  '  "a",', // 4
  ']', // 5
  'text = """', // 6
  '[no.table]', // 7
  '"""', // 8
  '', // 9
  '[tool."a.b".c]', // 10
  'd.e = 1', // 11
  '[[package]]', // 12
  'name = "one"', // 13
  '[[package]]', // 14
  'name = "two"', // 15
  '[package.source]', // 16
  'url = "u"', // 17
  '', // 18
].join('\n'));

describe('the lines of a place', () => {
  it.each([
    ['a block sequence', workflow, '/0/.steps', [2, 5]],
    ['an item', workflow, '/0/.steps/0', [3, 5]],
    ['a key with its value', workflow, '/0/.steps/0/env', [4, 5]],
    ['a scalar', workflow, '/0/.steps/0/env/A', [5, 5]],
    ['an alias', workflow, '/0/jobs/test/steps', [11, 11]],
    ['what stands behind an alias', workflow, '/0/jobs/test/steps/0/run', [3, 3]],
    ['a merged member', workflow, '/0/jobs/test/timeout', [7, 7]],
    ['a block scalar, without the blank lines after it', workflow, '/0/jobs/deploy~1prod', [12, 15]],
    ['a key that is a boolean', workflow, '/0/jobs/true', [17, 17]],
    ['a second document', workflow, '/1', [19, 20]],
    ['a key as it is written', workflow, '/1/0123', [19, 20]],
    ['a JSON member', json, '/spec/replicas', [3, 3]],
    ['a JSON list', json, '/spec/list', [4, 6]],
    ['a whole JSON file', json, '', [1, 8]],
    ['front matter', card, '/0', [2, 5]],
    ['a member of front matter', card, '/0/tags/1', [5, 5]],
    ['a line of JSON lines, whatever is meant in it', events, '/1/a/0', [4, 4]],
    ['a TOML key', toml, '/title', [1, 1]],
    ['a TOML table', toml, '/project', [2, 8]],
    ['a TOML list, also for its items', toml, '/project/dependencies/0', [3, 5]],
    ['a TOML text over several lines', toml, '/project/text', [6, 8]],
    ['a dotted and quoted TOML key', toml, '/tool/a.b/c/d/e', [11, 11]],
    ['an item of a TOML array of tables', toml, '/package/1', [14, 17]],
    ['a table inside an item', toml, '/package/1/source/url', [17, 17]],
    ['a whole TOML file', toml, '', [1, 18]],
  ] as const)('of %s', (_, file, pointer, lines) => {
    expect(placeLines(file, { file: file.path, pointer })).toEqual(lines);
  });

  it('of CRLF text count as the text shows them', () => {
    const file = sourceFile('a.yaml', 'a: 1\r\nb:\r\n  c: 2\r\n');

    expect(placeLines(file, { file: 'a.yaml', pointer: '/0/b' })).toEqual([2, 3]);
  });

  it('pass through where the place is lines', () => {
    expect(placeLines(sourceFile('a.txt', 'x\ny'), { file: 'a.txt', lines: [1, 2] })).toEqual([1, 2]);
  });

  it.each([
    ['a place that does not resolve', workflow, { file: 'ci.yml', pointer: '/0/none' }],
    ['lines outside the text', workflow, { file: 'ci.yml', lines: [90, 91] }],
    ['a cell', workflow, { file: 'ci.yml', cell: 'A!B1' }],
    ['a file that does not parse', sourceFile('b.yaml', 'a: ['), { file: 'b.yaml', pointer: '/0' }],
    ['a file too large to be searched', sourceFile('l.yaml', `a: 1\nb: ${'x'.repeat(300_000)}\n`), { file: 'l.yaml', pointer: '/0/a' }],
  ] as const)('are unknown for %s', (_, file, place) => {
    expect(placeLines(file, place)).toBeNull();
  });
});
