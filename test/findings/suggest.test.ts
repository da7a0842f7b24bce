import { describe, expect, test } from 'vitest';
import { type Fact, type Suggestion, compileChecks, suggest } from '#assessments';
import { aRollbackTarget, aTrafficSplit, anAlertRule, anUpdateStrategy } from '../builders/facts.ts';
import { aCheck, aPack } from '../builders/packs.ts';

type Checks = readonly ({ readonly id: string } & Readonly<Record<string, unknown>>)[];

function suggestionsOf(checks: Checks, facts: readonly Fact[]) {
  const compiled = compileChecks(aPack({ subItems: { s: { requirements: [{ id: 'r', level: 1, checks: checks.map(aCheck) }] } } }));
  if (!compiled.ok) throw new Error(compiled.problem.map(({ en }) => en).join(' '));
  return suggest(compiled.value, facts);
}

const suggestionOf = (checks: Checks, facts: readonly Fact[]): Suggestion => suggestionsOf(checks, facts).suggestions[0]!;
const findingOf = (check: Readonly<Record<string, unknown>>, facts: readonly Fact[]) => suggestionOf([{ id: 'c', ...check }], facts).checks[0];

const canary = anUpdateStrategy({ kind: 'canary' });
const rolling = anUpdateStrategy({ kind: 'rolling' });
const recreate = anUpdateStrategy({ kind: 'recreate' });
const isCanary = 'f.kind == "canary"';
const isRecreate = 'f.kind == "recreate"';

describe('what a check finds', () => {
  test('are the facts of its type that fit its condition, by their index', () => {
    expect(findingOf({ where: isCanary }, [rolling, canary, anAlertRule(), canary])).toEqual({
      id: 'c', outcome: 'supports', suggests: 'P', strength: 'direct', facts: [1, 3], count: 2, values: [], says: { zh: '发现 c', en: 'found c' },
    });
  });

  test('without a condition are all facts of its type', () => {
    expect(findingOf({}, [rolling, anAlertRule(), canary])?.facts).toEqual([0, 2]);
  });

  test.each([
    ['f.steps == 2', [{ steps: 2 }, { steps: 3 }]], ['f.steps < 2.5', [{ steps: 2 }, { steps: 3 }]], ['f.steps in [1, 2]', [{ steps: 2 }, { steps: 3 }]], ['f.steps * 2 == 4', [{ steps: 2 }, { steps: 3 }]], ['4 - f.steps == 2.0', [{ steps: 2 }, { steps: 3 }]],
    ['f.weights.exists(w, w == 100)', [{ weights: [20, 100] }, { weights: [20] }]], ['20.5 in f.weights', [{ weights: [20.5] }, { weights: [20] }]], ['20 in f.weights', [{ weights: [20] }, { weights: [] }]], ['f.weights == [20, 80]', [{ weights: [20, 80] }, { weights: [80] }]],
    ['f.weights.size() == f.steps', [{ weights: [1], steps: 1 }, { weights: [1], steps: 2 }]], ['size(f.metrics) == 1 && f.metrics[0] == "p99"', [{ metrics: ['p99'] }, { metrics: [] }]],
    ['f.failureLimit == 5', [{ failureLimit: 5 }, { failureLimit: null }]], ['f.failureLimit != null && f.failureLimit >= 5', [{ failureLimit: 5 }, { failureLimit: null }]],
    ['f.failureLimit == null || f.failureLimit > 5', [{ failureLimit: null }, { failureLimit: 5 }]], ['f.maxSurge != "25%"', [{ maxSurge: null }, { maxSurge: '25%' }]],
  ] as const)('holds for the first fact and not for the second: %s', (where, [yes, no]) => {
    expect(findingOf({ where }, [anUpdateStrategy(yes), anUpdateStrategy(no)])?.facts).toEqual([0]);
  });

  test('is nothing below the least number', () => {
    const check = { where: isCanary, atLeast: 2 };

    expect([[canary], [canary, canary]].map((facts) => findingOf(check, facts)?.count)).toEqual([undefined, 2]);
  });

  test('counts distinct values where it is asked to, and lists them in order of appearance', () => {
    const check = { distinct: 'kind', atLeast: 2, says: { zh: '{count} 种：{values}', en: '{count} kinds: {values}' } };

    expect(findingOf(check, [canary, canary])).toBeUndefined();
    expect(findingOf(check, [rolling, canary, rolling])).toMatchObject({ count: 2, values: ['rolling', 'canary'], facts: [0, 1, 2], says: { zh: '2 种：滚动更新、金丝雀发布', en: '2 kinds: rolling, canary' } });
  });

  test('says values of a closed set in Chinese words, and names as they are', () => {
    const says = { zh: '{values}', en: '{values}' };

    expect(findingOf({ distinct: 'kind', says }, [canary])?.says).toEqual({ zh: '金丝雀发布', en: 'canary' });
    expect(findingOf({ distinct: 'subject', says }, [anUpdateStrategy({ subject: 'canary' })])?.says).toEqual({ zh: 'canary', en: 'canary' });
  });

  test('counts the elements of a list field, and no unstated values', () => {
    expect(findingOf({ distinct: 'metrics' }, [anUpdateStrategy({ metrics: ['p99', 'errors'] }), anUpdateStrategy({ metrics: ['errors'] })])).toMatchObject({ count: 2, values: ['p99', 'errors'] });
    expect(findingOf({ distinct: 'maxSurge' }, [anUpdateStrategy({ maxSurge: null }), anUpdateStrategy({ maxSurge: '1' })])).toMatchObject({ count: 1, values: ['1'] });
  });

  test('of every fact is something only when all facts of the type fit, and there is one', () => {
    const check = { where: isRecreate, every: true, contradicts: true };

    expect([[], [recreate, rolling], [anAlertRule(), recreate, recreate]].map((facts) => findingOf(check, facts)?.facts)).toEqual([undefined, undefined, [1, 2]]);
  });

  test('keeps 200 facts and values, with the exact number', () => {
    const facts = Array.from({ length: 450 }, (_, index) => anUpdateStrategy({ subject: `s${index}` }));
    const finding = findingOf({ distinct: 'subject' }, facts);

    expect([finding?.facts.length, finding?.facts.at(-1), finding?.values.length, finding?.count]).toEqual([200, 199, 200, 450]);
  });
});

