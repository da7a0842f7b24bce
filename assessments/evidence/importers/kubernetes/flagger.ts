import { durationSeconds } from '../../duration.ts';
import type { Fact } from '../../facts.ts';
import { monitoredArea } from '../../monitored-area.ts';
import { metricsIn } from '../../monitored-expression.ts';
import { type Spot, at, isGiven, isMapping, items, numberAt, placeOf, saysTrue, settingAt, textAt, wholeAt } from '../../spot.ts';
import type { KubernetesObject } from './object.ts';
import { type Strategy, policyFact, rollbackFact, splitFact, strategyFact } from './strategy.ts';

const tool = 'flagger';

/** Flagger Canary: progressive, A/B or blue-green by what its analysis states, with metrics and automatic way back. */
export function flaggerCanaryFacts(object: KubernetesObject): readonly Fact[] {
  const older = at(object.spot, 'spec', 'canaryAnalysis');
  const analysis = isMapping(older.value) ? older : at(object.spot, 'spec', 'analysis');
  if (!isMapping(analysis.value)) return [];
  const analysed = !saysTrue(object.spot, 'spec', 'skipAnalysis');
  return [
    flaggerStrategy(object, analysis, analysed),
    ...divisionFacts(object, analysis),
    ...(analysed ? [rollbackFact(analysis, { subject: object.name, tool, mechanism: 'analysis-abort', automatic: true, revisionsKept: null })] : []),
    ...items(at(analysis, 'metrics')).map(metricFact),
    ...serviceFacts(object),
  ];
}

/** Confirmation webhooks hold the release until a person (or their system) opens the gate. */
const personGates = new Set(['confirm-rollout', 'confirm-promotion', 'confirm-traffic-increase']);

function flaggerStrategy(object: KubernetesObject, analysis: Spot, analysed: boolean): Strategy {
  const weights = plannedWeights(analysis);
  const metrics = items(at(analysis, 'metrics')).map((metric) => textAt(metric, 'name')).filter((name) => name !== null);
  return strategyFact(analysis, { subject: object.name, tool, kind: kindOf(analysis), declared: true }, {
    steps: weights.length > 0 ? weights.length : wholeAt(analysis, 'iterations') ?? 0,
    weights,
    analysed: analysed && (metrics.length > 0 || items(at(analysis, 'webhooks')).length > 0), metrics,
    pausedForPerson: items(at(analysis, 'webhooks')).some((hook) => personGates.has(textAt(hook, 'type') ?? '')),
    intervalSeconds: durationSeconds(textAt(analysis, 'interval')),
    failureLimit: wholeAt(analysis, 'threshold'),
  });
}

/** Iterations without weights are blue-green; with a match an A/B test; with a mirror a shadow first. */
function kindOf(analysis: Spot): Strategy['kind'] {
  if (!isGiven(at(analysis, 'iterations'))) return 'canary';
  if (isGiven(at(analysis, 'match'))) return 'ab-test';
  return saysTrue(analysis, 'mirror') ? 'shadow' : 'blue-green';
}

/** `stepWeights` as listed, or `stepWeight` repeated up to `maxWeight`. */
function plannedWeights(analysis: Spot): readonly number[] {
  const listed = items(at(analysis, 'stepWeights')).map((weight) => numberAt(weight)).filter((weight) => weight !== null);
  if (listed.length > 0) return listed;
  const step = numberAt(analysis, 'stepWeight');
  const most = numberAt(analysis, 'maxWeight');
  if (step === null || most === null || step < 1 || most > 100) return [];
  return Array.from({ length: Math.ceil(most / step) }, (_, index) => Math.min(step * (index + 1), most));
}

function divisionFacts(object: KubernetesObject, analysis: Spot): readonly Fact[] {
  const subject = textAt(object.spot, 'spec', 'targetRef', 'name') ?? object.name;
  const mirrored = saysTrue(analysis, 'mirror');
  const matched = isGiven(at(analysis, 'match'));
  if (!mirrored && !matched && plannedWeights(analysis).length === 0) return [];
  return [splitFact(analysis, { subject: object.name, tool, destinations: [`${subject}-primary`, `${subject}-canary`], weights: [] }, { mirrored, matched })];
}

function metricFact(metric: Spot): Fact {
  const name = textAt(metric, 'name') ?? '';
  const query = textAt(metric, 'query');
  return {
    type: 'monitor.metric', place: placeOf(metric), also: [],
    name, source: 'flagger', area: monitoredArea(query === null ? [] : metricsIn(query), name),
    expression: query, threshold: settingAt(metric, 'thresholdRange') ?? settingAt(metric, 'threshold'),
    intervalSeconds: durationSeconds(textAt(metric, 'interval')),
  };
}

function serviceFacts(object: KubernetesObject): readonly Fact[] {
  const service = at(object.spot, 'spec', 'service');
  const settings = [[at(service, 'timeout'), 'timeout'], [at(service, 'retries'), 'retry'], [at(service, 'trafficPolicy', 'outlierDetection'), 'circuit-breaker']] as const;
  return settings.filter(([setting]) => isGiven(setting)).map(([setting, kind]) => policyFact(setting, { subject: object.name, tool, kind, value: settingAt(setting) }));
}

/** MetricTemplate: a query that canaries refer to by name. */
export function metricTemplateFacts({ spot, name }: KubernetesObject): readonly Fact[] {
  const query = textAt(spot, 'spec', 'query');
  return [{
    type: 'monitor.metric', place: placeOf(spot), also: [],
    name, source: 'flagger', area: monitoredArea(query === null ? [] : metricsIn(query), name),
    expression: query, threshold: null, intervalSeconds: null,
  }];
}

/** AlertProvider: where a canary's alerts go. */
export function alertProviderFacts({ spot, name }: KubernetesObject): readonly Fact[] {
  const channel = textAt(spot, 'spec', 'type');
  return [{ type: 'alert.route', place: placeOf(spot), also: [], receiver: name, channels: channel === null ? [] : [channel] }];
}
