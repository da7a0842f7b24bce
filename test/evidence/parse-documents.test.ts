import { type Documents, parseDocuments } from '#assessments';
import { describe, expect, it } from 'vitest';
import { sourceFile } from '../builders/source-file.ts';

const parse = (path: string, text: string | null): Documents => parseDocuments(sourceFile(path, text));

describe('what a file is', () => {
  it.each([
    ['YAML by name', 'a.yaml', 'a: 1', { kind: 'yaml', documents: [{ a: 1 }] }],
    ['YAML by content', 'manifest.txt', '# deployed\nkind: Pod\n---\nkind: Service\n', { kind: 'yaml', documents: [{ kind: 'Pod' }, { kind: 'Service' }] }],
    ['JSON by content, whatever it is called', 'statement.sigstore', '{"a": [1]}', { kind: 'json', document: { a: [1] } }],
    ['JSON in a file named YAML', 'a.yml', '{"a": 1}', { kind: 'json', document: { a: 1 } }],
    ['flow YAML', 'a.yml', '{a: 1, b: [c]}', { kind: 'yaml', documents: [{ a: 1, b: ['c'] }] }],
    ['JSON lines', 'events.jsonl', '{"a":1}\n\n{"a":2}\n', { kind: 'ndjson', documents: [{ a: 1 }, { a: 2 }] }],
    ['a single JSON line', 'events.ndjson', '{"a":1}', { kind: 'ndjson', documents: [{ a: 1 }] }],
    ['JSON lines under any name', 'run.log', '{"a":1}\r\n{"a":2}', { kind: 'ndjson', documents: [{ a: 1 }, { a: 2 }] }],
    ['JSON lines whose last was cut off', 'events.jsonl', '{"a":1}\n{"a":', { kind: 'ndjson', documents: [{ a: 1 }] }],
    ['JSON lines broken in the middle', 'events.jsonl', '{"a":1}\n{"a":\n{"a":3}', { kind: 'broken', reason: 'malformed', line: 2 }],
    ['TOML', 'pyproject.toml', 'a = 1\nday = 2020-01-01\nbig = 90071992547409931\n[t]\nb = ["c"]\n', { kind: 'toml', document: { a: 1, day: '2020-01-01', big: '90071992547409931', t: { b: ['c'] } } }],
    ['a lock in TOML', 'poetry.lock', '[[package]]\nname = "a"\n', { kind: 'toml', document: { package: [{ name: 'a' }] } }],
    ['broken TOML', 'a.toml', 'a = 1\nb = \n', { kind: 'broken', reason: 'malformed', line: 2 }],
    ['XML by name', 'a.xml', '<a/>', { kind: 'xml', root: { name: 'a', namespace: '', attributes: {}, children: [], text: '', lines: [1, 1] } }],
    ['XML by content', 'result.trx.txt', '<?xml version="1.0"?>\n<a/>', { kind: 'xml', root: { name: 'a', namespace: '', attributes: {}, children: [], text: '', lines: [2, 2] } }],
    ['broken XML', 'a.xml', '<a>\n<b></a>', { kind: 'broken', reason: 'malformed', line: 2 }],
    ['text named XML', 'a.xml', 'no', { kind: 'none' }],
    ['a page for browsers', 'report.html', '<html><br></html>', { kind: 'none' }],
    ['a page for browsers with a declaration', 'report.xml', '<?xml version="1.0"?><!DOCTYPE html><html><br></html>', { kind: 'none' }],
    ['a column of values', 'a.csv', 'a\n1\n', { kind: 'none' }],
    ['prose', 'README.rst', 'Title\n=====\n\nNote: this is text, and {not} YAML', { kind: 'none' }],
    ['code', 'train.py', 'import os\n{}[0]', { kind: 'none' }],
    ['bytes', 'model.bin', null, { kind: 'none' }],
    ['an empty file', 'BLESSED', '', { kind: 'broken', reason: 'empty', line: null }],
    ['YAML that is only comments', 'a.yaml', '# nothing\n---\n', { kind: 'broken', reason: 'empty', line: null }],
    ['JSON cut short, under any name', 'run.log', '{"a": 1,\n "b"', { kind: 'broken', reason: 'malformed', line: 2 }],
    ['text named JSON', 'a.json', 'no', { kind: 'broken', reason: 'malformed', line: 1 }],
    ['wrong indentation', 'a.yaml', 'a:\n  b: 1\n c: 2\n', { kind: 'broken', reason: 'malformed', line: 3 }],
    ['a placeholder that is no template', 'a.yaml', 'image: {username}/serve:latest\n', { kind: 'broken', reason: 'malformed', line: 1 }],
    ['a Helm template', 'templates/a.yaml', 'kind: Pod\n{{- if .Values.on }}\nx: 1\n{{- end }}\n', { kind: 'broken', reason: 'template', line: 2 }],
    ['a templated value', 'a.yml.tmpl', 'a: 1\nb: {{ .project }}-x\n', { kind: 'broken', reason: 'template', line: 2 }],
    ['a Jinja template', 'a.json', '{"a": 1,\n{% if x %}\n"b": 2{% endif %}}', { kind: 'broken', reason: 'template', line: 2 }],
    ['a broken workflow with expressions', 'ci.yml', 'a: ${{ b }}\n b: 2\n', { kind: 'broken', reason: 'malformed', line: 2 }],
  ] as const)('%s', (_, path, text, expected) => {
    expect(parse(path, text)).toEqual(expected);
  });
});

