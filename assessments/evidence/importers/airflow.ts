import type { Documents } from '../documents.ts';
import type { Fact } from '../facts.ts';
import type { Importer } from '../importer.ts';
import { mostFacts } from '../most-facts.ts';
import { type Spot, at, isMapping, items, rootSpots } from '../spot.ts';
import { dagFacts, isDag, isListedDag, listedDagFacts } from './airflow/dags.ts';
import { isRun, isTaskInstance, runFact, taskInstanceFact } from './airflow/runs.ts';

/** Airflow: DAGs as they are serialised or listed, their runs and task instances, as the interface and `airflow … -o json` give them. A DAG file itself is a program and is not read. */
export const airflow: Importer = {
  id: 'airflow',
  title: { zh: 'Airflow DAG 与运行记录', en: 'Airflow DAGs and runs' },
  recognises: (file, documents) => factsIn(file.path, documents) !== null,
  read: (file, documents) => mostFacts(file.path, factsIn(file.path, documents) ?? []),
};

const lists = ['dags', 'dag_runs', 'task_instances'] as const;

/** Every object must be one of the kinds, or the file is none of ours. */
function factsIn(path: string, documents: Documents): readonly Fact[] | null {
  if (documents.kind !== 'json' && documents.kind !== 'ndjson') return null;
  const spots = rootSpots(path, documents).flatMap(objectsOf).slice(0, 20_000);
  const read = spots.map(factsOf);
  return read.length === 0 || read.includes(null) ? null : read.flatMap((facts) => facts ?? []);
}

function objectsOf(root: Spot): readonly Spot[] {
  if (Array.isArray(root.value)) return items(root);
  const name = lists.find((one) => Array.isArray(at(root, one).value));
  return name === undefined ? [root] : items(at(root, name));
}

function factsOf(spot: Spot): readonly Fact[] | null {
  if (!isMapping(spot.value)) return null;
  if (isDag(spot)) return dagFacts(spot);
  if (isTaskInstance(spot)) return [taskInstanceFact(spot)];
  if (isRun(spot)) return [runFact(spot)];
  return isListedDag(spot) ? listedDagFacts(spot) : null;
}
