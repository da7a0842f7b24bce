import { describe, expect, test } from 'vitest';
import { type CatalogueProblem, checkCatalogue, compileChecks } from '#assessments';
import { factTypeNames, fieldsOf } from '../../assessments/findings/fact-fields.ts';
import { aCheck, aPack, packTexts } from '../builders/packs.ts';

const packWith = (check: Readonly<Record<string, unknown>>) => ({ subItems: { s: { requirements: [{ id: 'r', level: 1, checks: [aCheck({ id: 'c', ...check })] }] } } });

function problemsOf(check: Readonly<Record<string, unknown>>): readonly CatalogueProblem[] {
  const compiled = compileChecks(aPack(packWith(check)));
  return compiled.ok ? [] : compiled.problem;
}

const joined = (on: string, fact = 'rollback.target') => ({ join: { fact, on } });

describe('a sound expression compiles', () => {
  test.each([
    'true',
    'f.kind == "canary"', 'f["kind"] == "canary"', 'f.kind in ["canary", "rolling"]', '!(f.kind == "recreate")', 'f.kind != "recreate" && f.declared',
    'f.steps == 3', 'f.steps >= 2.5', 'f.steps in [1, 2]', 'f.steps in [1.0, 2.5]', '3 == f.steps', 'f.steps + 1 > 2', 'f.steps * 2 - 1 > 0 || f.steps / 2 > 1',
    'f.weights.exists(w, w == 50)', 'f.weights.all(w, w <= 50.5)', '20 in f.weights', 'size(f.weights) > 1', 'f.weights.size() == f.steps', 'f.weights == [20, 80]', 'f.weights[0] > 10',
    'f.metrics.exists(m, m.contains("error"))', 'f.metrics.filter(m, m.startsWith("x")).size() > 0', '"latency" in f.metrics', 'f.metrics.map(m, m.lowerAscii()).exists(m, m == "p99")',
    'f.metrics.exists(m, f.weights.exists(w, w > 50) && m != "")',
    'f.maxSurge == null', 'f.maxSurge != null && f.maxSurge.endsWith("%")', 'f.maxSurge == "25%"', 'f.maxSurge in ["1", "2"]', 'null != f.maxSurge && f.maxSurge.size() > 0',
    'f.failureLimit != null && f.failureLimit <= 5', 'f.failureLimit == 5', 'f.failureLimit == null || f.failureLimit > 3', '!(f.failureLimit == null) && f.failureLimit > 3',
    'f.failureLimit != null ? f.failureLimit > 3 : false', 'f.failureLimit == null ? true : f.failureLimit > 3', 'f.maxSurge == "1" && f.maxSurge.size() == 1',
    'f.failureLimit != null && f.intervalSeconds != null && f.failureLimit * f.intervalSeconds > 60', '!(f.failureLimit == null || f.intervalSeconds == null) && f.failureLimit > f.intervalSeconds',
    'f.place.file.startsWith("k8s/")', 'f.also.exists(p, p.file.endsWith(".yaml"))',
  ])('%s', (where) => {
    expect(problemsOf({ where })).toEqual([]);
  });

  test.each(['f.subject == g.subject', 'f.subject == g.subject && g.automatic', 'f.place.file == g.place.file', 'g.revisionsKept != null && g.revisionsKept == f.failureLimit', 'f.steps > 0 || g.automatic'])('as a join: %s', (on) => {
    expect(problemsOf(joined(on))).toEqual([]);
  });
});

