import { Environment } from '@marcbachmann/cel-js';
import { expect, test } from 'vitest';
import { fieldsOf } from '../../assessments/findings/fact-fields.ts';
import { failsWhenRun } from '../../assessments/findings/trial.ts';

const variables = { f: fieldsOf('update.strategy') };
const environment = () => new Environment().registerVariable('f', 'map').registerVariable('g', 'map');
const verdict = (source: string, running = environment()) => failsWhenRun(source, running.parse(source), running, variables);

test('a function that the running environment lacks is told, though another environment may know it', () => {
  expect(verdict('f.kind == like("c")')).toBe("found no matching overload for 'like(string)'");
});

test('an operator that only lends a type is told', () => {
  const never = () => { throw new Error('This operator is for type checking only.'); };

  expect(verdict('f.declared + f.declared', environment().registerOperator('bool + bool', never))).toContain('for type checking only');
});

test('what depends on the values of a fact is not judged', () => {
  expect(['f.metrics[7] == "x"', 'int(f.kind) > 1', 'f.failureLimit == null || f.failureLimit > 3.0'].map((source) => verdict(source))).toEqual([null, null, null]);
});
