import { expect, test } from 'vitest';
import type { Programme } from '#assessments';
import { createSolver, loadHighs } from '../../electron/planning/solver.ts';

const highs = await loadHighs();
/** x and y, 0 or 1, at least so much together. */
const atLeast = (least: number): Programme => ({
  variables: ['x', 'y'].map((name) => ({ name, lower: 0, upper: 1, whole: true })), constraints: [{ terms: [[0, 1], [1, 1]], least, most: null }], objective: { sense: 'least', terms: [[0, 2], [1, 3]] },
});

test('the solver says what is best, what cannot be, and that it had no time', () => {
  const solve = createSolver(highs, 60);
  const late = createSolver(highs, 0);

  expect([solve(atLeast(1)), solve(atLeast(3)), late(atLeast(1))]).toEqual([{ status: 'optimal', values: [1, 0] }, { status: 'infeasible', values: null }, { status: 'unknown', values: null }]);
});

test('a programme without variables, or without constraints, is solved too', () => {
  const solve = createSolver(highs, 60);
  const empty: Programme = { variables: [], constraints: [], objective: { sense: 'least', terms: [] } };

  expect([solve(empty), solve({ ...empty, constraints: [{ terms: [], least: 1, most: null }] }), solve({ ...atLeast(0), constraints: [], objective: { sense: 'most', terms: [[0, 1], [0, 1], [1, -1]] } })].map(({ status, values }) => [status, values])).toEqual([
    ['optimal', []], ['infeasible', null], ['optimal', [1, 0]],
  ]);
});

test('the same question has the same answer, whatever was solved before', () => {
  const solve = createSolver(highs, 60);
  const hard: Programme = { variables: Array.from({ length: 30 }, (_, index) => ({ name: `x${index}`, lower: 0, upper: 1, whole: true })), constraints: [{ terms: Array.from({ length: 30 }, (_, index) => [index, 7 + (index * 13) % 17] as const), least: 150, most: null }], objective: { sense: 'least', terms: Array.from({ length: 30 }, (_, index) => [index, 8 + (index * 11) % 19] as const) } };

  expect(solve(hard)).toEqual(solve(hard));
});
