import { readEvidence, resolvePlace } from '#assessments';
import { expect, it } from 'vitest';
import { sourceFile } from '../../../builders/source-file.ts';

type Values = readonly (string | number | null)[];

function database(tables: Readonly<Record<string, { readonly columns: readonly string[]; readonly rows: readonly Values[] }>>, complete = true) {
  const given = { alembic_version: { columns: ['version_num'], rows: [['b7e4c1a90f23']] }, experiments: { columns: ['experiment_id', 'name', 'lifecycle_stage'], rows: [[0, 'Default', 'active']] }, runs: { columns: ['run_uuid'], rows: [] }, ...tables };
  const decoded = { kind: 'tables' as const, complete, tables: Object.entries(given).map(([name, { columns, rows }]) => ({ name, columns, rows: rows.map((values: Values, index) => ({ rowid: index + 1, values })) })) };
  return { ...sourceFile('mlflow.db', null), decoded };
}

const used = database({
  experiments: { columns: ['experiment_id', 'name', 'artifact_location', 'lifecycle_stage'], rows: [[1, 'fraud', './1', 'active'], [2, 'old', './2', 'deleted']] },
  runs: {
    columns: ['run_uuid', 'name', 'source_type', 'user_id', 'status', 'start_time', 'end_time', 'source_version', 'lifecycle_stage', 'experiment_id'],
    rows: [['r1', 'first', 'LOCAL', 'somebody', 'FINISHED', 1684623849419, 1684623853222, '', 'active', 1], ['r2', 'second', 'LOCAL', '', 'FINISHED', 1684623849419, null, '', 'active', 2]],
  },
  params: { columns: ['key', 'value', 'run_uuid'], rows: [['depth', '6', 'r1']] },
  tags: { columns: ['key', 'value', 'run_uuid'], rows: [['mlflow.source.git.commit', '3fbc4a046f43c7c2f977f23e0c3ab88e560766d8', 'r1']] },
  metrics: { columns: ['key', 'value', 'timestamp', 'run_uuid', 'step', 'is_nan'], rows: [['auc', 0.7, 1, 'r1', 0, 0], ['auc', 0.8, 2, 'r1', 1, 0]] },
  latest_metrics: { columns: ['key', 'value', 'timestamp', 'step', 'is_nan', 'run_uuid'], rows: [['auc', 0.8, 2, 1, 0, 'r1'], ['r2', 0, 2, 0, 1, 'r1']] },
  datasets: { columns: ['dataset_uuid', 'name', 'digest', 'dataset_source', 'dataset_profile'], rows: [['d', 'payments', '1a2b3c4d', '{"uri": "s3://bucket/p.parquet"}', '{"num_rows": 10}']] },
  inputs: { columns: ['input_uuid', 'source_type', 'source_id', 'destination_type', 'destination_id'], rows: [['i', 'DATASET', 'd', 'RUN', 'r1']] },
  input_tags: { columns: ['input_uuid', 'name', 'value'], rows: [['i', 'mlflow.data.context', 'testing']] },
  model_versions: {
    columns: ['name', 'version', 'creation_time', 'current_stage', 'source', 'run_id', 'status', 'description'],
    rows: [['fraud', 1, 1684623849419, 'Archived', 's3://models/1', 'r1', 'READY', 'first'], ['fraud', 2, 1684623849419, 'None', 's3://models/2', null, 'READY', null], ['greeting', 1, 1684623849419, null, 'x', null, 'READY', 'short']],
  },
  registered_model_aliases: { columns: ['alias', 'version', 'name'], rows: [['champion', 2, 'fraud']] },
  registered_model_tags: { columns: ['key', 'value', 'name'], rows: [['mlflow.prompt.is_prompt', 'true', 'greeting']] },
  model_version_tags: { columns: ['key', 'value', 'name', 'version'], rows: [['mlflow.prompt.text', 'Hello {{ name }}, {{name}}', 'greeting', 1]] },
});

it('reads runs, metrics, data, versions and prompts of a database, each at a row that resolves', () => {
  const { importer, facts, diagnostics } = readEvidence(used);
  const said = facts.map((fact) => {
    switch (fact.type) {
      case 'pipeline.run': return ['run', fact.run, fact.experiment, fact.status, fact.parameters, fact.metrics, fact.tracked, fact.empty, fact.deleted, fact.durationSeconds];
      case 'eval.metric': return ['metric', fact.metric, fact.value];
      case 'data.snapshot': return ['data', fact.dataset, fact.datasetVersion, fact.role, fact.records, fact.path];
      case 'model.version': return ['version', fact.model, fact.modelVersion, fact.stage, fact.aliases, fact.run, fact.described];
      case 'prompt.version': return ['prompt', fact.prompt, fact.variables, fact.described];
      case 'retirement.record': return ['retired', fact.name, fact.kind];
      default: return [fact.type];
    }
  });

  expect({ importer, diagnostics, said, astray: facts.filter(({ place }) => !resolvePlace(used, place).found) }).toEqual({
    importer: 'mlflow', diagnostics: [], astray: [],
    said: [
      ['run', 'r1', 'fraud', 'succeeded', ['depth'], ['auc', 'r2'], true, false, false, 3.803], ['code.revision'], ['eval.run'], ['metric', 'auc', 0.8], ['metric', 'r2', null],
      ['data', 'payments', '1a2b3c4d', 'test', 10, 's3://bucket/p.parquet'],
      ['run', 'r2', 'old', 'succeeded', [], [], false, true, true, null],
      ['version', 'fraud', '1', 'Archived', [], 'r1', true], ['retired', 'fraud 1', 'archived'], ['version', 'fraud', '2', 'None', ['champion'], null, false],
      ['prompt', 'greeting', ['name'], true],
    ],
  });
});

it('tells that nothing ever ran in an empty database, and that a large one was cut', () => {
  expect([database({}), database({}, false)].map((file) => readEvidence(file)).map(({ facts, diagnostics }) => [facts.length, diagnostics.map(({ kind }) => kind)])).toEqual([[0, ['empty']], [0, ['empty', 'partial']]]);
});

it('leaves a database of something else alone', () => {
  const other = { ...sourceFile('app.db', null), decoded: { kind: 'tables' as const, complete: true, tables: [{ name: 'experiments', columns: ['id'], rows: [] }] } };

  expect(readEvidence(other).importer).toBe(null);
});