describe('the sentence of a finding', () => {
  test('lists five values, then breaks off', () => {
    const facts = ['a', 'b', 'c', 'd', 'e', 'f'].map((subject) => anUpdateStrategy({ subject }));
    const says = { zh: '{values}', en: '{values}' };

    expect([facts.slice(1), facts].map((some) => findingOf({ distinct: 'subject', says }, some)?.says)).toEqual([{ zh: 'b、c、d、e、f', en: 'b, c, d, e, f' }, { zh: 'a、b、c、d、e、…', en: 'a, b, c, d, e, …' }]);
  });

  test.each([
    [{ file: 'k8s/deploy.yaml', pointer: '/0/spec' }, 'k8s/deploy.yaml#/0/spec'], [{ file: 'ci.log', lines: [12, 14] as const }, 'ci.log:12-14'], [{ file: 'ci.log', lines: [12, 12] as const }, 'ci.log:12'], [{ file: 'plan.xlsx', cell: 'Sheet1!B7' }, 'plan.xlsx Sheet1!B7'],
  ])('names the first place: %j', (place, text) => {
    expect(findingOf({ where: isCanary, says: { zh: '见 {place}', en: 'see {place}' } }, [rolling, { ...canary, place }, canary])?.says.en).toBe(`see ${text}`);
  });

  test('takes values as they are, even if they look like blanks', () => {
    expect(findingOf({ distinct: 'subject', says: { zh: '{values}', en: '{values} ({count})' } }, [anUpdateStrategy({ subject: '{count}$&' })])?.says.en).toBe('{count}$& (1)');
  });
});