describe('values are kept as written', () => {
  const written = ['no', 'on', 'Norway', '2020-01-01', '12:30:00', '0123', '0o17', '0x1F', '1_000', '1e3', '3.10', '1.0', '+5', '-0', '.inf', '.nan', '12345678901234567890', '1e400', 'y', 'Infinity'];
  it.each(written)('YAML keeps %s as text', (text) => {
    expect(parse('a.yaml', `a: ${text}\n`)).toEqual({ kind: 'yaml', documents: [{ a: text }] });
  });

  it.each(['1.0', '1e3', '-0', '12345678901234567890', '1e400', '3.10'])('JSON keeps %s as text, as YAML does', (text) => {
    expect(parse('a.json', `{"a": ${text}}`)).toEqual({ kind: 'json', document: { a: text } });
  });

  it('the same data in YAML and JSON gives the same values', () => {
    const yaml = parse('a.yaml', 'id: 90071992547409931\nshare: 0.25\ncount: -3\non: true\noff: null\nlist: [1, 2.5, "3"]\n');
    const json = parse('a.json', '{"id": 90071992547409931, "share": 0.25, "count": -3, "on": true, "off": null, "list": [1, 2.5, "3"]}');

    expect(yaml).toEqual({ kind: 'yaml', documents: [json.kind === 'json' ? json.document : null] });
  });

  it('keys are text: on, no, numbers and dates too', () => {
    expect(parse('a.yaml', 'on: 1\nno: 2\n0123: 3\n2020-01-01: 4\n~: 5\n')).toEqual({ kind: 'yaml', documents: [{ on: 1, no: 2, '0123': 3, '2020-01-01': 4, null: 5 }] });
  });

  it('unknown tags keep their plain values', () => {
    const text = 'script: !reference [.setup, script]\nname: !Ref Name\nsub: !Sub {a: b}\nset: !!set {a, b}\nraw: !!binary aGk=\nday: !!timestamp 2020-01-01\nnumber: !!int "7"\nodd: !!float 1.50\n';

    expect(parse('.gitlab-ci.yml', text)).toEqual({ kind: 'yaml', documents: [{
      script: ['.setup', 'script'], name: 'Name', sub: { a: 'b' }, set: { a: null, b: null }, raw: 'aGk=', day: '2020-01-01', number: 7, odd: '1.50',
    }] });
  });

  it('anchors and merge keys are expanded, and an own key wins over a merged one', () => {
    const text = '.base: &base {image: a, tags: [x]}\njob:\n  <<: *base\n  image: b\nmany:\n  <<: [*base, {extra: 1}]\n';

    expect(parse('.gitlab-ci.yml', text)).toEqual({ kind: 'yaml', documents: [{ '.base': { image: 'a', tags: ['x'] }, job: { image: 'b', tags: ['x'] }, many: { image: 'a', tags: ['x'], extra: 1 } }] });
  });

  it('a next-line character and a line separator are part of the text', () => {
    expect(parse('a.yaml', 'a: "x\u0085y\u2028z"\nb: 1\n')).toEqual({ kind: 'yaml', documents: [{ a: 'x\u0085y\u2028z', b: 1 }] });
  });
});

