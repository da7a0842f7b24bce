import { readFileSync } from 'node:fs';
import { type FileReading, completeFacts, readEvidence } from '#assessments';
import { expect, it } from 'vitest';
import { sourceFile } from '../../builders/source-file.ts';

const store = 'mlruns';
const id = '83a076a471614e9abf298e36abe70e5c';
const run = `${store}/8/${id}`;
const sample = (name: string) => readFileSync(new URL(`../../fixtures/importers/mlflow/${name}`, import.meta.url), 'utf8');

function readings(files: Readonly<Record<string, string>>): readonly FileReading[] {
  return Object.entries(files).map(([path, text]) => readEvidence(sourceFile(path, text)));
}

function together(files: Readonly<Record<string, string>>) {
  return completeFacts(readings(files));
}

const experiment = `artifact_location: file:///home/somebody/mlruns/8\nexperiment_id: '8'\nlifecycle_stage: active\nname: /Users/somebody@example.com/AMZN\n`;

const stored: Readonly<Record<string, string>> = {
  [`${store}/8/meta.yaml`]: experiment,
  [`${run}/meta.yaml`]: sample('meta.yaml'),
  [`${run}/params/Best Trade [%]`]: '', [`${run}/params/stock_sma`]: 'AMZN', [`${run}/params/config`]: '{"a": [1,',
  [`${run}/metrics/train/loss`]: '1665615288278 0.5 0\n1665615288279 0.25 1\n', [`${run}/metrics/rmse`]: '1665615288278 nan 0\n',
  [`${run}/tags/mlflow.source.git.commit`]: '3fbc4a046f43c7c2f977f23e0c3ab88e560766d8', [`${run}/tags/mlflow.source.name`]: 'C:\\Users\\somebody\\train.py',
  [`${run}/tags/mlflow.runName`]: 'self_stock', [`${run}/tags/mlflow.user`]: 'somebody', [`${run}/tags/mlflow.log-model.history`]: '[{"run_id": "1"}]',
  [`${run}/inputs/1/meta.yaml`]: 'source_type: DATASET\nsource_id: d1\ndestination_type: RUN\ndestination_id: x\ntags:\n  mlflow.data.context: training\n',
  [`${store}/8/datasets/d1/meta.yaml`]: `name: prices\ndigest: 062ac4fa\nsource_type: local\nsource: '{"uri": "/home/somebody/prices.csv"}'\nprofile: '{"num_rows": 1200}'\n`,
};

it('puts a run of the file store together from its files', () => {
  const { facts, diagnostics } = together(stored);
  const [found] = facts.filter((fact) => fact.type === 'pipeline.run');

  expect(diagnostics).toEqual([]);
  expect({ ...found, also: found?.also.map((place) => place.file.replace(`${run}/`, '')) }).toEqual({
    type: 'pipeline.run', place: { file: `${run}/meta.yaml`, pointer: '/0' },
    also: ['mlruns/8/meta.yaml', 'tags/mlflow.log-model.history', 'tags/mlflow.runName', 'tags/mlflow.source.git.commit', 'tags/mlflow.source.name', 'tags/mlflow.user', 'metrics/rmse', 'metrics/train/loss', 'params/Best Trade [%]', 'params/config', 'params/stock_sma'],
    run: id, system: 'mlflow', status: 'succeeded', experiment: '~/AMZN', name: 'self_stock', user: 'somebody',
    commit: '3fbc4a046f43c7c2f977f23e0c3ab88e560766d8', repository: null, branch: null, trigger: null, parentRun: null, pipeline: null, job: null, attempt: null,
    parameters: ['Best Trade [%]', 'config', 'stock_sma'], parameterCount: 3, metrics: ['rmse', 'train/loss'], metricCount: 2, tracked: true, empty: false, outputs: 1, inputs: 1,
    steps: null, failedSteps: [], deleted: false, stale: false, release: null, model: null, modelVersion: null, modelHash: null,
    startedAt: '2022-10-12T22:30:31.406Z', endedAt: '2022-10-12T22:30:36.257Z', durationSeconds: 4.851,
  });
});

it('gives its code, its metrics and its data with it, and nobody’s home', () => {
  const { facts } = together(stored);
  const said = facts.flatMap((fact) => {
    if (fact.type === 'code.revision') return [`${fact.file} at ${fact.commit.slice(0, 7)} whole ${fact.commitWhole}`];
    if (fact.type === 'eval.metric') return [`${fact.metric} ${fact.value} ${fact.kind}`];
    return fact.type === 'data.snapshot' ? [`${fact.dataset} ${fact.datasetVersion} ${fact.role} ${fact.records} ${fact.path} hashed ${fact.hashed}`] : [];
  });

  expect(said).toEqual(['~\\train.py at 3fbc4a0 whole true', 'rmse null quality', 'train/loss 0.25 quality', 'prices 062ac4fa training 1200 ~/prices.csv hashed false']);
});

it('does not care in which order the files come', () => {
  const files = Object.entries(stored);

  expect(together(Object.fromEntries(files.toReversed()))).toEqual(together(stored));
});

