import { completeFacts, readEvidence } from '#assessments';
import { expect, it } from 'vitest';
import { sourceFile } from '../../builders/source-file.ts';

const empty = 'd751713988987e9331980363e24189ce.dir';
const model = '4868202a6dce36802eade166deddb8ed';

const definition = `stages:
  prepare:
    cmd: python prepare.py
    deps: [raw.csv]
    outs: [data/prepared]
  train:
    cmd: python train.py --epochs 20
    deps: [data/prepared]
    outs: [model.pt]
    params: [lr]
    metrics:
      - metrics/mrr.metric: {cache: false}
  loop:
    foreach: [uk, us]
    do:
      cmd: python report.py \${item}
      outs: ["\${item}.html"]
  serve:
    cmd: python serve.py
artifacts:
  disambiguation:
    path: model.pt
    type: model
    desc: picks the picture
`;

const lock = `schema: '2.0'
stages:
  prepare:
    cmd: python  prepare.py
    deps: [{path: raw.csv, md5: 56c0e20e54aead4eff10d8f89a8e13ff, size: 9}]
    outs: [{path: data/prepared, md5: ${empty}, size: 0, nfiles: 0}]
  train:
    cmd: python train.py --epochs 10
    deps: [{path: data/prepared, md5: ${empty}, size: 0, nfiles: 0}]
    params: {params.yaml: {lr: 0.1}, conf.yaml: {depth: 3}}
    outs:
      - {path: model.pt, md5: ${model}, size: 408}
      - {path: metrics/mrr.metric, md5: ac9b4d1a7e52e0cda6562a18b2e2833f, size: 23}
  loop@uk: {cmd: python report.py uk, outs: [{path: uk.html, md5: ac9b4d1a7e52e0cda6562a18b2e2833e, size: 2}]}
  gone: {cmd: python gone.py}
`;

function readTogether(files: Readonly<Record<string, string>>) {
  return completeFacts(Object.entries(files).map(([path, text]) => readEvidence(sourceFile(path, text))));
}

function runsIn(files: Readonly<Record<string, string>>) {
  return readTogether(files).facts.filter((fact) => fact.type === 'pipeline.run');
}

it('holds the lock against the definition: current, stale, removed, and never run stages', () => {
  const runs = runsIn({ 'product/dvc.lock': lock, 'product/dvc.yaml': definition, 'product/metrics/mrr.metric': 'MRR: 0.83\n' });

  expect(runs.map(({ run, pipeline, job, status, stale, empty: hollow, outputs, inputs, parameters, metrics, modelHash, model: name }) => ({ run, pipeline, job, status, stale, hollow, outputs, inputs, parameters, metrics, modelHash, name }))).toEqual([
    { run: 'gone', pipeline: 'product/dvc.yaml', job: 'gone', status: 'succeeded', stale: true, hollow: true, outputs: 0, inputs: 0, parameters: [], metrics: [], modelHash: null, name: null },
    { run: 'loop@uk', pipeline: 'product/dvc.yaml', job: 'loop', status: 'succeeded', stale: false, hollow: false, outputs: 1, inputs: 0, parameters: [], metrics: [], modelHash: null, name: null },
    { run: 'prepare', pipeline: 'product/dvc.yaml', job: 'prepare', status: 'succeeded', stale: false, hollow: false, outputs: 1, inputs: 1, parameters: [], metrics: [], modelHash: null, name: null },
    { run: 'train', pipeline: 'product/dvc.yaml', job: 'train', status: 'succeeded', stale: true, hollow: false, outputs: 2, inputs: 1, parameters: ['lr', 'conf.yaml:depth'], metrics: ['MRR'], modelHash: model, name: 'disambiguation' },
    { run: 'serve', pipeline: 'product/dvc.yaml', job: 'serve', status: 'skipped', stale: false, hollow: false, outputs: 0, inputs: 0, parameters: [], metrics: [], modelHash: null, name: null },
  ]);
});

it('says that an output is empty and a lock is stale', () => {
  const { facts } = readTogether({ 'dvc.lock': lock, 'dvc.yaml': definition });

  expect(facts.filter((fact) => fact.type === 'contradiction').map(({ kind, about }) => `${kind} ${about}`)).toEqual([
    'empty-output data/prepared', 'finished-empty gone', 'stale-lock disambiguation', 'stale-lock gone',
  ]);
});

it('without a lock nothing has run, and without a definition nothing is stale', () => {
  expect([runsIn({ 'dvc.yaml': definition }), runsIn({ 'dvc.lock': lock }).filter(({ stale, status }) => stale || status === 'skipped')]).toEqual([[], []]);
});

it('gives a registered model the digest of its output, from the lock or a tracked file, unless they disagree', () => {
  const hashes = (files: Readonly<Record<string, string>>) => readTogether(files).facts.filter((fact) => fact.type === 'model.version').map(({ model: name, modelHash, described }) => ({ name, modelHash, described }));
  const tracked = (md5: string) => `outs:\n- {md5: ${md5}, size: 3, path: model.pt}\n`;

  expect([
    hashes({ 'dvc.yaml': definition }), hashes({ 'dvc.yaml': definition, 'dvc.lock': lock }),
    hashes({ 'dvc.yaml': definition, 'model.pt.dvc': tracked(model) }), hashes({ 'dvc.yaml': definition, 'dvc.lock': lock, 'model.pt.dvc': tracked('0'.repeat(32)) }),
  ].flat()).toEqual([null, model, model, null].map((modelHash) => ({ name: 'disambiguation', modelHash, described: true })));
});

it('puts the files of a DVCLive folder together, the empty ones too', () => {
  const runs = runsIn({
    'a/dvclive/metrics.json': '{"step": 2, "loss": 0.1}', 'a/dvclive/params.yaml': 'lr: 0.1\nmodel: {depth: 3}\n',
    'a/dvclive/plots/metrics/train/loss.tsv': 'step\tloss\n0\t0.4\n1\t0.1\n', 'b/dvclive/metrics.json': '{}',
  });

  expect(runs.map(({ run, status, metrics, parameters, tracked, empty: hollow }) => ({ run, status, metrics, parameters, tracked, hollow }))).toEqual([
    { run: 'a/dvclive', status: 'unknown', metrics: ['loss', 'train.loss'], parameters: ['lr', 'model.depth'], tracked: true, hollow: false },
    { run: 'b/dvclive', status: 'unknown', metrics: [], parameters: [], tracked: false, hollow: true },
  ]);
});

it('names the credentials of a configuration and never reads them', () => {
  const reading = readEvidence(sourceFile('.dvc/config.local', `[core]\n    remote = s\n['remote "s"']\n    url = https://anna:pw@host/x?token=1\n    password = pw\n`));

  expect({ location: reading.facts.map((fact) => (fact.type === 'environment.definition' ? [fact.name, fact.location] : null)), told: reading.diagnostics.map(({ kind, en }) => [kind, en.includes('s.password')]), leaks: JSON.stringify(reading).includes('pw') }).toEqual({
    location: [['s', 'https://host/x']], told: [['partial', true]], leaks: false,
  });
});
