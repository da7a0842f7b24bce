import { type HostileFile, files, longFile } from './hostile-file.ts';

const laughs = (levels: number, width = 10): string => ['a0: &a0 [x,x,x,x,x,x,x,x,x,x]', ...Array.from({ length: levels - 1 }, (_, level) => `a${level + 1}: &a${level + 1} [${Array.from({ length: width }, () => `*a${level}`).join(',')}]`)].join('\n');
const deployment = (more: string): string => `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: m }\nspec:\n  replicas: 2\n  template: { spec: { containers: [{ name: m, image: "m:1" }] } }\n${more}`;

export const yamlFiles: readonly HostileFile[] = [
  ...files('.yaml', 'taken: malformed', {
    'duplicate-keys': 'alpha: 1\nalpha: 2\n', 'unclosed-flow': 'alpha: [1, 2\nbeta: 3\n', 'tab-indent': 'alpha:\n\tbeta: 1\n', 'unknown-alias': 'alpha: *nowhere\n', 'unclosed-quote': 'alpha: "never ends\n',
    'bad-escape': 'alpha: "\\q"\n', 'two-roots': 'alpha: 1\n- beta\n', 'nul-inside': 'alpha: "a\\0"\nbeta: [\n', 'bad-directive': '%YAML 9.9\n%YAML 1.2\n---\nalpha: [\n', 'colon-soup': ': : : :\n: [',
    'merge-of-scalar': 'alpha:\n  <<: 5\n  beta: 1\n', 'lone-surrogate-key': 'alpha: 1\n"\\ud800": 2\n', 'block-in-flow': '{alpha: - 1}\n',
  }),
  ...files('.yaml', 'taken: too-deep', {
    'flow-depth-1000': '['.repeat(1000) + ']'.repeat(1000), 'flow-depth-100000': '['.repeat(100_000) + ']'.repeat(100_000), 'open-only': '['.repeat(100_000), 'maps-deep': '{a: '.repeat(2000) + '1' + '}'.repeat(2000),
    'indent-depth': Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'), 'sequence-depth': '- '.repeat(5000) + 'x', 'self-alias': 'alpha: &a [1, *a]\n', 'question-depth': '? '.repeat(3000) + 'x',
  }),
  ...files('.yaml', 'taken: too-large', {
    'alias-bomb-7': laughs(7), 'alias-bomb-10': laughs(10), 'many-aliases': `a: &a x\nb: [${'*a,'.repeat(5000)}]\n`,
    'merge-bomb': `b: &b {${Array.from({ length: 2000 }, (_, key) => `k${key}: 1`).join(',')}}\n${Array.from({ length: 400 }, (_, key) => `m${key}: {<<: *b}`).join('\n')}\n`,
    'merge-chain': `m0: &m0 {k0: 1}\n${Array.from({ length: 900 }, (_, key) => `m${key + 1}: &m${key + 1} {<<: *m${key}, k${key + 1}: 1}`).join('\n')}\n`,
  }),
  ...files('.yaml', 'taken', {
    'proto-key': '__proto__: { polluted: 1 }\nconstructor: { prototype: { polluted: 1 } }\n', 'merge-proto': 'a: &a {"__proto__": {polluted: 1}}\nb: {<<: *a}\n', 'js-function-tag': 'alpha: !!js/function "function(){ return 1 }"\n',
    'python-object-tag': 'alpha: !!python/object/apply:os.system ["id"]\n', 'norway': 'alpha: no\nbeta: 0123\ngamma: 1_000\ndelta: 1e3\nepsilon: 12345678901234567890\n', 'next-line-signs': 'alpha: "a\u0085b\u2028c"\n',
    'flat-map-20000': Array.from({ length: 20_000 }, (_, key) => `key${key}: value number ${key}`).join('\n'), 'many-documents': '---\nalpha: 1\n'.repeat(5000), 'many-anchors': Array.from({ length: 20_000 }, (_, key) => `- &a${key} x`).join('\n'),
    'indented-comments': `${' '.repeat(5000)}#\n`.repeat(200) + 'alpha: 1\n', 'long-scalar': `alpha: ${'x'.repeat(3_000_000)}\n`, 'folded-lines': `alpha: >\n${'  word\n'.repeat(50_000)}`,
    'reference-tag': 'alpha: !reference [a, b]\nbeta: !Ref X\n', 'escaped-bidi': 'alpha: "\\u202egnp.exe"\n', 'set-tag': 'alpha: !!set {a, b}\nbeta: !!binary aGk=\n', 'empty-keys': '? \n: 1\n',
  }),
  ...files('.yaml', 'taken: empty', { 'nothing': '', 'only-comment': '# nothing here\n', 'only-markers': '---\n---\n...\n', 'only-spaces': '  \n\n   \n' }),
  ...files('.yaml', 'taken: template', { 'helm-unrendered': '{{- if .Values.enabled }}\napiVersion: v1\nkind: Service\nmetadata:\n  name: {{ .Release.Name }}\n{{- end }}\n', 'jinja-unrendered': 'alpha: {% for x in y %}\n  - {{ x }}\n{% endfor %}\n' }),
  ...files('.yaml', 'taken: kubernetes', {
    'deployment-and-proto': deployment('__proto__: { replicas: 9 }\n'), 'deployment-nul-name': 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: "\\0" }\nspec: { replicas: 2, template: { spec: { containers: [] } } }\n',
    'deployment-wrong-shapes': 'apiVersion: apps/v1\nkind: Deployment\nmetadata: [1]\nspec: "x"\n',
  }),
  longFile('flat-map-200000.yaml', () => Array.from({ length: 200_000 }, (_, key) => `key${key}: value number ${key}`).join('\n'), 'taken'),
  longFile('over-20-million-signs.yaml', () => `alpha: ${'x'.repeat(21_000_000)}\n`, 'taken: too-large'),
  longFile('million-items.yaml', () => '- a\n'.repeat(1_200_000), 'taken: too-large'),
];