it('shows a finished run that kept nothing, and tells of an experiment without runs', () => {
  const hollow = together({ [`${run}/meta.yaml`]: sample('meta.yaml'), [`${store}/9/meta.yaml`]: experiment.replace("'8'", "'9'") });

  expect({ kinds: hollow.facts.filter((fact) => fact.type === 'contradiction').map(({ kind }) => kind), told: hollow.diagnostics.map(({ kind, path, place }) => [kind, path, place]) }).toEqual({
    kinds: ['finished-empty'], told: [['empty', `${store}/9/meta.yaml`, { file: `${store}/9/meta.yaml`, pointer: '/0' }]],
  });
});

it('counts a run that was exported twice once, with the name of its experiment', () => {
  const exported = { system: { mlflow_version: '2.3.2' }, mlflow: { experiment: { experiment_id: '0828080c9c7b43a7b7624307809cfcda', name: 'wine', artifact_location: 'dbfs:/x', lifecycle_stage: 'deleted' } } };
  const { facts } = together({ 'a/experiment.json': JSON.stringify(exported), 'a/runs/r/run.json': sample('run.json'), 'b/run.json': sample('run.json'), 'c/experiment.json': JSON.stringify(exported), 'c/r/run.json': sample('run.json') });

  expect(facts.filter((fact) => fact.type === 'pipeline.run').map(({ experiment: name, deleted, outputs, inputs, also }) => ({ name, deleted, outputs, inputs, also: also.map(({ file }) => file) }))).toEqual([
    { name: 'wine', deleted: true, outputs: 1, inputs: 1, also: ['a/experiment.json', 'c/r/run.json', 'c/experiment.json'] },
    { name: '0828080c9c7b43a7b7624307809cfcda', deleted: false, outputs: 1, inputs: 1, also: [] },
  ]);
});

it('reads runs as the old export, the command line and the REST interface write them', () => {
  const info = { run_id: 'r1', experiment_id: '1', status: 'FAILED', start_time: 1684623849419, end_time: 1684623853222 };
  const forms = {
    'old.json': { export_info: { mlflow_version: '1.20' }, info: { run_uuid: 'r0', experiment_id: '1', status: 'KILLED' }, params: { a: '1' }, metrics: { m: [{ value: 1, step: 0 }, { value: 3, step: 2 }, { value: 2, step: 1 }] }, tags: {} },
    'cli.json': { info, data: { params: { a: '1', b: '2' }, metrics: { m: 0.5 }, tags: { 'mlflow.parentRunId': 'p' } }, inputs: { dataset_inputs: [] } },
    'rest.json': { runs: [{ info, data: { params: [{ key: 'a', value: '1' }], metrics: [{ key: 'm', value: 0.5, step: 3 }], tags: [{ key: 'mlflow.runName', value: 'n' }] } }] },
  };
  const { facts } = together(Object.fromEntries(Object.entries(forms).map(([path, form]) => [path, JSON.stringify(form)])));

  expect(facts.flatMap((fact) => (fact.type === 'pipeline.run' ? [[fact.place.file, fact.run, fact.status, fact.name, fact.parentRun, fact.parameterCount, fact.tracked]] : fact.type === 'eval.metric' ? [[fact.metric, fact.value]] : []))).toEqual([
    ['old.json', 'r0', 'cancelled', null, null, 1, true], ['m', 3],
    ['cli.json', 'r1', 'failed', null, 'p', 2, false], ['m', 0.5],
    ['rest.json', 'r1', 'failed', 'n', null, 1, false], ['m', 0.5],
  ]);
});

it('joins the versions of the registry in the file store with their aliases', () => {
  const version = (number: number, stage: string) => `name: fraud\nversion: ${number}\ncurrent_stage: ${stage}\nsource: /home/somebody/mlruns/1/x/artifacts/model\nrun_id: r${number}\nstatus: READY\ncreation_timestamp: 1711958400000\nlast_updated_timestamp: 1711958400000\ndescription: ''\nuser_id: ''\n`;
  const { facts } = together({
    'mlruns/models/fraud/meta.yaml': 'name: fraud\ncreation_timestamp: 1711958400000\nlast_updated_timestamp: 1711958400000\ndescription: scores payments\n',
    'mlruns/models/fraud/version-1/meta.yaml': version(1, 'Archived'), 'mlruns/models/fraud/version-2/meta.yaml': version(2, 'None'),
    'mlruns/models/fraud/aliases/champion': '2', 'mlruns/models/other/aliases/champion': '1',
  });

  expect(facts.map((fact) => (fact.type === 'model.version' ? [fact.modelVersion, fact.stage, fact.aliases, fact.run, fact.uri, fact.also.length] : fact.type === 'retirement.record' ? [fact.kind, fact.name] : [fact.type]))).toEqual([
    ['1', 'Archived', [], 'r1', '~/mlruns/1/x/artifacts/model', 0], ['archived', 'fraud 1'], ['2', 'None', ['champion'], 'r2', '~/mlruns/1/x/artifacts/model', 1],
  ]);
});

it('counts the copy of a model file beside a registered model once', () => {
  const { facts } = together({ 'model/MLmodel': sample('MLmodel'), 'model/metadata/MLmodel': sample('MLmodel') });

  expect(facts.map((fact) => [fact.type, fact.place.file, fact.also])).toEqual([
    ['model.version', 'model/MLmodel', [{ file: 'model/metadata/MLmodel', pointer: '/0' }]], ['feature.definition', 'model/MLmodel', [{ file: 'model/metadata/MLmodel', pointer: '/0' }]],
  ]);
});