describe('hostile text', () => {
  const bomb = (levels: number, fan: number): string => {
    const lines = Array.from({ length: levels }, (_, level) => `l${level + 1}: &l${level + 1} [${Array.from({ length: fan }, () => `*l${level}`).join(', ')}]`);
    return ['l0: &l0 [x, x, x, x, x, x, x, x, x, x]', ...lines].join('\n');
  };

  it.each([
    ['an alias bomb', 'a.yaml', bomb(7, 10), 'too-large'],
    ['more aliases than any real file', 'a.yaml', `a: &a 1\nb: [${'*a, '.repeat(1001)}]\n`, 'too-large'],
    ['a chain of merges', 'a.yaml', `a0: &a0 {${Array.from({ length: 200 }, (_, key) => `k${key}: 1`).join(', ')}}\n${Array.from({ length: 900 }, (_, n) => `a${n + 1}: &a${n + 1} {<<: *a${n}, x${n}: 1}`).join('\n')}\n`, 'too-large'],
    ['an object that holds itself', 'a.yaml', 'a: &a {b: *a}\n', 'too-deep'],
    ['deep YAML', 'a.yaml', '['.repeat(100_000), 'too-deep'],
    ['deep block YAML', 'a.yaml', Array.from({ length: 150 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'), 'too-deep'],
    ['deep JSON', 'a.json', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'too-deep'],
    ['a million values in JSON', 'a.json', `[${'1,'.repeat(1_000_000)}1]`, 'too-large'],
    ['more text than is read', 'a.json', `["${'x'.repeat(21 * 1024 * 1024)}"]`, 'too-large'],
    ['duplicate keys in YAML', 'a.yaml', 'a: 1\nb: 2\na: 3\n', 'malformed'],
    ['duplicate keys in JSON', 'a.json', '{"a": 1, "a": 2}', 'malformed'],
    ['NaN in JSON', 'a.json', '{"a": NaN}', 'malformed'],
    ['a trailing comma in JSON', 'a.json', '[1,]', 'malformed'],
    ['a control character in JSON', 'a.json', '["\u0001"]', 'malformed'],
    ['half a character as a key', 'a.json', '{"\\ud800": 1}', 'malformed'],
    ['half a character as a key in YAML', 'a.yaml', '"\\ud800": 1', 'malformed'],
    ['a complex key', 'a.yaml', '? [a, b]\n: 1\n', 'malformed'],
    ['an alias to nothing', 'a.yaml', 'a: *nothing\n', 'malformed'],
    ['a null byte', 'a.yaml', 'a: \u0000\n', 'malformed'],
  ] as const)('%s is refused', (_, path, text, reason) => {
    expect(parse(path, text)).toMatchObject({ kind: 'broken', reason });
  });

  it('names the line of a duplicate key', () => {
    expect([parse('a.yaml', 'a: 1\nb: 2\na: 3\n'), parse('a.json', '{"a": 1,\r\n "b": 2,\r\n "a": 3}')]).toEqual([
      { kind: 'broken', reason: 'malformed', line: 3 }, { kind: 'broken', reason: 'malformed', line: 3 },
    ]);
  });

  it('a large log is no structured text', () => {
    expect(parse('run.log', `start\n${'x'.repeat(21 * 1024 * 1024)}`)).toEqual({ kind: 'none' });
  });

  it.each([['a.yaml', '__proto__: {polluted: 1}\nconstructor: 2\n'], ['a.json', '{"__proto__": {"polluted": 1}, "constructor": 2}']])('%s may name __proto__ without changing anything', (path, text) => {
    const documents = parse(path, text);

    const value = documents.kind === 'yaml' ? documents.documents[0] : documents.kind === 'json' ? documents.document : null;
    expect(Object.keys(value as object)).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('forty thousand keys are read', () => {
    const documents = parse('a.yaml', Array.from({ length: 40_000 }, (_, key) => `key${key}: value`).join('\n'));

    expect(documents.kind === 'yaml' ? Object.keys(documents.documents[0] as object).length : documents).toBe(40_000);
  });
});

describe('hostile XML', () => {
  it.each([
    ['an entity of its own', '<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<a>&x;</a>', { kind: 'broken', reason: 'malformed', line: 3 }],
    ['entities within entities', '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;">]>\n<a>&y;</a>', { kind: 'broken', reason: 'malformed', line: 2 }],
    ['a parameter entity', '<!DOCTYPE a [<!ENTITY % x SYSTEM "http://127.0.0.1/x.dtd"> %x;]>\n<a/>', { kind: 'xml', root: { name: 'a', namespace: '', attributes: {}, children: [], text: '', lines: [2, 2] } }],
    ['a foreign document type', '<!DOCTYPE coverage SYSTEM "http://127.0.0.1/coverage.dtd">\n<coverage/>', { kind: 'xml', root: { name: 'coverage', namespace: '', attributes: {}, children: [], text: '', lines: [2, 2] } }],
    ['a hundred and one levels', `${'<a>'.repeat(101)}${'</a>'.repeat(101)}`, { kind: 'broken', reason: 'too-deep', line: 1 }],
    ['names of the language', '<a __proto__="b" constructor="c"/>', { kind: 'xml', root: { name: 'a', namespace: '', attributes: Object.fromEntries([['__proto__', 'b'], ['constructor', 'c']]), children: [], text: '', lines: [1, 1] } }],
  ] as const)('%s', (_, text, expected) => {
    expect(parse('a.xml', text)).toEqual(expected);
  });

  it('a million elements are refused', () => {
    expect(parse('a.xml', `<a>${'<b/>'.repeat(1_000_000)}</a>`)).toEqual({ kind: 'broken', reason: 'too-large', line: 1 });
  });
});

describe('XML', () => {
  it('elements carry their namespace, own text and lines', () => {
    const documents = parse('bom.xml', '<?xml version="1.0"?>\n<bom xmlns="urn:one" xmlns:o="urn:two">\n  <o:part a="1" o:b="&lt;">x<![CDATA[<y>]]>\n  </o:part>\n  <none xmlns=""/>\n</bom>\n');

    expect(documents).toEqual({ kind: 'xml', root: {
      name: 'bom', namespace: 'urn:one', attributes: { 'xmlns': 'urn:one', 'xmlns:o': 'urn:two' }, text: '', lines: [2, 6], children: [
        { name: 'part', namespace: 'urn:two', attributes: { 'a': '1', 'o:b': '<' }, text: 'x<y>', lines: [3, 4], children: [] },
        { name: 'none', namespace: '', attributes: { xmlns: '' }, text: '', lines: [5, 5], children: [] },
      ],
    } });
  });
});

describe('tables', () => {
  it.each([
    ['commas', 'a.csv', 'a,b\n1,2\n'], ['tabs', 'a.tsv', 'a\tb\n1\t2\n'], ['semicolons', 'a.csv', 'a;b\r\n1;2'], ['bars', 'a.csv', 'a|b\r1|2'],
  ] as const)('with %s', (_, path, text) => {
    const documents = parse(path, text);

    expect(documents).toMatchObject({ kind: 'rows', header: ['a', 'b'] });
    expect(documents.kind === 'rows' ? documents.rows() : null).toEqual([{ values: ['1', '2'], lines: [2, 2] }]);
  });
});
