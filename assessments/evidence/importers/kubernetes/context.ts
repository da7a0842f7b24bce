import { type Spot, at, items, textAt, wholeAt } from '../../spot.ts';
import type { KubernetesObject } from './object.ts';

type Bounds = { readonly minimum: number | null; readonly maximum: number | null };

/** What the other objects of the same file say about one: its autoscaler, and the metrics of an analysis it names. */
export type FileContext = {
  readonly scaling: (kind: string, name: string) => Bounds | null;
  readonly analysisMetrics: (template: string) => readonly string[];
};

/** Reads a file's objects once for what one says about another; the order of the objects does not matter. */
export function contextOf(objects: readonly KubernetesObject[]): FileContext {
  const scaled = new Map(objects.flatMap(scaledBy));
  const analyses = new Map(objects.filter(({ kind }) => /^(?:Cluster)?AnalysisTemplate$/.test(kind)).map((template) => [template.name, metricNames(template.spot)] as const));
  return {
    scaling: (kind, name) => scaled.get(`${kind}/${name}`) ?? null,
    analysisMetrics: (template) => analyses.get(template) ?? [template],
  };
}

function metricNames(template: Spot): readonly string[] {
  return items(at(template, 'spec', 'metrics')).map((metric) => textAt(metric, 'name')).filter((name) => name !== null);
}

function scaledBy({ kind, spot }: KubernetesObject): readonly (readonly [string, Bounds])[] {
  const target = at(spot, 'spec', 'scaleTargetRef');
  const name = textAt(target, 'name');
  if (name === null) return [];
  if (kind === 'HorizontalPodAutoscaler') return [[`${textAt(target, 'kind') ?? ''}/${name}`, { minimum: wholeAt(spot, 'spec', 'minReplicas'), maximum: wholeAt(spot, 'spec', 'maxReplicas') }]];
  // KEDA scales a Deployment where no kind is written.
  if (kind === 'ScaledObject') return [[`${textAt(target, 'kind') ?? 'Deployment'}/${name}`, { minimum: wholeAt(spot, 'spec', 'minReplicaCount'), maximum: wholeAt(spot, 'spec', 'maxReplicaCount') }]];
  return [];
}
