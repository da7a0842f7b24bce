import { durationSeconds } from '../../duration.ts';
import type { Fact, FactOf } from '../../facts.ts';
import { monitoredArea } from '../../monitored-area.ts';
import { type Spot, at, isGiven, isWritten, items, members, numberAt, placeOf, saysTrue, textAt, wholeAt } from '../../spot.ts';
import type { KubernetesObject } from './object.ts';
import { type Strategy, rollbackFact, splitFact, strategyFact } from './strategy.ts';

const tool = 'iter8';

/** iter8 Experiment of every version (v1alpha1, v1alpha2, v2alpha1, v2alpha2): the versions compared, the criteria, the winner where there is one. */
export function iter8ExperimentFacts(object: KubernetesObject): readonly Fact[] {
  const spec = at(object.spot, 'spec');
  const criteria = criteriaOf(spec);
  const subject = textAt(spec, 'target') ?? textAt(spec, 'service', 'name') ?? textAt(spec, 'targetService', 'name') ?? object.name;
  const names = versionsOf(spec);
  const guarded = criteria.filter(({ spot }) => saysTrue(spot, 'rollback_on_failure') || saysTrue(spot, 'rollbackOnFailure') || saysTrue(spot, 'threshold', 'cutoffTrafficOnViolation') || saysTrue(spot, 'stopOnFailure'));
  // One version alone is checked, not brought in beside another.
  const strategy = names.length < 2 ? [] : [strategyFact(spec, { subject, tool, kind: kindOf(spec, names.length), declared: true }, {
      steps: wholeAt(spec, 'duration', 'maxIterations') ?? wholeAt(spec, 'duration', 'iterationsPerLoop') ?? 0, weights: capOf(spec),
      analysed: criteria.length > 0, metrics: [...new Set(criteria.map(({ metric }) => metric))], intervalSeconds: numberAt(spec, 'duration', 'intervalSeconds') ?? durationSeconds(textAt(spec, 'duration', 'interval')),
  })];
  return [
    ...strategy, ...splitFacts(object, subject, names), ...criteria.map(metricFact),
    ...guarded.slice(0, 1).map(({ spot }) => rollbackFact(spot, { subject, tool, mechanism: 'analysis-abort', automatic: true, revisionsKept: null })),
    ...decisionFacts(object, names, criteria),
  ];
}

type Criterion = { readonly spot: Spot; readonly metric: string; readonly threshold: string | null };

function criteriaOf(spec: Spot): readonly Criterion[] {
  const list = [...items(at(spec, 'criteria')), ...items(at(spec, 'analysis', 'successCriteria'))];
  const named = ['objectives', 'indicators', 'rewards'].flatMap((key) => items(at(spec, 'criteria', key)));
  return [...list, ...named].map((spot) => ({ spot, metric: textAt(spot, 'metric') ?? textAt(spot, 'metricName') ?? textAt(spot) ?? '', threshold: thresholdOf(spot) })).filter(({ metric }) => metric !== '');
}

function thresholdOf(spot: Spot): string | null {
  const bounds = [['upperLimit', '<='], ['lowerLimit', '>=']] as const;
  const written = bounds.flatMap(([key, sign]) => (textAt(spot, key) === null ? [] : [`${sign} ${textAt(spot, key) ?? ''}`]));
  const older = textAt(spot, 'threshold', 'value') ?? textAt(spot, 'tolerance');
  return written.length > 0 ? written.join(', ') : older === null ? null : `${textAt(spot, 'threshold', 'type') ?? textAt(spot, 'toleranceType') ?? 'threshold'} ${older}`;
}

function versionsOf(spec: Spot): readonly string[] {
  const baseline = textAt(spec, 'versionInfo', 'baseline', 'name') ?? textAt(spec, 'service', 'baseline') ?? textAt(spec, 'targetService', 'baseline');
  const candidates = [...items(at(spec, 'versionInfo', 'candidates')).map((one) => textAt(one, 'name')), ...items(at(spec, 'service', 'candidates')).map((one) => textAt(one)), textAt(spec, 'targetService', 'candidate')];
  return [baseline, ...candidates].filter((name) => name !== null);
}

