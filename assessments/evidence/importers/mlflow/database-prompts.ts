import type { FactOf } from '../../facts.ts';
import { instantOf } from '../../instant.ts';
import type { DatabaseRow } from './database.ts';
import { variablesIn } from './exported-others.ts';

/** A prompt is a registered model whose text is a tag of its versions. */
export function databasePromptFact(row: DatabaseRow, aliases: readonly string[], tags: readonly DatabaseRow[]): FactOf<'prompt.version'> {
  const text = tags.find((tag) => tag.text('key') === 'mlflow.prompt.text')?.text('value') ?? '';
  return {
    type: 'prompt.version', place: row.place, also: [], release: null, model: null, modelVersion: null, modelHash: null,
    prompt: row.text('name') ?? '', promptVersion: row.text('version'), promptHash: null, system: 'mlflow-prompt', aliases, variables: variablesIn(text),
    guardrailPolicy: null, toolSchema: null, tests: null, described: (row.text('description') ?? '').trim() !== '', current: null, at: instantOf(row.text('creation_time')),
  };
}
