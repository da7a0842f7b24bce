import type { Documents } from '../../documents.ts';
import type { SourceFile } from '../../file.ts';
import type { Fragment, Json } from '../../fragment.ts';
import { instantOf } from '../../instant.ts';
import type { Reading } from '../../importer.ts';
import { folderOf } from '../../release-of-path.ts';
import { type Spot, at, isWritten, items, members, placeOf, textAt } from '../../spot.ts';
import { linesOf } from '../../text-lines.ts';
import { recordsIn, sourceIn } from './datasets.ts';
import { filled, loggedModels, runStatus } from './run-record.ts';

const has = (root: Spot, ...keys: readonly string[]): boolean => keys.every((key) => isWritten(at(root, key)));

type Part = 'run-meta' | 'experiment' | 'registered-model' | 'version-meta' | 'logged-model' | 'dataset' | 'input';

/** The kinds of `meta.yaml`, told by their keys: runs hold those of experiments, and versions those of models. */
function partOf(root: Spot): Part | null {
  return parts.find(([, is]) => is(root))?.[0] ?? null;
}

const isMetaFile = ({ file }: Spot): boolean => /(?:^|\/)meta\.yaml$/.test(file);

const parts: readonly (readonly [Part, (root: Spot) => boolean])[] = [
  ['run-meta', (root) => has(root, 'experiment_id', 'artifact_uri', 'lifecycle_stage', 'status') && (has(root, 'run_id') || has(root, 'run_uuid'))],
  ['logged-model', (root) => has(root, 'model_id', 'experiment_id', 'artifact_uri')],
  ['experiment', (root) => has(root, 'experiment_id', 'artifact_location', 'lifecycle_stage')],
  ['version-meta', (root) => has(root, 'name', 'version', 'source') && (has(root, 'run_id') || has(root, 'current_stage'))],
  ['dataset', (root) => isMetaFile(root) && has(root, 'name', 'digest', 'source')],
  ['input', (root) => isMetaFile(root) && has(root, 'source_type', 'source_id', 'destination_type', 'destination_id')],
  ['registered-model', (root) => isMetaFile(root) && has(root, 'name', 'creation_timestamp', 'last_updated_timestamp')],
];

export function isMeta(root: Spot): boolean {
  return partOf(root) !== null;
}

/** Nothing by itself: a run, an experiment, a model lies in many files. */
export function metaReading(root: Spot): Reading {
  const part = partOf(root);
  if (part === null) return { facts: [], diagnostics: [] };
  return { facts: [], diagnostics: [], fragments: [part === 'experiment' ? experimentFragment(root) : fragment(part, folderOf(root.file), values[part](root), root)] };
}

function fragment(part: string, name: string, value: Json, spot: Spot): Fragment {
  return { set: 'mlflow', key: '', part, name, value, place: placeOf(spot) };
}

const values: Readonly<Record<Exclude<Part, 'experiment'>, (root: Spot) => Json>> = {
  'run-meta': (root) => ({
    run: textAt(root, 'run_id') ?? textAt(root, 'run_uuid'), experiment: textAt(root, 'experiment_id'), name: filled(textAt(root, 'run_name') ?? textAt(root, 'name')),
    status: runStatus(textAt(root, 'status')), deleted: textAt(root, 'lifecycle_stage') === 'deleted', user: filled(textAt(root, 'user_id')),
    entryPoint: filled(textAt(root, 'entry_point_name')), sourceVersion: filled(textAt(root, 'source_version')),
    startedAt: instantOf(textAt(root, 'start_time')), endedAt: instantOf(textAt(root, 'end_time')),
    tags: items(at(root, 'tags')).slice(0, 200).map((tag) => ({ key: textAt(tag, 'key'), value: textAt(tag, 'value') })),
  }),
  'logged-model': (root) => ({
    id: textAt(root, 'model_id'), name: textAt(root, 'name'), run: filled(textAt(root, 'source_run_id')), status: filled(textAt(root, 'status')), uri: filled(textAt(root, 'artifact_uri')),
    createdAt: instantOf(textAt(root, 'creation_timestamp')), updatedAt: instantOf(textAt(root, 'last_updated_timestamp')), deleted: textAt(root, 'lifecycle_stage') === 'deleted',
  }),
  'registered-model': (root) => ({ model: textAt(root, 'name') }),
  'version-meta': (root) => ({
    name: textAt(root, 'name'), version: textAt(root, 'version'), stage: textAt(root, 'current_stage'), status: textAt(root, 'status'), source: textAt(root, 'source'), run: textAt(root, 'run_id'),
    user: textAt(root, 'user_id'), described: (textAt(root, 'description') ?? '').trim() !== '',
    createdAt: instantOf(textAt(root, 'creation_timestamp')), updatedAt: instantOf(textAt(root, 'last_updated_timestamp')),
  }),
  dataset: (root) => ({ name: textAt(root, 'name'), digest: textAt(root, 'digest'), source: sourceIn(textAt(root, 'source')), records: recordsIn(textAt(root, 'profile')) }),
  input: (root) => ({
    from: textAt(root, 'source_type'), source: textAt(root, 'source_id'), to: textAt(root, 'destination_type'),
    context: members(at(root, 'tags')).find(([key]) => key === 'mlflow.data.context')?.[1].value === undefined ? null : textAt(at(root, 'tags'), 'mlflow.data.context'),
  }),
};

