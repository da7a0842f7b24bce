import { diagnostic } from '../../diagnostics.ts';
import type { Fact, FactOf } from '../../facts.ts';
import type { Reading } from '../../importer.ts';
import { type Spot, at, isGiven, isMapping, items, placeOf, textAt, textsAt } from '../../spot.ts';

/** Checkpoints of all versions: by their class, by suites with actions, or the lists of 1.x. */
export function isCheckpoint(root: Spot): boolean {
  const holds = (key: string) => Array.isArray(at(root, key).value);
  if (/^(?:Simple|Legacy)?Checkpoint$/.test(textAt(root, 'class_name') ?? '')) return true;
  if (holds('validation_definitions') && (holds('actions') || isGiven(at(root, 'result_format')))) return true;
  if (holds('validations') && (holds('action_list') || isGiven(at(root, 'expectation_suite_name')))) return true;
  return textAt(root, 'validation_operator_name') !== null && holds('batches');
}

/** One fact for each validation a checkpoint would run; one that would run none is told as such. */
export function checkpointReading(root: Spot): Reading {
  const validations = [...items(at(root, 'validations')), ...items(at(root, 'validation_definitions')), ...items(at(root, 'batches'))];
  if (validations.length > 0) return { facts: validations.flatMap((one) => scheduleFacts(one, root)), diagnostics: [] };
  if (isGiven(at(root, 'expectation_suite_name'))) return { facts: scheduleFacts(root, root), diagnostics: [] };
  return { facts: [{ ...schedule(root, textAt(root, 'name') ?? root.file, null), evaluated: 0 }], diagnostics: [diagnostic('empty', root.file, { detail: 'validations: []' })] };
}

function scheduleFacts(validation: Spot, root: Spot): readonly Fact[] {
  const named = [...textsAt(validation, 'expectation_suite_name'), ...textsAt(validation, 'expectation_suite_names'), ...textsAt(validation, 'name')];
  const suites = named.length > 0 ? named.slice(0, 100) : [textAt(root, 'expectation_suite_name') ?? textAt(root, 'name') ?? root.file];
  return suites.map((suite) => schedule(validation, suite, assetOf(validation) ?? assetOf(root)));
}

function assetOf(validation: Spot): string | null {
  return textAt(validation, 'batch_request', 'data_asset_name') ?? textAt(validation, 'batch_kwargs', 'data_asset_name') ?? textAt(validation, 'batch_kwargs', 'table');
}

/** A named pair of data and suite (1.x), which a checkpoint runs. */
export function isValidationDefinition(root: Spot): boolean {
  return textAt(root, 'name') !== null && isMapping(at(root, 'data', 'batch_definition').value) && textAt(root, 'suite', 'name') !== null;
}

export function validationDefinitionFacts(root: Spot): readonly Fact[] {
  return [schedule(root, textAt(root, 'suite', 'name') ?? root.file, textAt(root, 'data', 'asset', 'name'))];
}

function schedule(spot: Spot, suite: string, dataset: string | null): FactOf<'data.validation'> {
  return {
    type: 'data.validation', place: placeOf(spot), also: [], release: null, run: null,
    dataset, datasetVersion: null, datasetHash: null,
    suite, system: 'great-expectations', kind: 'schedule',
    success: null, evaluated: null, passed: null, failed: null, listed: 0, failedChecks: [], columns: 0, kinds: [],
    gating: null, decision: null, owner: null, at: null,
  };
}
