import type { Fragment } from '../fragment.ts';
import { type RunInput, type RunRecord, mostNames, runStatus, tagsThatTell } from '../importers/mlflow/run-record.ts';
import type { Place } from '../place.ts';
import { folderOf } from '../release-of-path.ts';
import type { Whole } from './assembler.ts';
import { listIn, textIn, valueIn } from './fragment-value.ts';
import type { Run } from './mlflow.ts';

/** The runs of a file store: the folder of a run holds its meta.yaml and one file for each parameter, metric and tag. */
export function storedRuns(whole: Whole): readonly Run[] {
  const parts = { meta: byFolder(whole.of('run-meta')), params: byFolder(whole.of('param')), metrics: byFolder(whole.of('metric')), tags: byFolder(whole.of('tag')) };
  const datasets = new Map(whole.of('dataset').map((dataset) => [dataset.name, dataset]));
  const inputs = Map.groupBy(whole.of('input'), ({ name }) => folderOf(folderOf(name)));
  const folders = [...new Set(Object.values(parts).flatMap((part) => [...part.keys()]))].sort();
  return folders.flatMap((folder) => {
    const [meta] = parts.meta.get(folder) ?? [];
    const own: Own = { folder, meta, params: parts.params.get(folder) ?? [], metrics: parts.metrics.get(folder) ?? [], tags: parts.tags.get(folder) ?? [], inputs: inputsOf(inputs.get(folder) ?? [], folder, datasets) };
    const places = [...(meta === undefined ? [] : [meta]), ...own.tags, ...own.metrics, ...own.params].map(({ place }) => place);
    const [place, ...also] = places;
    return place === undefined ? [] : [{ record: recordOf(own), place, also: also.slice(0, 40) }];
  });
}

type Own = {
  readonly folder: string;
  readonly meta: Fragment | undefined;
  readonly params: readonly Fragment[];
  readonly metrics: readonly Fragment[];
  readonly tags: readonly Fragment[];
  readonly inputs: RunRecord['inputs'];
};

/** The name of a fragment of a run begins with the folder; that of meta.yaml is the folder. */
function byFolder(fragments: readonly Fragment[]): ReadonlyMap<string, readonly Fragment[]> {
  return Map.groupBy(fragments, ({ name, value }) => textIn(value, 'folder') ?? name);
}

function recordOf({ folder, meta, params, metrics, tags, inputs }: Own): RunRecord {
  const stated = (key: string) => (meta === undefined ? null : textIn(meta.value, key));
  const inMeta = meta === undefined ? [] : listIn(meta.value, 'tags').map((tag) => [textIn(tag, 'key') ?? '', textIn(tag, 'value') ?? ''] as const);
  const inFiles = tags.map(({ value }) => [textIn(value, 'name') ?? '', textIn(value, 'value') ?? ''] as const);
  return {
    run: stated('run') ?? folder.slice(folder.lastIndexOf('/') + 1), experiment: stated('experiment') ?? experimentFolder(folder), experimentName: null,
    name: stated('name'), status: statusOf(stated('status')), deleted: meta !== undefined && valueIn(meta.value, 'deleted') === true,
    user: stated('user'), entryPoint: stated('entryPoint'), sourceVersion: stated('sourceVersion'), startedAt: stated('startedAt'), endedAt: stated('endedAt'),
    parameters: params.map(nameOf).slice(0, mostNames), parameterCount: params.length,
    metrics: metrics.slice(0, mostNames).map((metric) => ({ name: nameOf(metric), value: numberIn(metric, 'value'), steps: numberIn(metric, 'steps') ?? 0, place: metric.place })), metricCount: metrics.length,
    tags: tagsThatTell([...inMeta, ...inFiles]),
    outputs: tags.reduce((sum, tag) => sum + (numberIn(tag, 'models') ?? 0), 0),
    inputs,
  };
}

/** meta.yaml has already been read into words. */
function statusOf(status: string | null): RunRecord['status'] {
  switch (status) {
    case 'succeeded': case 'failed': case 'cancelled': case 'running': case 'queued': return status;
    default: return runStatus(status);
  }
}

function experimentFolder(folder: string): string | null {
  return folderOf(folder).split('/').at(-1) || null;
}

function nameOf({ value }: Fragment): string {
  return textIn(value, 'name') ?? '';
}

function numberIn({ value }: Fragment, key: string): number | null {
  const found = valueIn(value, key);
  return typeof found === 'number' ? found : null;
}

/** A run links its datasets by id; they lie beside the runs of the experiment. */
function inputsOf(links: readonly Fragment[], folder: string, datasets: ReadonlyMap<string, Fragment>): readonly RunInput[] {
  return links.flatMap((link) => {
    const dataset = datasets.get(`${folderOf(folder)}/datasets/${textIn(link.value, 'source') ?? ''}`);
    if (dataset === undefined) return [];
    const place: Place = dataset.place;
    return [{ name: textIn(dataset.value, 'name'), digest: textIn(dataset.value, 'digest'), context: textIn(link.value, 'context'), source: textIn(dataset.value, 'source'), records: numberIn(dataset, 'records'), place }];
  });
}
