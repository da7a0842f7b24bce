import { type HostileFile, files, longFile } from './hostile-file.ts';

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

export const jsonFiles: readonly HostileFile[] = [
  ...files('.json', 'taken: malformed', {
    'duplicate-keys': '{"alpha": 1, "alpha": 2}', 'nested-duplicate': '{"alpha": {"b": 1, "b": 1}}', 'trailing-comma': '{"alpha": 1,}', 'comment': '{"alpha": 1 /* no */}', 'nan': '{"alpha": NaN}', 'infinity': '{"alpha": -Infinity}',
    'hex': '{"alpha": 0x10}', 'leading-zero': '{"alpha": 012}', 'single-quotes': "{'alpha': 1}", 'truncated': '{"alpha": [1, 2, {"b":', 'two-values': '{"alpha": 1}{"beta"', 'control-in-string': `{"alpha": "a\u0001", "beta": "${'x'.repeat(200)}"}`,
    'bad-escape': '{"alpha": "\\x41"}', 'surrogate-key': '{"\\ud800": 1}', 'only-bracket': '[', 'unquoted': '{alpha: 1}', 'open-string': `{"alpha": "${'x'.repeat(1_000_000)}`, 'escaped-duplicate': '{"a": 1, "\\u0061": 2}',
    'plus-number': '{"alpha": +1}', 'dot-number': '{"alpha": .5}', 'word': 'undefined',
  }),
  ...files('.json', 'taken: too-deep', { 'depth-101': nested(101), 'depth-20000': nested(20_000), 'depth-1000000': nested(1_000_000), 'open-1000000': '['.repeat(1_000_000), 'objects-deep': '{"a":'.repeat(5000) + '1' + '}'.repeat(5000) }),
  ...files('.json', 'taken', {
    'depth-100': nested(100), 'proto': '{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}}', 'huge-number': '{"alpha": 1e400, "beta": -1e400, "gamma": 1e-400}', 'long-id': '{"alpha": 12345678901234567890123}',
    'surrogate-value': '{"alpha": "\\ud800"}', 'byte-order-mark': '\ufeff{"alpha": 1}', 'empty-key': '{"": {"": ""}}', 'pointer-signs': '{"a/b~c": {"~1": 1}}', 'many-keys': JSON.stringify(Object.fromEntries(Array.from({ length: 50_000 }, (_, key) => [`k${key}`, key]))),
    'long-string': JSON.stringify({ alpha: 'x'.repeat(5_000_000) }), 'bidi': '{"alpha": "\u202egnp.exe\u2066"}', 'escapes': `{"alpha": "${'\\u0041'.repeat(200_000)}"}`, 'many-spaces': `{"alpha":${' '.repeat(2_000_000)}1}`, 'toString': '{"toString": 1, "hasOwnProperty": 2, "valueOf": null}',
  }),
  ...files('.json', 'taken: empty', { 'nothing': '', 'only-spaces': ' \n\t ' }),
  ...files('.jsonl', 'taken: malformed', { 'second-line-broken': '{"alpha": 1}\n{"alpha": \n{"alpha": 3}\n', 'array-over-lines': '[\n1\n]\n' }),
  ...files('.jsonl', 'taken', { 'last-line-cut': '{"alpha": 1}\n{"alpha": ', 'many-lines': '{"alpha": 1}\n'.repeat(20_000), 'blank-lines': '\n\n{"alpha": 1}\n\n' }),
  longFile('million-nodes.json', () => `[${'0,'.repeat(1_200_000)}0]`, 'taken: too-large'),
  longFile('over-20-million-signs.json', () => `{"alpha": "${'x'.repeat(21_000_000)}"}`, 'taken: too-large'),
  longFile('over-50-megabytes.json', () => `{"alpha": "${'x'.repeat(54_000_000)}"}`, 'taken: too-large'),
];
