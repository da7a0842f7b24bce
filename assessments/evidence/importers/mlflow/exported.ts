import { diagnostic } from '../../diagnostics.ts';
import type { Fact } from '../../facts.ts';
import type { Diagnostic } from '../../file.ts';
import type { Fragment } from '../../fragment.ts';
import { instantOf } from '../../instant.ts';
import type { Reading } from '../../importer.ts';
import { type Spot, at, isMapping, items, placeOf, textAt } from '../../spot.ts';
import { evaluationDatasetFact, promptFact } from './exported-others.ts';
import { registeredModelFacts, versionOf } from './exported-registry.ts';
import { isRun, runOf } from './exported-runs.ts';
import { experimentFragment } from './file-store.ts';
import { versionFacts } from './registry-facts.ts';

type Objects = {
  readonly runs: readonly Spot[];
  readonly experiments: readonly Spot[];
  readonly models: readonly Spot[];
  readonly versions: readonly Spot[];
  readonly prompts: readonly Spot[];
  readonly datasets: readonly Spot[];
};

/** Objects of MLflow as the export tool (old and current), the command line and the REST interface write them; lists of names only are none. */
export function isExported(root: Spot): boolean {
  return Object.values(objectsIn(root)).some((found) => found.length > 0);
}

export function exportedReading(root: Spot): Reading {
  const found = objectsIn(root);
  const models = found.models.map((model) => ({ model, facts: registeredModelFacts(model) }));
  const facts: readonly Fact[] = [
    ...models.flatMap((one) => one.facts), ...found.versions.flatMap((version) => versionFacts(versionOf(version, []), placeOf(version))),
    ...found.prompts.map(promptFact), ...found.datasets.map(evaluationDatasetFact),
  ];
  const versionless = models.filter((one) => one.facts.length === 0 && found.versions.length === 0).map(({ model }): Diagnostic => diagnostic('empty', root.file, { detail: `${textAt(model, 'name') ?? ''}: 0 versions` }));
  return { facts, diagnostics: versionless, fragments: [...found.runs.map(runFragment), ...found.experiments.map((experiment) => experimentFragment(experiment))] };
}

function runFragment(run: Spot): Fragment {
  const record = runOf(run);
  return { set: 'mlflow', key: '', part: 'run', name: record.run, value: record, place: placeOf(run) };
}

/** The export tool wraps what it writes, the others do not. */
function objectsIn(root: Spot): Objects {
  const wrapped = isMapping(at(root, 'mlflow').value) && (isMapping(at(root, 'system').value) || isMapping(at(root, 'info').value));
  const body = wrapped ? at(root, 'mlflow') : root;
  const several = (one: string, many: string, is: (spot: Spot) => boolean) => [at(body, one), ...items(at(body, many))].filter((spot) => isMapping(spot.value) && is(spot));
  return {
    runs: [...(isRun(body) ? [body] : []), ...several('run', 'runs', isRun)],
    experiments: several('experiment', 'experiments', isExperiment),
    models: several('registered_model', 'registered_models', isRegisteredModel),
    versions: several('model_version', 'model_versions', isModelVersion),
    prompts: several('prompt', 'prompts', isPrompt),
    datasets: several('evaluation_dataset', 'evaluation_datasets', isEvaluationDataset),
  };
}

function has(spot: Spot, ...keys: readonly string[]): boolean {
  return keys.every((key) => at(spot, key).value !== undefined);
}

function isExperiment(spot: Spot): boolean {
  return has(spot, 'experiment_id', 'artifact_location') && (has(spot, 'lifecycle_stage') || has(spot, 'name'));
}

function isRegisteredModel(spot: Spot): boolean {
  return textAt(spot, 'name') !== null && instantOf(textAt(spot, 'creation_timestamp')) !== null;
}

function isModelVersion(spot: Spot): boolean {
  return has(spot, 'name', 'version') && (has(spot, 'run_id') || has(spot, 'source')) && (has(spot, 'status') || has(spot, 'current_stage') || has(spot, 'creation_timestamp'));
}

function isPrompt(spot: Spot): boolean {
  return has(spot, 'name', 'version', 'template');
}

function isEvaluationDataset(spot: Spot): boolean {
  return has(spot, 'name', 'dataset_id') && (has(spot, 'records') || has(spot, 'profile') || has(spot, 'schema'));
}
