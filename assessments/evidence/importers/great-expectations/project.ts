import { diagnostic } from '../../diagnostics.ts';
import type { Fact, FactOf } from '../../facts.ts';
import type { Reading } from '../../importer.ts';
import { type Spot, at, isMapping, isWritten, members, placeOf, settingAt, textAt } from '../../spot.ts';

const ownKeys = [
  'config_version', 'datasources', 'fluent_datasources', 'stores', 'plugins_directory', 'data_docs_sites', 'config_variables_file_path', 'validation_operators',
  'expectations_store_name', 'validations_store_name', 'validation_results_store_name', 'evaluation_parameter_store_name', 'suite_parameter_store_name', 'checkpoint_store_name',
  'validations_stores', 'data_docs', 'data_context_id', 'analytics_enabled',
];

/** Three of the keys that only a project file has, or two under its name. */
export function isProject(root: Spot): boolean {
  const found = ownKeys.filter((key) => isWritten(at(root, key))).length;
  return found >= (/(?:^|\/)(?:great_expectations|gx)\.ya?ml$/.test(root.file) ? 2 : 3);
}

/**
 * The project as a workspace with the stores it writes to, and the operators of old versions as schedules. What no
 * version of the tool would take is told.
 */
export function projectReading(root: Spot): Reading {
  const stores = members(at(root, 'stores')).filter(([, store]) => isMapping(store.value));
  const operators = members(at(root, 'validation_operators')).filter(([, operator]) => isMapping(operator.value));
  const faults = faultsOf(root);
  return {
    facts: [workspace(root, validationStore(root)), ...stores.map(([name, store]) => storage(name, store)), ...operators.map(([name, operator]) => operatorFact(name, operator))],
    diagnostics: faults.length === 0 ? [] : [diagnostic('partial', root.file, { detail: faults.join(', ') })],
  };
}

function faultsOf(root: Spot): readonly string[] {
  const version = at(root, 'config_version');
  const known = version.value === undefined || /^(?:[0-4](?:\.0)?)$/.test(textAt(version) ?? '');
  const shapeless = ['datasources', 'fluent_datasources', 'stores', 'data_docs_sites'].filter((key) => isWritten(at(root, key)) && at(root, key).value !== null && !isMapping(at(root, key).value));
  return [...(known ? [] : [`config_version: ${settingAt(version) ?? 'null'}`]), ...shapeless.map((key) => `${key}: ${(settingAt(root, key) ?? '').slice(0, 60).toWellFormed()}`)];
}

function validationStore(root: Spot): Spot {
  const name = textAt(root, 'validations_store_name') ?? textAt(root, 'validation_results_store_name');
  return name === null ? at(root, 'stores', 'validations_store') : at(root, 'stores', name);
}

/** A bucket or a kind of backend; never an address with an account. */
function locationOf(store: Spot): string | null {
  const backend = at(store, 'store_backend');
  return textAt(backend, 'bucket') ?? textAt(backend, 'container') ?? textAt(backend, 'class_name') ?? textAt(store, 'bucket');
}

function workspace(root: Spot, store: Spot): Fact {
  return { ...environment(root, root.file, locationOf(store)), kind: 'workspace' };
}

function storage(name: string, store: Spot): Fact {
  return { ...environment(store, name, locationOf(store)), kind: 'storage' };
}

function environment(spot: Spot, name: string, location: string | null): FactOf<'environment.definition'> {
  return {
    type: 'environment.definition', place: placeOf(spot), also: [], image: null, imageDigest: null,
    name, kind: 'other', system: 'great-expectations', stage: 'unstated', runtimeVersion: null,
    pinned: false, packages: 0, unpinned: 0, stages: null, unprivileged: false, healthChecked: false,
    cpus: null, memoryBytes: null, gpus: null, nodes: null, hardware: null, autoscaled: false, protected: false, location,
  };
}

function operatorFact(name: string, operator: Spot): Fact {
  return {
    type: 'data.validation', place: placeOf(operator), also: [], release: null, run: null,
    dataset: null, datasetVersion: null, datasetHash: null, suite: name, system: 'great-expectations', kind: 'schedule',
    success: null, evaluated: null, passed: null, failed: null, listed: 0, failedChecks: [], columns: 0, kinds: [],
    gating: null, decision: null, owner: null, at: null,
  };
}
