import { z } from 'zod';
import { count, flag, instant, maybeCount, maybeNumber, maybeText, person, read, text, texts } from './field.ts';
import { ofCode, ofModel, ofRelease, ofRun } from './naming.ts';

const pipelineDefinition = z.strictObject({
  type: z.literal('pipeline.definition'), ...read,
  system: text('github-actions, gitlab-ci, azure-pipelines, jenkins, dvc, kubeflow, argo-workflows, tfx, azure-ml, airflow, mlproject, …'),
  name: text('name of the workflow; its path where it has none'),
  jobs: count('number of jobs, stages or tasks'),
  reusable: flag('can be called by other pipelines (workflow_call, template, component)'),
  permissions: flag('declares the permissions of its token'),
  concurrency: flag('declares a concurrency group, so that two runs do not collide'),
}).describe('A pipeline as it is written down');

const pipelineTrigger = z.strictObject({
  type: z.literal('pipeline.trigger'), ...read,
  pipeline: text('name of the pipeline, as in its definition'),
  kind: z.enum(['push', 'pull-request', 'schedule', 'manual', 'release', 'after-pipeline', 'call', 'api', 'other']),
  event: text('the trigger as the file spells it'),
  branches: texts('branch or tag patterns it is limited to'),
  paths: texts('path patterns it is limited to'),
  schedule: maybeText('cron expression of a schedule'),
}).describe('What starts a pipeline');

const pipelineStep = z.strictObject({
  type: z.literal('pipeline.step'), ...read,
  pipeline: text('name of the pipeline, as in its definition'), job: text('name of the job or stage'),
  name: text('name of the step; the command or action where it has none'),
  kind: z.enum(['checkout', 'setup', 'prepare', 'build', 'package', 'test', 'lint', 'scan', 'train', 'evaluate', 'validate', 'convert', 'register', 'approve', 'deploy', 'rollback', 'verify', 'notify', 'other']).describe('what the step does, read from its command and name; prepare: data or features are made; validate: data or a model is checked; approve: a person must agree'),
  uses: maybeText('reused action, template or image, with its version'),
  pinned: flag('what is reused is pinned by a full commit hash or digest; false where nothing is reused'),
  command: maybeText('first 500 characters of the command'),
  gating: flag('a failure stops the job: no continue-on-error, no || true, no --exit-zero, no allow_failure'),
  conditional: maybeText('condition under which the step runs'),
  environment: maybeText('protected environment of the job (where approvals can be required)'),
  needs: texts('jobs that must have passed before'),
  matrix: texts('axes the job is repeated over: python-version, os, …'),
}).describe('A step of a pipeline as it is written down');

const pipelineRun = z.strictObject({
  type: z.literal('pipeline.run'), ...read, ...ofRelease, ...ofCode, ...ofModel,
  run: text('run id: MLflow run_id, workflow run id, OpenLineage runId; path#stage for a DVC lock'),
  pipeline: maybeText('name of the pipeline or entry point'), job: maybeText('job or stage within it'),
  experiment: maybeText('experiment it belongs to'), name: maybeText('name of the run'), parentRun: maybeText('run it is part of'),
  system: text('mlflow, github-actions, dvc, openlineage, zenml, tfx, …'),
  status: z.enum(['succeeded', 'failed', 'cancelled', 'running', 'queued', 'skipped', 'unknown']).describe('outcome; MLflow 3 FINISHED = succeeded, 4 FAILED, 5 KILLED = cancelled'),
  trigger: maybeText('event or cause as written'), branch: maybeText('branch it ran on'),
  attempt: maybeCount('which attempt it was, from 1'),
  parameters: texts('names of parameters, at most 200'), parameterCount: count('number of parameters'),
  metrics: texts('names of metrics, at most 200'), metricCount: count('number of metrics'),
  tracked: flag('at least one metric has values over several steps'),
  empty: flag('it ended well but keeps neither a parameter nor a metric nor an output'),
  outputs: count('artefacts, models or stage outputs it names'), inputs: count('datasets, dependencies it names'),
  steps: maybeCount('steps it lists'), failedSteps: texts('steps that failed'),
  deleted: flag('lifecycle_stage deleted'),
  stale: flag('the definition has changed since: another command in dvc.yaml than in dvc.lock'),
  user: person('who started it'),
  startedAt: instant('start'), endedAt: instant('end'), durationSeconds: maybeNumber('seconds from start to end'),
}).describe('One execution of a pipeline, job, stage or training');

const lineageEdge = z.strictObject({
  type: z.literal('lineage.edge'), ...read, ...ofRun,
  from: text('name of the input'), fromKind: z.enum(['data', 'model', 'feature', 'code', 'artifact', 'prompt', 'other']), fromHash: maybeText('its digest'),
  to: text('name of the output'), toKind: z.enum(['data', 'model', 'feature', 'code', 'artifact', 'prompt', 'other']), toHash: maybeText('its digest'),
  by: maybeText('job, stage or run that made one from the other'),
  system: text('dvc, openlineage, mlflow, croissant, spdx, …'),
  recorded: flag('it was recorded by a run; false where a pipeline only declares it'),
}).describe('One thing was made from another');

const parameterFile = z.strictObject({
  type: z.literal('parameter.file'), ...read, ...ofRun,
  file: text('path of the file that holds the values'),
  kind: z.enum(['file', 'script', 'recorded']).describe('file: a file of settings (params.yaml, training.yaml, config.py); script: defaults in the program itself (argparse, click, constants); recorded: an input that a run recorded (dvc.lock)'),
  parameters: texts('names of hyperparameters, at most 200'), parameterCount: count('number of hyperparameters'),
  seed: flag('a random seed is among the values'), dataPaths: flag('paths of data or models are among them'), resources: flag('processors, memory or accelerators are among them'),
  fileHash: maybeText('digest of the file as the run recorded it, whole'),
}).describe('Settings of a training as they are written down: hyperparameters, data paths, resources');

export const pipelineFacts = {
  'pipeline.definition': pipelineDefinition,
  'pipeline.trigger': pipelineTrigger,
  'pipeline.step': pipelineStep,
  'pipeline.run': pipelineRun,
  'lineage.edge': lineageEdge,
  'parameter.file': parameterFile,
} as const;
