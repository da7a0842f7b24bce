import type { FactOf } from '../../facts.ts';
import { type Spot, placeOf } from '../../spot.ts';

export type Strategy = FactOf<'update.strategy'>;
export type Split = FactOf<'traffic.split'>;
export type Policy = FactOf<'traffic.policy'>;
export type Rollback = FactOf<'rollback.target'>;

/** A strategy that states its kind and nothing more; importers add what their object states. */
export function strategyFact(spot: Spot, about: Pick<Strategy, 'subject' | 'tool' | 'kind' | 'declared'>, more: Partial<Strategy> = {}): Strategy {
  return {
    type: 'update.strategy', place: placeOf(spot), also: [], ...about,
    steps: 0, weights: [], analysed: false, metrics: [], pausedForPerson: false,
    intervalSeconds: null, failureLimit: null, maxUnavailable: null, maxSurge: null,
    ...more,
  };
}

/** How traffic is divided; the total is computed from the weights, 100 where none is stated. */
export function splitFact(spot: Spot, about: Pick<Split, 'subject' | 'tool' | 'destinations' | 'weights'>, more: Partial<Pick<Split, 'mirrored' | 'matched'>> = {}): Split {
  return {
    type: 'traffic.split', place: placeOf(spot), also: [], ...about,
    total: about.weights.length === 0 ? 100 : about.weights.reduce((sum, weight) => sum + weight, 0),
    mirrored: false, matched: false, ...more,
  };
}

export function policyFact(spot: Spot, about: Pick<Policy, 'subject' | 'tool' | 'kind' | 'value'>): Policy {
  return { type: 'traffic.policy', place: placeOf(spot), also: [], ...about };
}

export function rollbackFact(spot: Spot, about: Pick<Rollback, 'subject' | 'tool' | 'mechanism' | 'automatic' | 'revisionsKept'>): Rollback {
  return { type: 'rollback.target', place: placeOf(spot), also: [], ...about };
}
