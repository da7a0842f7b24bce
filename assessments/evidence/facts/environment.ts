import { z } from 'zod';
import { count, flag, instant, maybeCount, maybeNumber, maybeText, read, text, texts } from './field.ts';
import { ofImage, ofModel } from './naming.ts';

const environmentDefinition = z.strictObject({
  type: z.literal('environment.definition'), ...read, ...ofImage,
  name: text('name; the path where it has none'),
  kind: z.enum(['container', 'python', 'cluster', 'compute', 'workspace', 'stage', 'storage', 'other']).describe('container: Dockerfile; python: conda, python_env; compute: training or serving hardware; stage: dev, staging, prod as such; storage: remotes for data and models'),
  system: text('dockerfile, conda, mlproject, terraform, bicep, azure-ml, kubernetes, github-environment, dvc-remote, helm, …'),
  stage: z.enum(['development', 'test', 'staging', 'production', 'unstated']),
  runtimeVersion: maybeText('language or platform version'),
  pinned: flag('everything it builds on is pinned: base images by digest, packages by exact version'),
  packages: count('packages it installs by name'), unpinned: count('of these, without an exact version'),
  stages: maybeCount('build stages of a Dockerfile'),
  unprivileged: flag('it runs as a user other than root'), healthChecked: flag('a health check is declared'),
  cpus: maybeNumber('processors'), memoryBytes: maybeNumber('bytes of memory'), gpus: maybeNumber('accelerators'), nodes: maybeCount('machines or replicas'),
  hardware: maybeText('machine or accelerator type as written'),
  autoscaled: flag('it grows and shrinks by itself'),
  protected: flag('a rule protects it: reviewers, wait time, policy'),
  location: maybeText('region or address, without account'),
}).describe('An environment as it is written down: image, packages, machines, stage, storage');

const retirementRecord = z.strictObject({
  type: z.literal('retirement.record'), ...read, ...ofModel,
  name: text('model, service or endpoint that is retired'),
  kind: z.enum(['archived', 'deleted', 'scaled-to-zero', 'removed', 'retired', 'planned']).describe('archived: registry stage; deleted: lifecycle; removed: gone from the history; planned: only announced'),
  system: text('mlflow, kserve, git, document, …'),
  successor: maybeText('what takes its place'), reason: maybeText('why'),
  approved: flag('somebody decided it'), dataKept: flag('it says what becomes of data and artefacts'),
  at: instant('when'),
}).describe('A model or service was taken out of use');

const secretUse = z.strictObject({
  type: z.literal('secret.use'), ...read,
  name: text('path of the file'), system: text('github-actions, gitlab-ci, compose, dockerfile, …'),
  byName: texts('passwords, tokens and keys that are taken by name from a store, a variable or a mounted file, at most 100'),
  inPlain: texts('settings named as a password, token or key whose value is written out; only their names, at most 100'),
}).describe('How a file of the environment or the pipeline gives its secrets; values are never kept');

export const environmentFacts = {
  'environment.definition': environmentDefinition,
  'retirement.record': retirementRecord,
  'secret.use': secretUse,
} as const;
