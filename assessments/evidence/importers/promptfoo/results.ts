import type { Fact, FactOf } from '../../facts.ts';
import { instantOf } from '../../instant.ts';
import { metricKind } from '../../metric-kind.ts';
import { type Spot, at, isMapping, isWritten, items, numberAt, placeOf, textAt, wholeAt } from '../../spot.ts';
import { unstatedMetric } from '../../unstated-records.ts';
import { type Answer, answerFacts } from './answers.ts';

/** Results with statistics of successes and failures, under the configuration that was used; version 2 and later. */
export function isResults(root: Spot): boolean {
  const results = at(root, 'results');
  return Array.isArray(at(results, 'results').value) && wholeAt(results, 'stats', 'successes') !== null && (isWritten(at(root, 'config')) || isWritten(at(root, 'evalId'))) && items(at(results, 'results')).every(({ value }) => isMapping(value));
}

/** The answers with their scores: a test can pass with a low one. */
export function resultFacts(root: Spot): readonly Fact[] {
  const results = items(at(root, 'results', 'results'));
  const assertions = results.flatMap((result) => items(at(result, 'gradingResult', 'componentResults'))).map((one) => textAt(one, 'assertion', 'type')).filter((type) => type !== null);
  const id = textAt(root, 'evalId') ?? root.file;
  const moment = instantOf(textAt(root, 'results', 'timestamp')) ?? instantOf(textAt(root, 'metadata', 'exportedAt'));
  return answerFacts({ id, place: placeOf(root), at: moment, declared: declaredIn(at(root, 'results', 'stats')), evaluators: [...new Set(assertions)].slice(0, 50) }, results.map((result, index) => answerIn(result, index, id)));
}

function declaredIn(stats: Spot): number {
  return ['successes', 'failures', 'errors'].reduce((sum, key) => sum + (wholeAt(stats, key) ?? 0), 0);
}

function answerIn(result: Spot, index: number, evaluation: string): Answer {
  const name = textAt(result, 'description') ?? textAt(result, 'testCase', 'description') ?? `#${wholeAt(result, 'testIdx') ?? index}`;
  const milliseconds = numberAt(result, 'latencyMs');
  return {
    provider: textAt(result, 'provider', 'id') ?? textAt(result, 'provider'), prompt: textAt(result, 'prompt', 'label') ?? '', name,
    outcome: outcomeOf(result), seconds: milliseconds === null ? null : milliseconds / 1000, place: placeOf(result),
    scores: [...scoreFact(result, name, evaluation), ...items(at(result, 'gradingResult', 'componentResults')).flatMap((one) => assertionFact(one, name, evaluation))],
  };
}

function outcomeOf(result: Spot): Answer['outcome'] {
  if (at(result, 'success').value === true) return 'passed';
  return textAt(result, 'error') !== null && !isMapping(at(result, 'gradingResult').value) ? 'error' : 'failed';
}

/** The score of the whole test, which has a threshold only where its test sets one. */
function scoreFact(result: Spot, task: string, evaluation: string): readonly FactOf<'eval.metric'>[] {
  const value = numberAt(result, 'score');
  if (value === null) return [];
  const threshold = numberAt(result, 'testCase', 'threshold');
  return [{ type: 'eval.metric', place: placeOf(result), ...unstatedMetric, evaluation, metric: 'score', task, value, threshold, comparison: threshold === null ? 'unstated' : 'at-least', passed: at(result, 'success').value === true, kind: 'quality' }];
}

/** Time and money are held against a limit, but their score is only 0 or 1: no value of theirs is told. */
function assertionFact(one: Spot, task: string, evaluation: string): readonly FactOf<'eval.metric'>[] {
  const type = textAt(one, 'assertion', 'type');
  const threshold = numberAt(one, 'assertion', 'threshold');
  if (type === null || threshold === null) return [];
  const spent = /^(?:latency|cost|perplexity)$/.test(type);
  const metric = textAt(one, 'assertion', 'metric') ?? type;
  const passed = at(one, 'pass').value;
  const kind = metricKind(metric);
  return [{
    type: 'eval.metric', place: placeOf(one), ...unstatedMetric, evaluation, metric, task, value: spent ? null : numberAt(one, 'score'), threshold, comparison: spent ? 'at-most' : 'at-least',
    passed: typeof passed === 'boolean' ? passed : null, kind: kind === 'unstated' ? 'quality' : kind,
  }];
}
