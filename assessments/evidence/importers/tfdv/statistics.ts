import type { FactOf } from '../../facts.ts';
import { type Message, all, featureName, numberIn, textIn } from './message.ts';

/** Datasets with features that have a name and statistics. */
export function isStatistics(root: Message): boolean {
  const datasets = all(root, 'datasets');
  if (datasets.length === 0 || datasets.length !== root.fields().length) return false;
  return datasets.every((dataset) => numberIn(dataset, 'num_examples') !== null || all(dataset, 'features').some((feature) => featureName(feature) !== null));
}

/** Each dataset as a state of data: how many examples, and what it is for as its name says. */
export function statisticsFacts(root: Message): readonly FactOf<'data.snapshot'>[] {
  return all(root, 'datasets').map((dataset) => {
    const name = textIn(dataset, 'name');
    const records = numberIn(dataset, 'num_examples');
    return {
      type: 'data.snapshot', place: dataset.place, also: [], release: null, run: null, dataset: name, datasetVersion: null, datasetHash: null,
      system: 'tfdv', role: roleOf(name ?? ''), path: null, stage: null, bytes: null, files: null, records: records !== null && Number.isSafeInteger(records) ? records : null,
      empty: records === 0, hashAlgorithm: null, hashed: false, storage: null, sources: [], licence: null, frozen: false, at: null,
    };
  });
}

const roles: readonly (readonly [FactOf<'data.snapshot'>['role'], RegExp])[] = [
  ['training', /train/i], ['validation', /valid|dev/i], ['test', /test/i], ['evaluation', /eval/i], ['production', /serving|production|online/i],
];

function roleOf(name: string): FactOf<'data.snapshot'>['role'] {
  return roles.find(([, pattern]) => pattern.test(name))?.[0] ?? 'unstated';
}
