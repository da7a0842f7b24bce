import { diagnostic } from '../../diagnostics.ts';
import type { Fact, FactOf } from '../../facts.ts';
import type { Fragment, Json } from '../../fragment.ts';
import type { Reading } from '../../importer.ts';
import { type Spot, at, isMapping, isWritten, members, placeOf, saysTrue, textAt, textsAt } from '../../spot.ts';
import { type Making, type PathEntry, edgeFacts, pathEntries } from './entries.ts';
import { conversionFacts, stepFacts } from './steps.ts';
import { tracedPath } from './paths.ts';

/** A stage as dvc.yaml declares it; `templated` where its paths or command are only known once DVC fills them in. */
export type Stage = {
  readonly name: string;
  readonly spot: Spot;
  readonly body: Spot;
  readonly command: string | null;
  readonly axes: readonly string[];
  readonly deps: readonly string[];
  readonly outs: readonly string[];
  readonly metrics: readonly Metric[];
  readonly params: readonly string[];
  readonly frozen: boolean;
  readonly templated: boolean;
};
type Metric = { readonly path: string; readonly spot: Spot };

/** Stages by name (Azure Pipelines lists its own), each with a command, a loop or a matrix; or the other keys under its name. */
export function isDefinition(root: Spot): boolean {
  const stages = members(at(root, 'stages'));
  const named = /(?:^|\/)dvc\.ya?ml$/.test(root.file);
  if (stages.length > 0) return stages.every(([, stage]) => isStage(stage)) && !isWritten(at(root, 'schema'));
  return named && ['stages', 'metrics', 'plots', 'params', 'artifacts', 'vars', 'datasets'].some((key) => isWritten(at(root, key)));
}

function isStage(stage: Spot): boolean {
  return isMapping(stage.value) && (isWritten(at(stage, 'cmd')) || isMapping(at(stage, 'do').value));
}

export function definitionReading(root: Spot): Reading {
  const stages = members(at(root, 'stages')).map(([name, spot]) => stageOf(name, spot));
  const edges = edgeFacts(stages.filter(({ templated }) => !templated).map(declaredMaking));
  const facts: readonly Fact[] = [
    ...(stages.length === 0 ? [] : [definitionFact(root, stages.length)]),
    ...stepFacts(stages),
    ...stages.flatMap((stage) => [...conversionFacts(stage), ...stage.metrics.map((metric) => metricFact(metric, stage.name))]),
    ...pathEntries(at(root, 'metrics')).map(({ written, spot }) => metricFact({ path: tracedPath(root.file, null, written), spot }, null)),
    ...edges.facts,
  ];
  return {
    facts, fragments: fragmentsOf(root, stages),
    diagnostics: edges.left > 0 ? [diagnostic('partial', root.file, { detail: `deps × outs: +${edges.left}` })] : [],
  };
}

function stageOf(name: string, spot: Spot): Stage {
  const body = isMapping(at(spot, 'do').value) ? at(spot, 'do') : spot;
  const workingDirectory = textAt(body, 'wdir');
  const traced = ({ written }: PathEntry) => tracedPath(spot.file, workingDirectory, written);
  const lists = (...keys: readonly string[]) => keys.flatMap((key) => pathEntries(at(body, key)));
  const command = textsAt(body, 'cmd').join('\n');
  const written = [command, workingDirectory ?? '', ...lists('deps', 'outs', 'metrics', 'plots').map((entry) => entry.written)];
  return {
    name, spot, body, command: command === '' ? null : command,
    axes: isWritten(at(spot, 'foreach')) ? ['foreach'] : members(at(spot, 'matrix')).map(([axis]) => axis),
    deps: lists('deps').map(traced),
    outs: lists('outs', 'outs_persist', 'outs_no_cache', 'metrics', 'metrics_no_cache', 'plots', 'plots_no_cache').map(traced),
    metrics: lists('metrics', 'metrics_no_cache').map((entry) => ({ path: traced(entry), spot: entry.spot })),
    params: paramNames(at(body, 'params')),
    frozen: saysTrue(body, 'frozen'),
    templated: written.some((text) => text.includes('${')),
  };
}

/** Names of params.yaml as they stand; those of another file behind its name. */
function paramNames(list: Spot): readonly string[] {
  return pathEntries(list).flatMap(({ written, options }) => {
    const own = textsAt(options);
    return own.length === 0 ? [written] : own.map((name) => (written === 'params.yaml' ? name : `${written}:${name}`));
  });
}

function declaredMaking({ name, spot, deps, outs }: Stage): Making {
  return { stage: name, recorded: false, from: deps.map((path) => ({ path, digest: null })), to: outs.map((path) => ({ path, digest: null, spot })) };
}

function definitionFact(root: Spot, jobs: number): FactOf<'pipeline.definition'> {
  return { type: 'pipeline.definition', place: placeOf(root), also: [], system: 'dvc', name: root.file, jobs, reusable: false, permissions: false, concurrency: false };
}

/** dvc.yaml says where the values of a metric come from and which stage makes them, and nothing of what is good. */
function metricFact({ path, spot }: Metric, stage: string | null): FactOf<'metric.definition'> {
  return {
    type: 'metric.definition', place: placeOf(spot), also: [], model: null, modelVersion: null, modelHash: null,
    metric: path, system: 'dvc', kind: 'unstated', meaning: null, formula: null, unit: null, direction: 'unstated', target: null, periodSeconds: null,
    source: stage === null ? path : `${stage}: ${path}`, owned: false, versioned: false,
  };
}

/** For the comparison with the lock beside it, and the models that are registered here. */
function fragmentsOf(root: Spot, stages: readonly Stage[]): readonly Fragment[] {
  const fragment = (part: string, name: string, value: Json, spot: Spot): Fragment => ({ set: 'dvc', key: '', part, name, value, place: placeOf(spot) });
  const artifacts = members(at(root, 'artifacts')).filter(([, artifact]) => textAt(artifact, 'path') !== null);
  return [
    ...stages.map((stage) => fragment('stage', `${root.file}\n${stage.name}`, {
      pipeline: root.file, stage: stage.name, command: stage.command, loop: stage.axes.length > 0, templated: stage.templated,
      deps: stage.deps, outs: stage.outs, metrics: stage.metrics.map(({ path }) => path), params: stage.params,
    }, stage.spot)),
    ...artifacts.map(([name, artifact]) => fragment('artifact', `${root.file}\n${name}`, {
      artifact: name, path: tracedPath(root.file, null, textAt(artifact, 'path') ?? ''), type: textAt(artifact, 'type'), described: (textAt(artifact, 'desc') ?? '').trim() !== '',
    }, artifact)),
  ];
}
