import { expect, test } from 'vitest';
import { findCycles } from '../../assessments/catalogue/cycles.ts';

const cyclesOf = (edges: Readonly<Record<string, readonly string[]>>) => findCycles(new Map(Object.entries(edges))).map((ids) => ids.join(' '));

test('a graph without a circle has none, however often paths meet', () => {
  expect(cyclesOf({ a: ['b', 'c'], b: ['d'], c: ['d'], d: [] })).toEqual([]);
});

test('a node that leads to itself is a circle', () => {
  expect(cyclesOf({ a: ['a'], b: ['a'] })).toEqual(['a a']);
});

test('separate circles are told one by one, without the ways that lead into them', () => {
  expect(cyclesOf({ way: ['a'], a: ['b'], b: ['a'], c: ['d'], d: ['e'], e: ['c'] })).toEqual(['a b a', 'c d e c']);
});

test('edges to unknown nodes lead nowhere', () => {
  expect(cyclesOf({ a: ['gone'], b: ['a'] })).toEqual([]);
});