describe('a join', () => {
  const backed = { join: { fact: 'rollback.target', on: 'f.subject == g.subject' } };

  test('keeps the facts that have a partner, and shows the first partner beside them', () => {
    const facts = [anUpdateStrategy({ subject: 'a' }), aRollbackTarget({ subject: 'b' }), anUpdateStrategy({ subject: 'b' }), aRollbackTarget({ subject: 'b' })];

    expect(findingOf(backed, facts)).toMatchObject({ facts: [2, 1], count: 1 });
  });

  test.each([
    ['turned round', 'g.subject == f.subject', [0, 1, 2, 3]], ['with more conditions', 'f.steps > 0 && f.subject == g.subject && g.automatic', [1, 3]],
    ['without an equality', 'f.subject.startsWith(g.subject) && g.automatic', [1, 3]], ['with a choice', '(f.subject == g.subject && g.automatic) || g.subject == "never"', [1, 3]],
  ])('%s: %s', (_, on, facts) => {
    const given = [anUpdateStrategy({ subject: 'a', steps: 1 }), anUpdateStrategy({ subject: 'b', steps: 1 }), aRollbackTarget({ subject: 'a', automatic: false }), aRollbackTarget({ subject: 'b', automatic: true })];

    expect(findingOf({ join: { fact: 'rollback.target', on } }, given)?.facts).toEqual(facts);
  });

  test('by the file both were read from', () => {
    const facts = [anUpdateStrategy({ file: 'a.yaml' }), anUpdateStrategy({ file: 'b.yaml' }), aRollbackTarget({ file: 'b.yaml' })];

    expect(findingOf({ join: { fact: 'rollback.target', on: 'f.place.file == g.place.file' } }, facts)?.facts).toEqual([1, 2]);
  });

  test('of numbers and of the same type works too', () => {
    const facts = [aTrafficSplit({ subject: 'a', total: 100 }), aTrafficSplit({ subject: 'b', total: 100 }), aTrafficSplit({ subject: 'c', total: 90 })];

    expect(findingOf({ fact: 'traffic.split', join: { fact: 'traffic.split', on: 'f.total == g.total && f.subject != g.subject' } }, facts)).toMatchObject({ facts: [0, 1], count: 2 });
  });

  test('never pairs facts that do not state the value', () => {
    const facts = [anUpdateStrategy({ failureLimit: null }), aRollbackTarget({ revisionsKept: null })];

    expect(findingOf({ join: { fact: 'rollback.target', on: 'f.failureLimit != null && f.failureLimit == g.revisionsKept' } }, facts)).toBeUndefined();
  });

  test('that compares everything with everything is not stopped by facts that say the same, or that cannot fit by themselves', () => {
    const alike = [...Array.from({ length: 1_100 }, () => anUpdateStrategy({ subject: 'f' })), ...Array.from({ length: 1_000 }, () => aRollbackTarget({ subject: 'g' }))];
    const unfit = Array.from({ length: 1_000 }, (_, at) => aRollbackTarget({ subject: `g${at}`, revisionsKept: null }));
    const [fit, strangers] = [aRollbackTarget({ subject: 'f1', revisionsKept: 3 }), Array.from({ length: 1_100 }, (_, at) => anUpdateStrategy({ subject: `f${at}` }))];

    expect(findingOf({ join: { fact: 'rollback.target', on: 'f.subject != g.subject' } }, alike)).toMatchObject({ count: 1_100 });
    expect(findingOf({ join: { fact: 'rollback.target', on: 'f.subject.contains(g.subject) && g.revisionsKept != null' } }, [...unfit, fit, ...strangers])).toMatchObject({ count: 211 });
  });

  test('that compares everything with everything is stopped, claims nothing and says so', () => {
    const facts = [...Array.from({ length: 1_100 }, (_, at) => anUpdateStrategy({ subject: `f${at}` })), ...Array.from({ length: 1_000 }, (_, at) => aRollbackTarget({ subject: `g${at}` }))];
    const { suggestions, diagnostics } = suggestionsOf([{ id: 'wide', join: { fact: 'rollback.target', on: 'f.subject.contains(g.subject)' } }], facts);

    expect([suggestions[0]?.rating, diagnostics.map(({ kind, path, en }) => [kind, path, en])]).toEqual([null, [
      ['check-error', 'update.strategy.yaml', 'Check wide would compare too many pairs of facts; it was stopped and says nothing. Its author should join by equal fields.'],
    ]]);
  });
});

