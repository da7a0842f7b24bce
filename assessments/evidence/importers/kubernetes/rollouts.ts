import { durationSeconds } from '../../duration.ts';
import type { Fact } from '../../facts.ts';
import { monitoredArea } from '../../monitored-area.ts';
import { metricsIn } from '../../monitored-expression.ts';
import { type Spot, at, isGiven, isMapping, isWritten, items, members, numberAt, oneOrMany, placeOf, textAt, wholeAt } from '../../spot.ts';
import type { FileContext } from './context.ts';
import type { KubernetesObject } from './object.ts';
import { rollbackFact, splitFact, strategyFact } from './strategy.ts';
import { keptRevisions, targetsOf, watchingFacts } from './workload.ts';

const tool = 'argo-rollouts';

/** Argo Rollout: targets as for a Deployment, its canary or blue-green strategy, analysis and kept revisions. */
export function rolloutFacts(object: KubernetesObject, context: FileContext): readonly Fact[] {
  const strategy = at(object.spot, 'spec', 'strategy');
  const canary = at(strategy, 'canary');
  const blueGreen = at(strategy, 'blueGreen');
  return [
    ...targetsOf(object, context).map((target) => ({ ...target, platform: 'argo-rollouts' as const })),
    ...watchingFacts(object, at(object.spot, 'spec', 'template')),
    ...(isWritten(canary) ? canaryFacts(object, canary, context) : []),
    ...(isWritten(blueGreen) ? blueGreenFacts(object, blueGreen, context) : []),
    ...keptRevisions(object, tool),
  ];
}

function canaryFacts(object: KubernetesObject, canary: Spot, context: FileContext): readonly Fact[] {
  const steps = items(at(canary, 'steps'));
  const analyses = [at(canary, 'analysis'), ...steps.map((step) => at(step, 'analysis')), ...steps.flatMap((step) => items(at(step, 'experiment', 'analyses')))].filter(isGiven);
  const pauses = steps.map((step) => at(step, 'pause')).filter(isWritten);
  return [
    strategyFact(canary, { subject: object.name, tool, kind: 'canary', declared: true }, {
      steps: steps.length,
      weights: steps.map((step) => numberAt(step, 'setWeight')).filter((weight) => weight !== null),
      analysed: analyses.length > 0, metrics: analysedMetrics(analyses, context),
      pausedForPerson: pauses.some((pause) => !isGiven(at(pause, 'duration'))),
      intervalSeconds: firstOf(pauses.map((pause) => durationSeconds(textAt(pause, 'duration')))),
      maxUnavailable: textAt(canary, 'maxUnavailable'), maxSurge: textAt(canary, 'maxSurge'),
    }),
    ...routedFacts(object, canary, steps),
    ...abortFacts(object, analyses),
  ];
}

/** Without a traffic router the weights are only counts of pods, so no division of traffic is claimed. */
function routedFacts(object: KubernetesObject, canary: Spot, steps: readonly Spot[]): readonly Fact[] {
  const routing = at(canary, 'trafficRouting');
  if (!isMapping(routing.value)) return [];
  const destinations = [textAt(canary, 'stableService') ?? 'stable', textAt(canary, 'canaryService') ?? 'canary'];
  return [splitFact(routing, { subject: object.name, tool, destinations, weights: [] }, {
    mirrored: steps.some((step) => isGiven(at(step, 'setMirrorRoute'))),
    matched: steps.some((step) => isGiven(at(step, 'setHeaderRoute'))),
  })];
}

function blueGreenFacts(object: KubernetesObject, blueGreen: Spot, context: FileContext): readonly Fact[] {
  const analyses = [at(blueGreen, 'prePromotionAnalysis'), at(blueGreen, 'postPromotionAnalysis')].filter(isGiven);
  return [
    strategyFact(blueGreen, { subject: object.name, tool, kind: 'blue-green', declared: true }, {
      analysed: analyses.length > 0, metrics: analysedMetrics(analyses, context),
      pausedForPerson: textAt(blueGreen, 'autoPromotionEnabled') === 'false',
      intervalSeconds: numberAt(blueGreen, 'autoPromotionSeconds'),
      maxUnavailable: textAt(blueGreen, 'maxUnavailable'),
    }),
    ...abortFacts(object, analyses),
  ];
}

/** A failed analysis aborts the rollout, and traffic goes back to the stable version by itself. */
function abortFacts(object: KubernetesObject, analyses: readonly Spot[]): readonly Fact[] {
  const [first] = analyses;
  return first === undefined ? [] : [rollbackFact(first, { subject: object.name, tool, mechanism: 'analysis-abort', automatic: true, revisionsKept: null })];
}

function analysedMetrics(analyses: readonly Spot[], context: FileContext): readonly string[] {
  const templates = analyses.flatMap((analysis) => [...items(at(analysis, 'templates')), analysis]);
  const names = templates.map((template) => textAt(template, 'templateName') ?? textAt(template, 'clusterTemplateName')).filter((name) => name !== null);
  return [...new Set(names.flatMap((name) => context.analysisMetrics(name)))];
}

function firstOf(values: readonly (number | null)[]): number | null {
  return values.find((value) => value !== null) ?? null;
}

/** AnalysisTemplate, ClusterAnalysisTemplate, AnalysisRun: what a rollout is judged by. */
export function analysisFacts({ spot }: KubernetesObject): readonly Fact[] {
  return items(at(spot, 'spec', 'metrics')).filter(({ value }) => isMapping(value)).map((metric) => {
    const name = textAt(metric, 'name') ?? '';
    const query = members(at(metric, 'provider')).map(([, provider]) => textAt(provider, 'query')).find((text) => text !== null) ?? null;
    const conditions = [textAt(metric, 'successCondition'), textAt(metric, 'failureCondition')].filter((condition) => condition !== null);
    return {
      type: 'monitor.metric', place: placeOf(metric), also: [],
      name, source: 'analysis-template',
      area: monitoredArea(query === null ? [] : metricsIn(query), name),
      expression: query, threshold: conditions.length === 0 ? null : conditions.join('; '),
      intervalSeconds: durationSeconds(textAt(metric, 'interval')),
    };
  });
}

/** Argo Experiment: versions side by side for a while, with or without analysis. iter8 experiments name versions too and are not read here. */
export function experimentFacts(object: KubernetesObject, context: FileContext): readonly Fact[] {
  const templates = at(object.spot, 'spec', 'templates');
  const analyses = oneOrMany(at(object.spot, 'spec', 'analyses'));
  return [strategyFact(isWritten(templates) ? templates : at(object.spot, 'spec'), { subject: object.name, tool, kind: 'ab-test', declared: true }, {
    steps: 1,
    weights: items(templates).map((template) => wholeAt(template, 'weight')).filter((weight) => weight !== null),
    analysed: analyses.length > 0, metrics: analysedMetrics(analyses, context),
    intervalSeconds: durationSeconds(textAt(object.spot, 'spec', 'duration')),
  })];
}
