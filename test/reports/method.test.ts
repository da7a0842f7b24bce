import { expect, test } from 'vitest';
import { type AssessmentState, buildReport, ruleParameters } from '#assessments';
import { reportInput } from '../builders/report-input.ts';

function methodTexts(state: Partial<AssessmentState>): string {
  const document = buildReport(reportInput({ state, options: { language: 'en' } }));
  return JSON.stringify(document);
}

test('the report names the rules with the numbers of this assessment', () => {
  const set = methodTexts({ policy: 'threshold', rollup: 'quota', parameters: { [ruleParameters.thresholdPercent]: 70, [ruleParameters.quotaPercent]: 75 } });
  const usual = methodTexts({ policy: 'threshold', rollup: 'quota' });

  expect([set, usual].map((text) => [/is at least (\d+)% and no mandatory/.exec(text)?.[1], /at least (\d+)% of the children/.exec(text)?.[1]])).toEqual([['70', '75'], ['85', '80']]);
});

test('weights are told where the mean counts them', () => {
  const parameters = { [`${ruleParameters.weight}1`]: 3, [`${ruleParameters.weight}2`]: 1 };

  expect((['mean', 'minimum'] as const).map((rollup) => /Weights other than 1: ([^"]*)\./.exec(methodTexts({ rollup, parameters }))?.[1])).toEqual(['1 × 3', undefined]);
});
