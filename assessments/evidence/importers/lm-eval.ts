import type { Documents } from '../documents.ts';
import type { FactOf } from '../facts.ts';
import type { Importer } from '../importer.ts';
import { instantOf } from '../instant.ts';
import { mostFacts } from '../most-facts.ts';
import { onlyMapping } from '../only-mapping.ts';
import { type Spot, at, isGiven, isMapping, items, members, numberAt, placeOf, textAt, textsAt, wholeAt } from '../spot.ts';
import { unstatedEvaluation } from '../unstated-records.ts';
import { modelNamed } from './lm-eval/model-arguments.ts';
import { taskMetrics } from './lm-eval/task-metrics.ts';

/** Results of the lm-evaluation-harness, before 0.4 and since. */
export const lmEval: Importer = {
  id: 'lm-eval',
  title: { zh: 'lm-evaluation-harness 评测结果', en: 'lm-evaluation-harness results' },
  recognises: (file, documents) => resultsIn(file.path, documents) !== null,
  read: (file, documents) => {
    const root = resultsIn(file.path, documents);
    if (root === null) return { facts: [], diagnostics: [] };
    const run = runFact(root);
    return mostFacts(file.path, [run, ...taskMetrics(root, run)]);
  },
};

/** Results by task beside their versions and the configuration of the harness, which names the model's arguments. */
function resultsIn(path: string, documents: Documents): Spot | null {
  const root = onlyMapping(path, documents);
  if (root === null || !isMapping(at(root, 'results').value) || !isMapping(at(root, 'versions').value)) return null;
  const config = at(root, 'config');
  if (!isGiven(at(config, 'model')) || !(isGiven(at(config, 'model_args')) || isGiven(at(config, 'num_fewshot')) || isGiven(at(config, 'bootstrap_iters')))) return null;
  return members(at(root, 'results')).every(([, task]) => isMapping(task.value)) ? root : null;
}

function runFact(root: Spot): FactOf<'eval.run'> {
  const config = at(root, 'config');
  const tasks = members(at(root, 'results'));
  const own: FactOf<'eval.run'> = {
    type: 'eval.run', place: placeOf(root), ...unstatedEvaluation, ...modelNamed(root), evaluation: root.file, system: 'lm-eval',
    tasks: tasks.map(([task]) => task).slice(0, 500), datasets: datasetsOf(root), evaluators: evaluatorOf(root),
    partial: isGiven(at(config, 'limit')) || isSampled(root), instances: instancesOf(root),
    seed: ['random_seed', 'torch_seed', 'numpy_seed', 'fewshot_seed', 'bootstrap_iters'].some((key) => numberAt(config, key) !== null), at: instantOf(textAt(root, 'date')),
  };
  const metrics = taskMetrics(root, own).length;
  return { ...own, metrics, empty: metrics === 0 };
}

/** Since 0.4 each task names the dataset it was read from. */
function datasetsOf(root: Spot): readonly string[] {
  const named = members(at(root, 'configs')).flatMap(([, task]) => {
    const path = textAt(task, 'dataset_path');
    return path === null ? [] : [[path, ...textsAt(task, 'dataset_name')].join('/')];
  });
  return [...new Set(named)].slice(0, 200);
}

function evaluatorOf(root: Spot): readonly string[] {
  const version = textAt(root, 'lm_eval_version') ?? textAt(root, 'git_hash');
  return version === null ? [] : [`lm-eval ${version}`];
}

function isSampled(root: Spot): boolean {
  return members(at(root, 'n-samples')).some(([, task]) => (wholeAt(task, 'effective') ?? 0) < (wholeAt(task, 'original') ?? 0));
}

/** The examples of all tasks; a group only repeats those of its parts and is not among them. */
function instancesOf(root: Spot): number | null {
  const counts = members(at(root, 'n-samples')).filter(([task]) => items(at(root, 'group_subtasks', task)).length === 0).map(([, task]) => wholeAt(task, 'effective'));
  const known = counts.filter((count) => count !== null);
  return known.length === 0 ? null : known.reduce((sum, count) => sum + count, 0);
}
