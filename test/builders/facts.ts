import type { FactOf } from '#assessments';

/** Facts that name only what a test is about; each lies in `file` (default its type) at the root of the first document. */
type Sketch<Type extends Parameters<typeof placed>[0]> = Partial<Omit<FactOf<Type>, 'type' | 'place' | 'also'>> & { readonly file?: string };

export function anUpdateStrategy({ file, ...said }: Sketch<'update.strategy'> = {}): FactOf<'update.strategy'> {
  return {
    ...placed('update.strategy', file), subject: 'credit-scorer', tool: 'kubernetes', kind: 'rolling', declared: true, steps: 0, weights: [], analysed: false, metrics: [],
    pausedForPerson: false, intervalSeconds: null, failureLimit: null, maxUnavailable: null, maxSurge: null, ...said,
  };
}

export function aTrafficSplit({ file, ...said }: Sketch<'traffic.split'> = {}): FactOf<'traffic.split'> {
  return { ...placed('traffic.split', file), subject: 'credit-scorer', tool: 'istio', destinations: ['v1', 'v2'], weights: [90, 10], total: 100, mirrored: false, matched: false, ...said };
}

export function anAlertRule({ file, ...said }: Sketch<'alert.rule'> = {}): FactOf<'alert.rule'> {
  return {
    ...placed('alert.rule', file), name: 'HighLatency', group: 'serving', expression: 'latency > 1', metrics: ['latency'], threshold: 1, forSeconds: null, severity: null,
    area: 'service', runbook: null, described: false, ...said,
  };
}

export function aRollbackTarget({ file, ...said }: Sketch<'rollback.target'> = {}): FactOf<'rollback.target'> {
  return { ...placed('rollback.target', file), subject: 'credit-scorer', tool: 'kubernetes', mechanism: 'revision-history', automatic: false, revisionsKept: null, ...said };
}

function placed<Type extends 'update.strategy' | 'traffic.split' | 'alert.rule' | 'rollback.target'>(type: Type, file = `${type}.yaml`) {
  return { type, place: { file, pointer: '/0' }, also: [] };
}