describe('a wrong expression is refused when the pack is loaded', () => {
  test.each([
    ['a misspelt field', 'f.kimd == "canary"', 'expression-type', 'No such key: kimd'],
    ['a misspelt field in brackets', 'f["kimd"] == "canary"', 'expression-type', 'No such key: kimd'],
    ['a misspelt field of a place', 'f.place.filo == "a"', 'expression-type', 'No such key: filo'],
    ['a list against a string', 'f.metrics == "latency"', 'expression-type', 'list<string> == string'],
    ['a string against a number', 'f.kind == 1', 'expression-type', 'string == int'],
    ['a number against a string', 'f.steps == "3"', 'expression-type', 'double == string'],
    ['an optional number against a string', 'f.failureLimit == "x"', 'expression-type', 'double == string'],
    ['a bool against a string', 'f.declared == "true"', 'expression-type', 'bool == string'],
    ['an element of a list against another type', 'f.metrics.exists(m, m > 3)', 'expression-type', 'string > int'],
    ['a method of another type', 'f.steps.contains("3")', 'expression-type', 'double.contains(string)'],
    ['a method that does not exist', 'f.kind.like("c")', 'expression-type', 'string.like(string)'],
    ['an unknown variable', 'fact.kind == "canary"', 'expression-type', 'Unknown variable: fact'],
    ['the second fact outside a join', 'g.kind == "canary"', 'expression-type', 'Unknown variable: g'],
    ['a number instead of a condition', 'f.steps + 1', 'expression-not-bool', 'double'],
    ['a string instead of a condition', 'f.kind', 'expression-not-bool', 'string'],
    ['a single equals sign', 'f.kind = "canary"', 'expression-syntax', 'Unexpected character: ='],
    ['an expression that breaks off', 'f.kind ==', 'expression-syntax', 'Unexpected token: EOF'],
    ['a value that the field never takes', 'f.kind == "canery"', 'unknown-value', 'canery'],
    ['a value that the field never takes, written first', '"canery" != f.kind', 'unknown-value', 'canery'],
    ['such a value in a list', 'f.kind in ["canary", "blue-gren"]', 'unknown-value', 'blue-gren'],
    ['such a value deep inside', 'f.declared && !(f.steps > 1 || f.kind == "x")', 'unknown-value', 'x'],
    ['regular expressions, which can run for ever', 'f.kind.matches("(a+)+$")', 'expression-function', 'matches'],
    ['has, which would hide a typo', 'has(f.kimd)', 'expression-function', 'has'],
    ['dyn, which would hide a type', 'dyn(f.kind) == 3', 'expression-function', 'dyn'],
    ['bind, which can make text grow', 'cel.bind(x, f.kind + f.kind, x == "")', 'expression-function', 'bind'],
    ['dates', 'timestamp(0).getFullYear() == 1970', 'expression-function', 'getFullYear'],
    ['three macros in each other', 'f.metrics.all(a, f.metrics.all(b, f.metrics.all(c, a + b + c != "")))', 'expression-nesting', '2'],
    ['a macro variable that hides the fact', 'f.metrics.exists(f, f == "a")', 'expression-shadow', 'called f'],
    ['a comparison of what may be null', 'f.failureLimit > 3', 'unguarded-null', 'f.failureLimit'],
    ['a method on what may be null', 'f.maxSurge.contains("%")', 'unguarded-null', 'f.maxSurge'],
    ['a function of what may be null', 'size(f.maxSurge) > 1', 'unguarded-null', 'f.maxSurge'],
    ['arithmetic with what may be null', 'f.intervalSeconds / 60 > 1', 'unguarded-null', 'f.intervalSeconds'],
    ['null thought of too late', 'f.failureLimit > 3 && f.failureLimit != null', 'unguarded-null', 'f.failureLimit'],
    ['null thought of on the wrong side of or', 'f.failureLimit != null || f.failureLimit > 3', 'unguarded-null', 'f.failureLimit'],
    ['another field thought of', 'f.intervalSeconds != null && f.failureLimit > 3', 'unguarded-null', 'f.failureLimit'],
    ['what may be null inside a macro', 'f.weights.exists(w, w > f.failureLimit)', 'unguarded-null', 'f.failureLimit'],
  ])('%s: %s', (_, where, kind, detail) => {
    const [problem, ...others] = problemsOf({ where });

    expect({ ...problem, others }).toMatchObject({ kind, severity: 'error', requirement: 'r', pointer: '/checks/0/where', others: [] });
    expect(problem!.en).toContain(detail);
  });

  test('two optional fields joined where neither may be stated', () => {
    expect(problemsOf(joined('f.failureLimit == g.revisionsKept'))).toMatchObject([{ kind: 'unguarded-null', pointer: '/checks/0/join/on' }]);
  });

  test('fields of the second fact are those of its own type', () => {
    expect(problemsOf(joined('f.kind == g.kind'))).toMatchObject([{ kind: 'expression-type', pointer: '/checks/0/join/on' }]);
  });

  test('an expression over 1,000 characters', () => {
    const long = (length: number) => `f.kind == "canary"${' '.repeat(length - 18)}`;

    expect([long(1000), long(1001)].map((where) => problemsOf({ where }).map(({ kind }) => kind))).toEqual([[], ['expression-too-long']]);
  });

  test('hundreds of brackets, which could exhaust the stack', () => {
    expect(problemsOf({ where: `${'('.repeat(490)}true${')'.repeat(490)}` })).toMatchObject([{ kind: 'expression-syntax' }]);
  });
});

