import { instantOf } from '../../instant.ts';
import { type Spot, at, isMapping, items, members, numberAt, oneOrMany, placeOf, textAt, wholeAt } from '../../spot.ts';
import { type RunInput, type RunMetric, type RunRecord, filled, loggedModels, mostNames, runStatus, tagsThatTell } from './run-record.ts';
import { recordsIn, sourceIn } from './datasets.ts';

/** `info` with the ids, and what was logged beside it or under `data`. */
export function isRun(spot: Spot): boolean {
  const info = at(spot, 'info');
  const identified = (textAt(info, 'run_id') ?? textAt(info, 'run_uuid')) !== null && textAt(info, 'experiment_id') !== null;
  return identified && [at(spot, 'data'), at(spot, 'params'), at(spot, 'metrics'), at(spot, 'tags')].some(({ value }) => typeof value === 'object' && value !== null);
}

/** A run as the export tool, the command line or the REST interface writes it. */
export function runOf(spot: Spot): RunRecord {
  const info = at(spot, 'info');
  const data = isMapping(at(spot, 'data').value) ? at(spot, 'data') : spot;
  const parameters = keyed(at(data, 'params'));
  const metrics = metricsIn(at(data, 'metrics'));
  const tags = keyed(at(data, 'tags')).map(([key, value]) => [key, textAt(value) ?? ''] as const);
  const history = tags.find(([key]) => key === 'mlflow.log-model.history')?.[1] ?? null;
  return {
    ...infoOf(info),
    parameters: parameters.map(([key]) => key).slice(0, mostNames), parameterCount: parameters.length,
    metrics: metrics.slice(0, mostNames), metricCount: metrics.length,
    tags: tagsThatTell(tags),
    outputs: loggedModels(history) + items(at(spot, 'outputs', 'model_outputs')).length,
    inputs: inputsIn(at(spot, 'inputs')),
  };
}

function infoOf(info: Spot): Omit<RunRecord, 'parameters' | 'parameterCount' | 'metrics' | 'metricCount' | 'tags' | 'outputs' | 'inputs'> {
  return {
    run: textAt(info, 'run_id') ?? textAt(info, 'run_uuid') ?? '', experiment: textAt(info, 'experiment_id'), experimentName: null,
    name: filled(textAt(info, 'run_name') ?? textAt(info, 'name')), status: runStatus(textAt(info, 'status')), deleted: textAt(info, 'lifecycle_stage') === 'deleted',
    user: filled(textAt(info, 'user_id')), entryPoint: filled(textAt(info, 'entry_point_name')), sourceVersion: filled(textAt(info, 'source_version')),
    startedAt: instantOf(textAt(info, 'start_time')), endedAt: instantOf(textAt(info, 'end_time')),
  };
}

/** A mapping, or the list of key and value that the REST interface gives. */
function keyed(spot: Spot): readonly (readonly [key: string, value: Spot])[] {
  if (isMapping(spot.value)) return members(spot);
  return items(spot).flatMap((item) => {
    const key = textAt(item, 'key');
    return key === null ? [] : [[key, at(item, 'value')] as const];
  });
}

/** By name: one value, a list of values over steps, or one entry for each in a list. */
function metricsIn(spot: Spot): readonly RunMetric[] {
  const listed = items(spot).flatMap((item) => (textAt(item, 'key') === null ? [] : [[textAt(item, 'key') ?? '', item] as const]));
  const histories = isMapping(spot.value) ? members(spot) : listed;
  return [...Map.groupBy(histories, ([name]) => name)].map(([name, own]) => metricOf(name, own.flatMap(([, value]) => oneOrMany(value)), own[0]?.[1] ?? spot));
}

function metricOf(name: string, values: readonly Spot[], spot: Spot): RunMetric {
  const points = values.map((value) => (isMapping(value.value) ? { value: numberAt(value, 'value'), step: wholeAt(value, 'step') ?? 0 } : { value: numberAt(value), step: 0 }));
  const last = points.reduce<(typeof points)[number] | null>((best, point) => (best === null || point.step >= best.step ? point : best), null);
  return { name, value: last?.value ?? null, steps: new Set(points.map(({ step }) => step)).size, place: placeOf(spot) };
}

/** A list of datasets with their tags; the REST interface and the store call it `dataset_inputs`. */
function inputsIn(spot: Spot): readonly RunInput[] {
  const listed = isMapping(spot.value) ? items(at(spot, 'dataset_inputs')) : items(spot);
  return listed.slice(0, mostNames).map((input) => {
    const dataset = at(input, 'dataset');
    const context = keyed(at(input, 'tags')).find(([key]) => key === 'mlflow.data.context')?.[1];
    return {
      name: filled(textAt(dataset, 'name')), digest: filled(textAt(dataset, 'digest')), context: context === undefined ? null : textAt(context),
      source: sourceIn(textAt(dataset, 'source')), records: recordsIn(textAt(dataset, 'profile')), place: placeOf(input),
    };
  });
}
