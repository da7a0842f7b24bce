import type { FactOf } from '../../facts.ts';
import { instantOf } from '../../instant.ts';
import { plainAddress } from '../../plain-address.ts';
import { type Spot, at, items, placeOf, textAt, textsAt, wholeAt } from '../../spot.ts';

export function promptFact(prompt: Spot): FactOf<'prompt.version'> {
  const described = [textAt(prompt, 'description'), textAt(prompt, 'commit_message')].some((text) => (text ?? '').trim() !== '');
  const template = textAt(prompt, 'template') ?? '';
  return {
    type: 'prompt.version', place: placeOf(prompt), also: [], release: null, model: null, modelVersion: null, modelHash: null,
    prompt: textAt(prompt, 'name') ?? prompt.file, promptVersion: textAt(prompt, 'version'), promptHash: null, system: 'mlflow-prompt',
    aliases: textsAt(prompt, 'aliases'), variables: Array.isArray(at(prompt, 'variables').value) ? textsAt(prompt, 'variables').slice(0, 200) : variablesIn(template),
    guardrailPolicy: null, toolSchema: null, tests: null, described, current: null, at: instantOf(textAt(prompt, 'creation_timestamp')),
  };
}

/** `{{name}}` as prompts of MLflow write their variables. */
export function variablesIn(template: string): readonly string[] {
  return [...new Set([...template.slice(0, 100_000).matchAll(/\{\{\s*([\w.]{1,100})\s*\}\}/g)].map(([, name]) => name ?? ''))].slice(0, 200);
}

/** The records that are really there count, where they are listed. */
export function evaluationDatasetFact(dataset: Spot): FactOf<'data.snapshot'> {
  const listed = at(dataset, 'records');
  const records = Array.isArray(listed.value) ? items(listed).length : wholeAt(dataset, 'profile', 'num_records');
  const source = textAt(dataset, 'source', 'uri');
  return {
    type: 'data.snapshot', place: placeOf(dataset), also: [], release: null, run: null,
    dataset: textAt(dataset, 'name'), datasetVersion: textAt(dataset, 'tags', 'version') ?? textAt(dataset, 'digest'), datasetHash: null,
    system: 'mlflow', role: 'evaluation', path: null, stage: null, bytes: null, files: null, records, empty: records === 0,
    hashAlgorithm: null, hashed: false, storage: null, sources: source === null ? [] : [plainAddress(source)], licence: null, frozen: false,
    at: instantOf(textAt(dataset, 'create_time') ?? textAt(dataset, 'created_time')),
  };
}
