import type { Fact, FactOf } from '../../facts.ts';
import type { Fragment } from '../../fragment.ts';
import { instantOf } from '../../instant.ts';
import type { Reading } from '../../importer.ts';
import { type Spot, at, isGiven, isMapping, items, members, placeOf, settingAt, textAt, wholeAt } from '../../spot.ts';
import { unstatedVersion } from './registry-facts.ts';
import { filled } from './run-record.ts';

/** MLmodel: flavors, and at least one of the keys that only this file has. */
export function isModelFile(root: Spot): boolean {
  return isMapping(at(root, 'flavors').value) && ['artifact_path', 'utc_time_created', 'model_uuid', 'mlflow_version', 'run_id', 'signature'].some((key) => isGiven(at(root, key)));
}

/**
 * The model and its signature. MLflow keeps a copy beside registered models (`metadata/MLmodel`): what says the same
 * under one id is put together as one.
 */
export function modelFileReading(root: Spot): Reading {
  const identity = textAt(root, 'model_uuid') ?? textAt(root, 'model_id');
  const facts = [modelFact(root), ...signatureFacts(root), ...conversionFacts(root)];
  if (identity === null) return { facts, diagnostics: [] };
  const copy: Fragment = { set: 'mlflow-model', key: identity, part: 'model', name: root.file, value: facts.map((fact) => ({ ...fact })), place: placeOf(root) };
  return { facts: [], diagnostics: [], fragments: [copy] };
}

function modelFact(root: Spot): FactOf<'model.version'> {
  const flavors = members(at(root, 'flavors'));
  const named = flavors.filter(([name]) => name !== 'python_function');
  const [main, settings] = named[0] ?? [];
  const created = textAt(root, 'utc_time_created');
  return {
    ...unstatedVersion(placeOf(root), 'mlflow-model'),
    model: filled(textAt(root, 'name')), run: filled(textAt(root, 'run_id')), uri: filled(textAt(root, 'artifact_path')),
    frameworks: (named.length > 0 ? named : flavors).map(([name]) => name),
    frameworkVersion: main === undefined || settings === undefined ? null : textAt(settings, `${main}_version`),
    runtimeVersion: textAt(root, 'flavors', 'python_function', 'python_version'),
    signature: isGiven(at(root, 'signature', 'inputs')) || isGiven(at(root, 'signature', 'outputs')),
    inputExample: isMapping(at(root, 'saved_input_example_info').value),
    environment: flavors.some(([, flavor]) => isGiven(at(flavor, 'env'))),
    bytes: wholeAt(root, 'model_size_bytes'),
    createdAt: instantOf(created === null || /Z|[+-][0-9]{2}:?[0-9]{2}$/.test(created) ? created : `${created}Z`),
  };
}

/** The inputs are a list, in a text of JSON or (rarely) written out. */
function signatureFacts(root: Spot): readonly Fact[] {
  const columns = columnsIn(at(root, 'signature', 'inputs'));
  if (columns.length === 0) return [];
  const names = columns.map(({ name }) => name).filter((name) => name !== null);
  const run = textAt(root, 'run_id');
  return [{
    type: 'feature.definition', place: placeOf(at(root, 'signature', 'inputs')), also: [], release: null,
    feature: filled(textAt(root, 'name')) ?? (run === null ? root.file : `${run}/${textAt(root, 'artifact_path') ?? 'model'}`), featureVersion: null, featureHash: null,
    system: 'mlflow-signature', kind: 'schema', columns: names.slice(0, 200), columnCount: columns.length,
    typed: columns.every(({ type }) => type !== null), bounded: columns.some(({ required }) => required), entities: [],
    online: false, offline: false, freshnessSeconds: null, registry: null, owner: null,
  }];
}

type Column = { readonly name: string | null; readonly type: string | null; readonly required: boolean };

function columnsIn(inputs: Spot): readonly Column[] {
  const listed = Array.isArray(inputs.value) ? inputs : { ...inputs, value: parsed(textAt(inputs)), embedded: true };
  return items(listed).slice(0, 10_000).map((column) => ({ name: textAt(column, 'name'), type: settingAt(column, 'type'), required: isGiven(at(column, 'required')) }));
}

function parsed(text: string | null): unknown {
  if (text === null || text.length > 1_000_000) return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

const formats: Readonly<Record<string, string>> = { onnx: 'onnx', openvino: 'openvino', tensorrt: 'tensorrt', tflite: 'tflite', torchscript: 'torchscript', coreml: 'coreml' };

/** No model is trained in these formats: one that is kept in them was converted. */
function conversionFacts(root: Spot): readonly Fact[] {
  return members(at(root, 'flavors')).flatMap(([flavor, settings]): readonly Fact[] => {
    const to = Object.hasOwn(formats, flavor) ? formats[flavor] : undefined;
    return to === undefined ? [] : [{
      type: 'model.conversion', place: placeOf(settings), also: [], model: filled(textAt(root, 'name')), modelVersion: null, modelHash: null, run: filled(textAt(root, 'run_id')),
      system: 'mlflow-model', from: null, to, optimisations: [], precision: null, stage: null, compared: false, qualityChange: null, speedup: null,
    }];
  });
}
