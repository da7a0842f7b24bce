import { z } from 'zod';
import { count, flag, instant, maybeCount, maybeFlag, maybeNumber, maybeText, read, text, texts } from './field.ts';
import { ofData, ofModel, ofRelease, ofRun } from './naming.ts';

const evalRun = z.strictObject({
  type: z.literal('eval.run'), ...read, ...ofRelease, ...ofModel, ...ofData, ...ofRun,
  evaluation: text('id or name of the evaluation; its path where it has none'),
  system: text('lm-eval, promptfoo, helm, mlperf-tiny, mlflow, zenml, release-playbook, …'),
  tasks: texts('tasks, benchmarks or test suites'), datasets: texts('datasets with their versions, where it names several'),
  evaluators: texts('evaluators or judges with versions'),
  metrics: count('metrics with a value'), thresholds: count('of these, with a threshold'),
  failedMetrics: texts('metrics below their threshold or said to have failed'),
  instances: maybeCount('examples it ran over: max_eval_instances, # eval, number of tests'),
  partial: flag('limited on purpose (limit set, fewer than 10 instances)'),
  passed: maybeCount('test cases passed'), failed: maybeCount('test cases failed or in error'),
  slices: texts('groups or slices that have results of their own'),
  protectedAttributes: texts('protected attributes it looked at'),
  biasFlag: maybeFlag('bias_flag: what it says of itself'),
  criticalFailures: maybeCount('critical failures, where stated'),
  baseline: maybeText('what it is compared with'),
  better: maybeFlag('better than the baseline by its own words or numbers'),
  decision: maybeText('decision written with it'),
  seed: flag('a seed or bootstrap setting is recorded'),
  empty: flag('no metric, no test case or no instance'),
  at: instant('when'),
}).describe('One evaluation of a model, prompt or application');

const evalMetric = z.strictObject({
  type: z.literal('eval.metric'), ...read, ...ofRelease, ...ofModel, ...ofData, ...ofRun,
  evaluation: text('the evaluation, as in its run'),
  metric: text('name as written'),
  task: maybeText('task or benchmark'), slice: maybeText('group or slice the value is of; null for all'),
  value: maybeNumber('value in its own unit; percentages as percent'), unit: maybeText('unit as written: %, s, …'),
  threshold: maybeNumber('value it is held against'),
  comparison: z.enum(['at-least', 'at-most', 'equal', 'unstated']),
  passed: maybeFlag('as said, else by value, threshold and comparison; null where neither decides'),
  standardError: maybeNumber('standard error'), baseline: maybeNumber('value of the baseline'),
  instances: maybeCount('examples behind the value'),
  kind: z.enum(['quality', 'fairness', 'safety', 'robustness', 'performance', 'cost', 'business', 'unstated']).describe('what it measures, read from its name'),
  live: maybeFlag('measured in production, not offline'),
}).describe('One measured value of an evaluation');

const metricDefinition = z.strictObject({
  type: z.literal('metric.definition'), ...read, ...ofModel,
  metric: text('name'), system: text('file or tool that defines it: dvc, dbt, prometheus, monitoring-plan, document, …'),
  kind: z.enum(['model', 'data', 'service', 'business', 'delivery', 'cost', 'unstated']),
  meaning: maybeText('what it means, first 500 characters'), formula: maybeText('how it is computed, first 500 characters'),
  unit: maybeText('unit'), direction: z.enum(['higher', 'lower', 'unstated']).describe('which way is better'),
  target: maybeNumber('target or threshold'),
  periodSeconds: maybeNumber('how often it is taken'),
  source: maybeText('where its values come from'),
  owned: flag('an owner is named'), versioned: flag('the definition carries a version or date'),
}).describe('What a metric is, how and how often it is taken, and what counts as good');

export const evaluationFacts = {
  'eval.run': evalRun,
  'eval.metric': evalMetric,
  'metric.definition': metricDefinition,
} as const;