/** A/B and A/B/n compare by rewards; everything else brings a candidate in. */
function kindOf(spec: Spot, versions: number): Strategy['kind'] {
  const pattern = (textAt(spec, 'strategy', 'testingPattern') ?? '').toLowerCase();
  if (/a\/b/.test(pattern) || items(at(spec, 'criteria', 'rewards')).length > 0 || versions > 2) return 'ab-test';
  return textAt(spec, 'strategy', 'deploymentPattern') === 'BlueGreen' ? 'blue-green' : 'canary';
}

function capOf(spec: Spot): readonly number[] {
  const most = numberAt(spec, 'strategy', 'weights', 'maxCandidateWeight') ?? numberAt(spec, 'trafficControl', 'maxTrafficPercentage') ?? numberAt(spec, 'trafficControl', 'percentage');
  return most === null ? [] : [most];
}

/** The weights as the cluster had them, where the object carries its status. */
function splitFacts(object: KubernetesObject, subject: string, names: readonly string[]): readonly FactOf<'traffic.split'>[] {
  const current = at(object.spot, 'status', 'currentWeightDistribution');
  const shown = items(current).map((one) => ({ name: textAt(one, 'name') ?? '', weight: numberAt(one, 'value') ?? 0 }));
  if (shown.length > 0) return [splitFact(current, { subject, tool, destinations: shown.map(({ name }) => name), weights: shown.map(({ weight }) => weight) })];
  return names.length < 2 ? [] : [splitFact(at(object.spot, 'spec'), { subject, tool, destinations: names, weights: [] }, { matched: isGiven(at(object.spot, 'spec', 'trafficControl', 'match')) || isGiven(at(object.spot, 'spec', 'networking', 'match')) })];
}

function metricFact({ spot, metric, threshold }: Criterion): FactOf<'monitor.metric'> {
  return { type: 'monitor.metric', place: placeOf(spot), also: [], name: metric, source: 'iter8', area: monitoredArea([metric], metric), expression: null, threshold, intervalSeconds: null };
}

/** The recommendation of a finished experiment; without a winner nothing was decided. */
function decisionFacts(object: KubernetesObject, names: readonly string[], criteria: readonly Criterion[]): readonly FactOf<'gate.decision'>[] {
  const status = at(object.spot, 'status');
  const winner = winnerIn(status);
  if (winner === null && !isWritten(at(status, 'analysis', 'winnerAssessment'))) return [];
  const decision = winner === null ? 'undecided' : winner === names[0] && names.length > 1 ? 'no-go' : 'go';
  const failed = failedIn(status, names, criteria);
  const [baseline = null] = names;
  return [{
    type: 'gate.decision', place: placeOf(status), also: [], release: null, model: null, modelVersion: null, modelHash: null, run: null, id: object.name, gate: 'iter8', kind: 'canary', decision, written: winner ?? 'no winner', automated: true,
    fromStage: null, toStage: null, criteria: criteria.length, criteriaWithThreshold: criteria.filter(({ threshold }) => threshold !== null).length, failedCriteria: failed, criteriaMet: failed.length > 0 ? false : null, conditions: [], rollbackTarget: baseline, rollbackTriggers: 0,
    baseline, approvingRoles: [], riskTier: null, decidedAt: null, expiresAt: null, expiryStated: false, placeholders: 0,
  }];
}

function winnerIn(status: Spot): string | null {
  return textAt(status, 'versionRecommendedForPromotion') ?? textAt(status, 'assessment', 'winner', 'name') ?? textAt(status, 'analysis', 'winnerAssessment', 'data', 'winner');
}

/** Metrics of criteria that a candidate did not meet. */
function failedIn(status: Spot, names: readonly string[], criteria: readonly Criterion[]): readonly string[] {
  const candidates = members(at(status, 'analysis', 'versionAssessments', 'data')).filter(([version]) => version !== names[0]);
  return candidates.flatMap(([, list]) => items(list).flatMap((one, index) => (textAt(one) === 'false' ? [criteria[index]?.metric ?? String(index)] : [])));
}
