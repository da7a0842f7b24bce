import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Fact, type FactType, loadPack } from '#assessments';
import { runningEnvironment } from '../../assessments/findings/cel.ts';
import { certaintyOf } from '../../assessments/findings/certainty.ts';
import { fieldsOf } from '../../assessments/findings/fact-fields.ts';
import { aRollbackTarget, anUpdateStrategy } from '../builders/facts.ts';

const environment = runningEnvironment();
const known = { f: fieldsOf('update.strategy'), g: fieldsOf('rollback.target') };

/** What the CEL library makes of a condition: true, false, or no boolean at all. */
function celSays(source: string, f: unknown, g: unknown): boolean | null {
  try {
    const value: unknown = environment.parse(source)({ f, g });
    return typeof value === 'boolean' ? value : null;
  } catch {
    return null;
  }
}

/** Where it is certain at all it must be what CEL says; conditions with types that do not fit never come so far. */
function agreement(source: string, f: unknown, g: unknown): string {
  if (!environment.check(source).valid) return 'left';
  const certain = certaintyOf(environment.parse(source).ast, known)(f, g);
  if (certain === undefined) return 'left';
  const said = celSays(source, f, g);
  return said === certain ? 'certain' : `${source} is ${String(said)}, not ${String(certain)}`;
}

const terms = {
  text: ['f.subject', 'f.kind', 'f.maxSurge', 'g.subject', 'f.place.file', '"a"', '"credit-scorer"', 'f.subject.lowerAscii()', 'f.kind + "x"', '(f.declared ? f.kind : "y")'],
  number: ['f.steps', 'f.failureLimit', 'g.revisionsKept', '0', '2', '2.5', 'size(f.metrics)', 'f.weights.size()', 'f.steps * 2', 'f.steps - 1', 'size(f.subject) + 1'],
  list: ['f.metrics', '["a", "p99"]', '[]'],
};
const one = (from: readonly string[]) => fc.constantFrom(...from);
const comparison = fc.oneof(
  fc.tuple(one(terms.text), one(['==', '!=', '<']), one([...terms.text, 'null'])), fc.tuple(one(terms.number), one(['==', '!=', '<', '<=', '>', '>=']), one([...terms.number, 'null'])),
  fc.tuple(one(terms.text), fc.constant('in'), one(terms.list)), fc.tuple(one(['20', 'f.steps']), fc.constant('in'), fc.constant('f.weights')),
).map((parts) => parts.join(' '));
const call = fc.tuple(one(terms.text), one(['contains', 'startsWith', 'endsWith']), one(terms.text)).map(([on, name, part]) => `${on}.${name}(${part})`);
const quantified = fc.tuple(one(['exists', 'all', 'exists_one']), one(['m == "p99"', 'm.contains(f.kind)', 'm in f.metrics', 'f.maxSurge.contains(m)', 'm.size() > 2'])).map(([name, condition]) => `f.metrics.${name}(m, ${condition})`);
const { condition } = fc.letrec<{ condition: string }>((tie) => ({
  condition: fc.oneof({ maxDepth: 3 }, comparison, call, quantified, fc.constantFrom('f.declared', 'g.automatic', 'f.weights[1] > 50'),
    tie('condition').map((inner) => `!(${inner})`), fc.tuple(tie('condition'), fc.constantFrom('&&', '||'), tie('condition')).map(([left, sign, right]) => `(${left} ${sign} ${right})`)),
}));
const strategy = fc.record({
  subject: fc.constantFrom('a', 'credit-scorer', '𝄞x'), kind: fc.constantFrom('rolling', 'canary' as const), steps: fc.constantFrom(0, 1, 2, 2.5), weights: fc.constantFrom([], [20, 80]), metrics: fc.constantFrom([], ['p99', 'latency']),
  declared: fc.boolean(), failureLimit: fc.constantFrom(null, 0, 2), maxSurge: fc.constantFrom(null, 'a'),
}).map((said) => anUpdateStrategy(said));
const target = fc.record({ subject: fc.constantFrom('a', 'b'), automatic: fc.boolean(), revisionsKept: fc.constantFrom(null, 2) }).map((said) => aRollbackTarget(said));

describe('what a condition certainly is', () => {
  test('is what CEL says, whatever is stated and wherever an error stands', () => {
    fc.assert(fc.property(condition, strategy, target, (source, f, g) => { expect(['certain', 'left']).toContain(agreement(source, f, g)); }), { numRuns: 1_500, seed: 7 });
  });

  test.each([
    ['f.weights[1] > 50', undefined], ['f.weights[1] > 50 && f.kind == "canary"', false], ['f.kind == "canary" && f.weights[1] > 50', false], ['f.weights[1] > 50 || f.declared', true],
    ['f.maxSurge.contains("a")', undefined], ['f.maxSurge == null', true], ['"x" in f.metrics', false], ['f.metrics.all(m, m == "x")', true], ['size("𝄞") == 1', true], ['g.subject == f.subject', undefined],
  ])('%s is %s for a rolling update without metrics, alone', (source, expected) => {
    expect(certaintyOf(environment.parse(source).ast, known)(anUpdateStrategy())).toBe(expected);
  });

  test('is known, and as CEL says, for nearly every condition of the pack over the facts its checks are held to', () => {
    const folder = new URL('../../assessments/packs/model-delivery/', import.meta.url);
    const loaded = loadPack(readdirSync(folder).map((path) => ({ path, text: readFileSync(new URL(path, folder), 'utf8') })));
    const fixtures = new URL('../fixtures/checks/model-delivery/', import.meta.url);
    const held = new Map(readdirSync(fixtures).map((name) => [name.replace('.json', ''), JSON.parse(readFileSync(new URL(name, fixtures), 'utf8')) as Readonly<Record<'satisfies' | 'fails', readonly Fact[]>>]));
    const checks = loaded.ok ? loaded.value.groups.flatMap(({ requirements }) => requirements).flatMap((requirement) => requirement.checks) : [];
    const told = checks.flatMap(({ id, fact, where }) => {
      const { satisfies = [], fails = [] } = held.get(id) ?? {};
      const certainly = certaintyOf(environment.parse(where).ast, { f: fieldsOf(fact as FactType) });
      return [...satisfies, ...fails].filter(({ type }) => type === fact).map((f) => [certainly(f), celSays(where, f, undefined)] as const);
    });

    expect(told.length).toBeGreaterThan(held.size);
    expect(told.filter(([certain, said]) => certain !== undefined && certain !== said)).toEqual([]);
    expect(told.filter(([certain]) => certain === undefined).length).toBeLessThan(told.length / 50);
  });
});