describe('a check', () => {
  test.each([
    ['with an unknown fact type', { fact: 'update.strategie' }, 'unknown-fact-type', '/checks/0/fact'],
    ['with a fact type that every object has', { fact: 'constructor' }, 'unknown-fact-type', '/checks/0/fact'],
    ['joined to an unknown fact type', joined('true', 'nothing'), 'unknown-fact-type', '/checks/0/join/fact'],
    ['counting distinct values of no field', { distinct: 'kimd' }, 'distinct-not-a-field', '/checks/0/distinct'],
    ['counting distinct places', { distinct: 'place' }, 'distinct-not-a-field', '/checks/0/distinct'],
    ['with a blank that does not exist', { says: { zh: '{count}', en: '{number}' } }, 'unknown-placeholder', '/checks/0/says/en'],
    ['with a blank where nothing was found', { seeks: { zh: '{count} 种', en: 'kinds' } }, 'unknown-placeholder', '/checks/0/seeks/zh'],
    ['listing values without saying of which field', { says: { zh: '发现', en: '{values}' } }, 'values-without-distinct', '/checks/0/says/en'],
  ])('%s is refused', (_, check, kind, pointer) => {
    expect(problemsOf(check).map((problem) => [problem.kind, problem.pointer])).toEqual([[kind, pointer]]);
  });

  test('tells all its problems at once', () => {
    expect(problemsOf({ where: 'f.kimd == 1', distinct: 'kimd', says: { zh: '{x}', en: '{y}' } }).map(({ kind }) => kind)).toEqual(['unknown-placeholder', 'unknown-placeholder', 'distinct-not-a-field', 'expression-type']);
  });

  test('is told in both languages', () => {
    expect(problemsOf({ where: 'f.kimd == 1' })[0]).toMatchObject({
      zh: '检查规则 c：表达式 `f.kimd == 1` 的类型不对：没有字段 kimd。', en: 'Check c: the types in the expression `f.kimd == 1` do not fit: No such key: kimd.',
    });
  });

  test('is found by the catalogue check with file and line', () => {
    const texts = packTexts(packWith({ where: 'f.kimd == 1' }));
    const line = texts.find(({ path }) => path === 's.yaml')!.text.split('\n').findIndex((one) => one.includes('kimd')) + 1;

    const { pack, problems } = checkCatalogue(texts);

    expect(pack?.id).toBe('sketch');
    expect(problems.filter(({ severity }) => severity === 'error')).toMatchObject([{ kind: 'expression-type', path: 's.yaml', pointer: '/requirements/0/checks/0/where', line }]);
  });
});

test('every field of every fact type can be used in a check', () => {
  const sources: Readonly<Record<string, (name: string) => string>> = {
    'string': (name) => `f.${name} == "x" || true`, 'double': (name) => `f.${name} == 1`, 'bool': (name) => `f.${name} == true`,
    'list<string>': (name) => `"x" in f.${name}`, 'list<double>': (name) => `1 in f.${name}`, 'Place': (name) => `f.${name}.file == "x"`, 'list<Place>': (name) => `f.${name}.exists(p, p.file == "x")`,
  };
  const refused = factTypeNames.flatMap((fact) => Object.entries(fieldsOf(fact)).flatMap(([name, { cel, values }]) =>
    problemsOf({ fact, where: values === null ? sources[cel]!(name) : `f.${name} == "${values[0]}"` })));

  expect(refused).toEqual([]);
});
