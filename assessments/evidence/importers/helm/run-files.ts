import type { Fragment, Json } from '../../fragment.ts';
import { folderOf } from '../../release-of-path.ts';
import { type Spot, at, isMapping, items, numberAt, placeOf, textAt } from '../../spot.ts';

export function isSpec(root: Spot): boolean {
  return textAt(root, 'name') !== null && isMapping(at(root, 'scenario_spec').value) && isMapping(at(root, 'adapter_spec').value) && Array.isArray(at(root, 'metric_specs').value);
}

/** Statistics by metric and split; an empty list is one only where its name says so. */
export function isStats(root: Spot): boolean {
  if (!Array.isArray(root.value)) return false;
  const stats = items(root);
  return stats.length === 0 ? /(?:^|\/)stats\.json$/.test(root.file) : stats.every(isStat);
}

function isStat(one: Spot): boolean {
  return textAt(one, 'name', 'name') !== null && at(one, 'count').value !== undefined && at(one, 'sum').value !== undefined;
}

export function isInstances(root: Spot): boolean {
  const entries = items(root);
  return entries.length > 0 && entries.every((one) => textAt(one, 'instance_id') !== null && Array.isArray(at(one, 'stats').value));
}

function fragment(root: Spot, part: string, value: Json): Fragment {
  return { set: 'helm-run', key: folderOf(root.file), part, name: '', value, place: placeOf(root) };
}

export function specFragment(root: Spot): Fragment {
  const adapter = at(root, 'adapter_spec');
  return fragment(root, 'spec', {
    name: textAt(root, 'name') ?? '', model: textAt(adapter, 'model') ?? textAt(adapter, 'model_deployment'), scenario: textAt(root, 'scenario_spec', 'class_name'),
    limit: numberAt(adapter, 'max_eval_instances'), trials: numberAt(adapter, 'num_train_trials'), evaluators: items(at(root, 'metric_specs')).map((metric) => textAt(metric, 'class_name') ?? '').filter((name) => name !== '').slice(0, 50),
  });
}

/** Counts of tokens, references and the like keep the books of a run and measure nothing. */
const bookkeeping = /^(?:num_|training_|finish_reason|max_prob|logprob|prompt_truncated|batch_size)/;
const mostStats = 500;

export function statsFragment(root: Spot): Fragment {
  const measured = items(root).flatMap((one, index): readonly Json[] => {
    const name = textAt(one, 'name', 'name') ?? '';
    const mean = numberAt(one, 'mean');
    if (mean === null || bookkeeping.test(name)) return [];
    return [{ index, name, mean, split: textAt(one, 'name', 'split'), perturbation: textAt(one, 'name', 'perturbation', 'name') }];
  });
  return fragment(root, 'stats', measured.slice(0, mostStats));
}

/** An instance has an entry for each trial and perturbation. */
export function instancesFragment(root: Spot): Fragment {
  return fragment(root, 'instances', new Set(items(root).map((one) => textAt(one, 'instance_id'))).size);
}