/** Its folder tells which runs are its own; an export lists them too. */
export function experimentFragment(root: Spot): Fragment {
  return fragment('experiment', `${folderOf(root.file)}\n${textAt(root, 'experiment_id') ?? ''}`, {
    folder: folderOf(root.file), id: textAt(root, 'experiment_id'), name: textAt(root, 'name'), deleted: textAt(root, 'lifecycle_stage') === 'deleted',
  }, root);
}

const logged = /^((?:.*\/)?[0-9a-f]{32})\/(params|metrics|tags)\/(.+)$/;
const alias = /^((?:.*\/)?models\/[^/]+)\/aliases\/([^/]+)$/;

/** One value in a file: a parameter, a metric, a tag below the folder of a run, or an alias of a registered model. */
export function isLogged({ path, text }: SourceFile, documents: Documents): boolean {
  if (text === null || (documents.kind === 'broken' && documents.reason !== 'empty' && documents.reason !== 'malformed')) return false;
  if (alias.test(path)) return /^\s*[0-9]+\s*$/.test(text);
  const [, , kind] = logged.exec(path) ?? [];
  if (kind === undefined) return false;
  return kind !== 'metrics' || metricLines(text).length > 0 || text.trim() === '';
}

export function loggedReading({ path, text }: SourceFile): Reading {
  const content = text ?? '';
  const one = aliasFragment(path, content) ?? loggedFragment(path, content);
  return { facts: [], diagnostics: [], fragments: one === null ? [] : [one] };
}

function aliasFragment(path: string, text: string): Fragment | null {
  const [, model, name] = alias.exec(path) ?? [];
  if (model === undefined || name === undefined) return null;
  return { set: 'mlflow', key: '', part: 'alias', name: `${model}\n${name}`, value: { model, alias: name, version: text.trim() }, place: wholeOf(path, text) };
}

const partNames = { params: 'param', metrics: 'metric', tags: 'tag' } as const;

function loggedFragment(path: string, text: string): Fragment | null {
  const [, folder, kind, name] = logged.exec(path) ?? [];
  if (folder === undefined || name === undefined) return null;
  const part = partNames[kind as keyof typeof partNames];
  return { set: 'mlflow', key: '', part, name: `${folder}\n${name}`, value: { folder, name: name.toWellFormed(), ...loggedValue(part, name, text) }, place: wholeOf(path, text) };
}

function wholeOf(path: string, text: string): Fragment['place'] {
  return { file: path, lines: [1, linesOf(text).length] };
}

/** Of a parameter only its name is needed. */
function loggedValue(part: 'param' | 'metric' | 'tag', name: string, text: string): { readonly [key: string]: Json } {
  if (part === 'param') return {};
  if (part === 'tag') return name === 'mlflow.log-model.history' ? { models: loggedModels(text) } : { value: text.slice(0, 2_000).toWellFormed() };
  const points = metricLines(text);
  const last = points.reduce<(typeof points)[number] | null>((best, point) => (best === null || point.step >= best.step ? point : best), null);
  return { value: last?.value ?? null, steps: new Set(points.map(({ step }) => step)).size };
}

/** `timestamp value step`, the step left out by the oldest versions; a value may be nan or inf, which is none here. */
function metricLines(text: string): readonly { readonly value: number | null; readonly step: number }[] {
  return linesOf(text).flatMap((line) => {
    const [, value, step] = /^\s*[0-9]+\s+(-?(?:[0-9.]+(?:e[+-]?[0-9]+)?|nan|inf(?:inity)?))(?:\s+(-?[0-9]+))?(?:\s+\S+)*\s*$/i.exec(line.slice(0, 500)) ?? [];
    if (value === undefined) return [];
    const number = Number(value);
    return [{ value: Number.isFinite(number) ? number : null, step: Number(step ?? 0) }];
  });
}
