import { describe, expect, it } from 'vitest';
import { comparisonOf, decisionOf, measureOf, nameAndVersion, passedOf, percentOf, riskTierOf, roleOf, spanSeconds } from '../../../../assessments/evidence/importers/release-playbook/wording.ts';

describe('a decision is told by its first words', () => {
  it.each([
    ['Go', 'go'], ['approved for Tier 1 candidate training and offline eval', 'go'], ['通过', 'go'],
    ['Limited go to canary', 'limited-go'], ['promote to 5% low-risk card-present traffic', 'limited-go'], ['批准，仅限灰度', 'limited-go'], ['有条件通过', 'limited-go'],
    ['limited go for consumer credit policy; small business slice remains on baseline', 'limited-go'],
    ['No-go', 'no-go'], ['no go: critical failure', 'no-go'], ['rejected', 'no-go'], ['不通过', 'no-go'],
    ['Rollback to 006', 'rollback'], ['Risk acceptance until 2026-09-30', 'risk-acceptance'],
    ['Go / Limited go / No-go', 'undecided'], ['通过 / 有条件通过 / 不通过', 'undecided'], ['go to 10% ramp, extend canary, rollback or no-go', 'undecided'], ['TBD', 'undecided'], ['', 'undecided'],
    ['good progress', 'undecided'],
  ] as const)('%s: %s', (written, decision) => {
    expect(decisionOf(written)).toBe(decision);
  });
});

it.each([
  ['pass, 0 incompatible fields', true], ['Passed', true], ['合格', true], ['fail, 2 days late', false], ['no', false], ['未通过', false], ['passenger data', null], ['not checked yet', null], ['', null], [null, null],
] as const)('%s passed: %s', (written, passed) => {
  expect(passedOf(written)).toBe(passed);
});

it.each([['Tier 1', 1], ['Tier 0 - Prohibited or restricted', 0], ['T2', 2], ['1', 1], ['Tier 1 / Tier 2', null], ['high', null], [null, null]] as const)('%s is tier %s', (written, tier) => {
  expect(riskTierOf(written)).toBe(tier);
});

it.each([
  ['5 business days before ramp decision', 432_000], ['first 72 hours', 259_200], ['90 s', 90], ['2 weeks', 1_209_600], ['3 个工作日', 259_200], ['until the ramp decision', null], ['2026', null],
] as const)('%s lasts %s seconds', (written, seconds) => {
  expect(spanSeconds(written)).toBe(seconds);
});

it.each([['2% authenticated web chat', 2], ['10.5％ 流量', 10.5], ['15 trained analysts', null]] as const)('%s is %s percent', (written, percent) => {
  expect(percentOf(written)).toBe(percent);
});

describe('a threshold holds one way where its sign or its value says which', () => {
  it.each([
    ['95.0%', { value: 95, unit: '%', sign: null }, 'unstated'], ['100%', { value: 100, unit: '%', sign: null }, 'at-least'], ['0', { value: 0, unit: null, sign: null }, 'at-most'],
    ['≥ 95%', { value: 95, unit: '%', sign: '≥' }, 'at-least'], ['<= 0.20', { value: 0.2, unit: null, sign: '<=' }, 'at-most'], ['不低于 95%', { value: 95, unit: '%', sign: '不低于' }, 'at-least'], ['9.0s', { value: 9, unit: 's', sign: null }, 'unstated'],
  ] as const)('%s', (written, measure, comparison) => {
    expect([measureOf(written), comparisonOf(measureOf(written))]).toEqual([measure, comparison]);
  });

  it('what is no number is no threshold', () => {
    expect(['within approved budget', '', null].map((written) => [measureOf(written), comparisonOf(measureOf(written))])).toEqual([[null, 'unstated'], [null, 'unstated'], [null, 'unstated']]);
  });
});

it.each([
  ['aml-narrative-ranker 1.8.0', 'aml-narrative-ranker', '1.8.0'], ['fraud-realtime-score-v3 version 3.4.2', 'fraud-realtime-score-v3', '3.4.2'], ['credit-score:2.1.0', 'credit-score', '2.1.0'], ['ranker', 'ranker', null], [null, null, null],
] as const)('%s names %s in version %s', (written, name, version) => {
  expect(nameAndVersion(written)).toEqual({ name, version });
});

it('roles are told by their words, others keep theirs', () => {
  expect(['Business owner', 'Model Risk', 'Security / Privacy', '合规', 'Data Owner', 'Head of Fun'].map(roleOf)).toEqual(['business', 'model-risk', 'security', 'compliance', 'data-owner', 'head-of-fun']);
});