describe('an expression that fails on a fact', () => {
  const check = { id: 'c', where: 'f.weights[1] > 50' };
  const short = anUpdateStrategy({ weights: [100], file: 'short.yaml' });

  test('does not match that fact, and one diagnostic tells of all of them', () => {
    const { suggestions, diagnostics } = suggestionsOf([check], [short, anUpdateStrategy({ weights: [20, 80] }), short]);

    expect(suggestions[0]?.checks[0]?.facts).toEqual([1]);
    expect(diagnostics).toMatchObject([{ kind: 'check-error', path: 'short.yaml', place: { file: 'short.yaml', pointer: '/0' } }]);
    expect(diagnostics[0]!.en).toMatch(/^Check c could not be evaluated on 2 facts of type update.strategy \(No such key: index out of bounds/);
  });

  test('keeps a check over every fact from matching', () => {
    expect(suggestionOf([{ ...check, every: true }], [short, anUpdateStrategy({ weights: [20, 80] })]).rating).toBeNull();
  });
});

describe('the suggestion for a requirement', () => {
  const support = (id: string, suggests: string, more: Readonly<Record<string, unknown>> = {}) => ({ id, suggests, where: isCanary, raises: { zh: `提升 ${id}`, en: `raise ${id}` }, ...more });
  const unmatched = (id: string, suggests: string, more: Readonly<Record<string, unknown>> = {}) => ({ id, suggests, where: 'f.kind == "shadow"', ...more });
  const contradiction = { id: 'against', contradicts: true, where: isRecreate };
  const english = ({ missing }: Suggestion) => missing.map(({ en }) => en);

  test('without any check is for people alone', () => {
    expect(suggestionOf([], [canary])).toEqual({ requirement: 'r', rating: null, strength: null, conflict: false, unchecked: true, checks: [], missing: [] });
  });

  test('with nothing matched is not enough to say, and tells what was looked for', () => {
    expect(suggestionOf([unmatched('a', 'L'), unmatched('b', 'F'), contradiction], [])).toEqual({
      requirement: 'r', rating: null, strength: null, conflict: false, unchecked: false, checks: [], missing: [{ zh: '寻找 a', en: 'seeks a' }, { zh: '寻找 b', en: 'seeks b' }],
    });
  });

  test.each([
    ['F before L and P', [support('p', 'P'), support('f', 'F'), support('l', 'L')], { rating: 'F', strength: 'direct' }],
    ['L before P', [support('p', 'P'), support('l', 'L')], { rating: 'L', strength: 'direct' }],
    ['direct before indirect where they are equal', [support('i', 'P', { strength: 'indirect' }), support('d', 'P')], { rating: 'P', strength: 'direct' }],
    ['what is only indirect is at most P', [support('i', 'P', { strength: 'indirect' })], { rating: 'P', strength: 'indirect' }],
  ] as const)('is the best support: %s', (_, checks, expected) => {
    expect(suggestionOf(checks, [canary])).toMatchObject({ ...expected, conflict: false });
  });

  test('shows every check that said something, in the order of the pack', () => {
    expect(suggestionOf([support('p', 'P'), unmatched('none', 'F'), contradiction, support('f', 'F')], [canary, recreate]).checks.map(({ id, outcome }) => [id, outcome])).toEqual([['p', 'supports'], ['against', 'contradicts'], ['f', 'supports']]);
  });

  test.each([['F', 'P'], ['L', 'P'], ['P', 'P']])('is capped at P where a contradiction stands beside a support of %s', (suggests, rating) => {
    expect(suggestionOf([support('s', suggests), contradiction], [canary, recreate])).toMatchObject({ rating, strength: 'direct', conflict: true });
  });

  test('is N where only a contradiction matched, and tells what would raise it', () => {
    const suggestion = suggestionOf([support('s', 'L'), contradiction], [recreate]);

    expect([suggestion, english(suggestion)]).toMatchObject([{ rating: 'N', strength: 'direct', conflict: false, checks: [{ id: 'against', suggests: 'N', outcome: 'contradicts' }] }, ['seeks s']]);
  });

  test('misses what the best support asks for, and what unmatched checks that would say more look for', () => {
    expect(english(suggestionOf([unmatched('less', 'P'), support('low', 'P'), support('best', 'L'), unmatched('same', 'L'), unmatched('more', 'F')], [canary]))).toEqual(['raise best', 'seeks more']);
  });

  test('misses direct evidence where it has only indirect evidence of the same', () => {
    expect(english(suggestionOf([support('hint', 'P', { strength: 'indirect' }), unmatched('proof', 'P')], [canary]))).toEqual(['raise hint', 'seeks proof']);
  });

  test('misses nothing of the unmatched where it is fully supported', () => {
    expect(english(suggestionOf([{ ...support('full', 'F'), raises: undefined }, unmatched('other', 'L')], [canary]))).toEqual([]);
  });
});

test('there is one suggestion for each requirement, in the order of the pack', () => {
  const compiled = compileChecks(aPack({ tree: { 1: { 1.1: ['b', 'a'] } }, subItems: { a: { requirements: [{ id: 'a1', level: 1 }] }, b: { requirements: [{ id: 'b2', level: 2 }, { id: 'b1', level: 1 }] } } }));

  expect(compiled.ok && suggest(compiled.value, [canary]).suggestions.map(({ requirement }) => requirement)).toEqual(['b2', 'b1', 'a1']);
});

test('the update strategies of one release, worked out by hand', () => {
  // Two staged methods are declared directly (L); one object is replaced at once, which contradicts only if all are.
  const checks: Checks = [
    { id: 'methods', where: 'f.kind in ["canary", "rolling", "blue-green", "shadow"]', distinct: 'kind', atLeast: 2, suggests: 'L', says: { zh: '声明了 {count} 种分批放量方式：{values}', en: '{count} staged update methods are declared: {values}' }, raises: { zh: '出示对应规定', en: 'Show the rule' } },
    { id: 'recreate', where: isRecreate, every: true, contradicts: true },
  ];

  expect(suggestionOf(checks, [canary, rolling, recreate])).toEqual({
    requirement: 'r', rating: 'L', strength: 'direct', conflict: false, unchecked: false,
    checks: [{ id: 'methods', outcome: 'supports', suggests: 'L', strength: 'direct', facts: [0, 1], count: 2, values: ['canary', 'rolling'], says: { zh: '声明了 2 种分批放量方式：金丝雀发布、滚动更新', en: '2 staged update methods are declared: canary, rolling' } }],
    missing: [{ zh: '出示对应规定', en: 'Show the rule' }],
  });
});
