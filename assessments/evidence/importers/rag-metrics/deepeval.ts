import type { Fact, FactOf } from '../../facts.ts';
import { metricKind } from '../../metric-kind.ts';
import { type Spot, at, isMapping, items, numberAt, placeOf, textAt } from '../../spot.ts';
import { type ListedCase, listedReportFacts } from '../../test-report/listed.ts';
import { unstatedEvaluation, unstatedMetric } from '../../unstated-records.ts';

/** Test cases with what was measured of each, as DeepEval keeps a run. */
export function isDeepevalRun(root: Spot): boolean {
  const cases = items(at(root, 'testCases'));
  return cases.length > 0 && cases.every((one) => isMapping(one.value) && Array.isArray(at(one, 'metricsData').value)) && (textAt(root, 'testFile') !== null || Array.isArray(at(root, 'metricsScores').value) || textAt(root, 'identifier') !== null);
}

/** The run of tests, the evaluation, and each metric with its threshold. */
export function deepevalFacts(root: Spot): readonly Fact[] {
  const cases = items(at(root, 'testCases'));
  const id = textAt(root, 'identifier') ?? textAt(root, 'testFile') ?? root.file;
  const values = cases.flatMap((one, index) => items(at(one, 'metricsData')).flatMap((metric) => metricFact(metric, id, nameOf(one, index))));
  const listed = cases.map((one, index): ListedCase => ({ group: textAt(root, 'testFile') ?? 'deepeval', name: nameOf(one, index), outcome: outcomeOf(one), seconds: numberAt(one, 'runDuration'), place: placeOf(one) }));
  const report = listedReportFacts({ system: 'deepeval', name: id, declared: null, seconds: numberAt(root, 'runDuration'), at: null, commit: null, repository: null, run: null, place: placeOf(root) }, listed);
  return [runFact(root, id, listed, values), ...report.map(layered), ...values];
}

function layered(fact: Fact): Fact {
  return fact.type === 'test.case.group' ? { ...fact, layer: 'model' } : fact;
}

function nameOf(one: Spot, index: number): string {
  return textAt(one, 'name') ?? `#${index}`;
}

function outcomeOf(one: Spot): ListedCase['outcome'] {
  const { value } = at(one, 'success');
  return value === true ? 'passed' : value === false ? 'failed' : 'error';
}

function runFact(root: Spot, id: string, listed: readonly ListedCase[], values: readonly FactOf<'eval.metric'>[]): FactOf<'eval.run'> {
  const judges = items(at(root, 'testCases')).flatMap((one) => items(at(one, 'metricsData'))).map((metric) => textAt(metric, 'evaluationModel')).filter((judge) => judge !== null);
  const having = (outcome: string) => listed.filter((one) => one.outcome === outcome).length;
  return {
    type: 'eval.run', place: placeOf(root), ...unstatedEvaluation, evaluation: id, system: 'deepeval', evaluators: [...new Set(judges)].slice(0, 50),
    metrics: values.filter(({ value }) => value !== null).length, thresholds: values.filter(({ threshold }) => threshold !== null).length,
    failedMetrics: [...new Set(values.filter(({ passed }) => passed === false).map(({ metric }) => metric))].slice(0, 50),
    instances: listed.length, partial: listed.length < 10, passed: having('passed'), failed: having('failed') + having('error'), empty: values.length === 0,
  };
}

/** Metrics of harm are better the lower they are; the tool's own verdict tells more than the comparison, which it does not write. */
function metricFact(metric: Spot, evaluation: string, task: string): readonly FactOf<'eval.metric'>[] {
  const name = textAt(metric, 'name');
  const passed = at(metric, 'success').value;
  if (name === null) return [];
  const kind = metricKind(name);
  return [{
    type: 'eval.metric', place: placeOf(metric), ...unstatedMetric, evaluation, metric: name, task, value: numberAt(metric, 'score'), threshold: numberAt(metric, 'threshold'), comparison: 'unstated',
    passed: typeof passed === 'boolean' ? passed : null, kind: kind === 'unstated' ? 'quality' : kind,
  }];
}
