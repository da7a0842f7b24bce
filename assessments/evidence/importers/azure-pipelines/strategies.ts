import type { FactOf } from '../../facts.ts';
import { type Spot, at, isMapping, items, numberAt, placeOf, settingAt } from '../../spot.ts';

type Strategy = FactOf<'update.strategy'>;

/** How a deployment job replaces what runs: in rounds, or to a growing part of the traffic. `runOnce` says nothing of that. */
export function strategyFacts(job: Spot, name: string): readonly Strategy[] {
  const canary = at(job, 'strategy', 'canary');
  const rolling = at(job, 'strategy', 'rolling');
  if (isMapping(canary.value)) {
    const weights = items(at(canary, 'increments')).map((one) => numberAt(one)).filter((weight) => weight !== null);
    return [{ ...strategy(canary, name, 'canary'), steps: weights.length, weights }];
  }
  return isMapping(rolling.value) ? [{ ...strategy(rolling, name, 'rolling'), maxUnavailable: settingAt(rolling, 'maxParallel') }] : [];
}

function strategy(spot: Spot, subject: string, kind: Strategy['kind']): Strategy {
  return {
    type: 'update.strategy', place: placeOf(spot), also: [], subject, tool: 'azure-pipelines', kind, declared: true,
    steps: 0, weights: [], analysed: false, metrics: [], pausedForPerson: false, intervalSeconds: null, failureLimit: null, maxUnavailable: null, maxSurge: null,
  };
}
