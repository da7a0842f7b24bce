import { expect, test } from 'vitest';
import { isPlain } from '../../electron/desktop/plain-data.ts';

const nested = (depth: number): unknown => Array.from({ length: depth }).reduce((inner: unknown) => [inner], null);
const circle: unknown[] = [];
circle.push(circle);

test.each<[string, unknown]>([
  ['texts, numbers, truth and nothing', ['评估', 1, true, null, undefined, { a: { b: [] } }]], ['an object without prototype', Object.create(null)], ['ten thousand paths', Array.from({ length: 10_000 }, (_item, index) => `/data/${index}`)],
])('plain data are let through: %s', (_what, value) => {
  expect(isPlain(value)).toBe(true);
});

test.each<[string, unknown]>([
  ['a function', () => 1], ['a symbol', Symbol('x')], ['a bigint', 1n], ['a date', new Date(0)], ['a map', new Map()], ['bytes', new Uint8Array(4)], ['a class of its own', new (class Odd { readonly x = 1; })()],
  ['a member called __proto__', JSON.parse('{"__proto__":{"ask":"call"}}')], ['a member under a symbol', { [Symbol('x')]: 1 }], ['an accessor', { get a() { return 1; } }], ['an accessor that throws', { get a(): number { throw new Error('no'); } }],
  ['a proxy that throws', new Proxy({}, { ownKeys: () => { throw new Error('no'); } })], ['a circle', circle], ['great depth', nested(100)], ['a huge array', new Array(1_000_000)], ['many members', Array.from({ length: 300_000 }, () => 0)], ['a huge text', 'x'.repeat(9_000_000)],
  ['huge keys', { ['k'.repeat(9_000_000)]: 1 }],
])('anything else is not: %s', (_what, value) => {
  expect(isPlain(value)).toBe(false);
});
