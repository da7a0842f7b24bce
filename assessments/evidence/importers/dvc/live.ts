import type { Documents } from '../../documents.ts';
import type { SourceFile } from '../../file.ts';
import type { Fragment, Json } from '../../fragment.ts';
import type { Reading } from '../../importer.ts';
import type { Place } from '../../place.ts';
import { type Spot, isMapping, members, rootSpots, textAt } from '../../spot.ts';

type LiveFile = { readonly folder: string; readonly part: 'live-metrics' | 'live-params' | 'live-history'; readonly name: string };

/** Files of DVCLive tell themselves only by their folder: the final metrics, the parameters, and one table of steps for each metric. */
export function isLiveFile(file: SourceFile, documents: Documents): boolean {
  const live = liveFileOf(file.path);
  if (live === null) return false;
  if (live.part === 'live-history') return documents.kind === 'rows' && documents.header.includes('step');
  return rootSpots(file.path, documents).some(({ value }) => isMapping(value));
}

function liveFileOf(path: string): LiveFile | null {
  const [, folder = '', metrics, params, history] = /^((?:.*\/)?dvclive)\/(?:(metrics\.json)|(params\.ya?ml)|plots\/metrics\/(.+)\.tsv)$/.exec(path) ?? [];
  if (metrics !== undefined) return { folder, part: 'live-metrics', name: '' };
  if (params !== undefined) return { folder, part: 'live-params', name: '' };
  return history === undefined ? null : { folder, part: 'live-history', name: history };
}

/** Nothing by themselves: the run follows once its files are together. */
export function liveReading(file: SourceFile, documents: Documents): Reading {
  const live = liveFileOf(file.path);
  if (live === null) return { facts: [], diagnostics: [] };
  const [root] = rootSpots(file.path, documents);
  const place: Place = root === undefined ? { file: file.path, lines: [1, 1] } : { file: file.path, pointer: root.pointer };
  const value: Json = root === undefined ? stepsIn(documents) : leafNames(root, '');
  const fragment: Fragment = { set: 'dvc-live', key: live.folder, part: live.part, name: live.name, value, place };
  return { facts: [], diagnostics: [], fragments: [fragment] };
}

/** How many different steps a table holds; 1 where a value was written only once. */
function stepsIn(documents: Documents): number {
  if (documents.kind !== 'rows') return 0;
  const column = documents.header.indexOf('step');
  return new Set(documents.rows().map(({ values }) => values[column] ?? '')).size;
}

/** The names of scalars, nested ones by their path: `train.loss`. */
function leafNames(spot: Spot, prefix: string, depth = 0): readonly string[] {
  if (depth > 10) return [];
  return members(spot).flatMap(([key, value]) => (isMapping(value.value) ? leafNames(value, `${prefix}${key}.`, depth + 1) : textAt(value) === null ? [] : [`${prefix}${key}`])).slice(0, 1_000);
}

