import { readEvidence } from '#assessments';
import { describe, expect, it } from 'vitest';
import { sourceFile } from '../../../builders/source-file.ts';

const read = (text: string, path = 'azure-pipelines.yml') => readEvidence(sourceFile(path, text));
const steps = (text: string) => read(text).facts.flatMap((fact) => (fact.type === 'pipeline.step' ? [fact] : []));

describe('what is an Azure pipeline', () => {
  it.each([
    ['steps:\n- script: make\n', true],
    ['jobs:\n- deployment: a\n', true],
    ['stages:\n- template: a.yml\n', true],
    ['trigger: [main]\nextends:\n  template: a.yml\n', true],
    ['on: push\njobs:\n  a: {steps: [{script: x}]}\n', false],
    ['steps:\n- name: build\n  image: x\n', false],
    ['steps:\n  train: {enable_cache: true}\n', false],
    ['stages:\n  train: {cmd: python train.py}\n', false],
    ['variables: {a: b}\n', false],
  ])('%j: %s', (text, expected) => {
    expect(read(text).importer === 'azure-pipelines').toBe(expected);
  });
});

describe('what a task does', () => {
  it.each([
    ['task: Docker@2\n  inputs: {command: buildAndPush}', 'register'],
    ['task: Docker@2\n  inputs: {command: login}', 'setup'],
    ['task: HelmDeploy@0\n  inputs: {command: upgrade}', 'deploy'],
    ['task: HelmDeploy@0\n  inputs: {command: rollback}', 'rollback'],
    ['task: TerraformTaskV4@4\n  inputs: {command: apply}', 'deploy'],
    ['task: TerraformTaskV4@4\n  inputs: {command: plan}', 'other'],
    ['task: Bash@3\n  inputs: {targetType: filePath, filePath: scripts/train.sh}', 'train'],
    ['task: PythonScript@0\n  inputs: {scriptPath: src/evaluate.py, arguments: --fast}', 'evaluate'],
    ['task: PowerShell@2\n  displayName: 部署\n  inputs: {targetType: inline, script: ./x.ps1}', 'deploy'],
    ['task: Vendor.pack.DeployToEndpoint@1', 'deploy'],
    ['task: Npm@1\n  inputs: {command: publish}', 'register'],
    ['task: ManualIntervention@8', 'approve'],
    ['reviewApp: staging', 'deploy'],
  ])('%j: %s', (step, kind) => {
    expect(steps(`steps:\n- ${step}\n`).map((fact) => fact.kind)).toEqual([kind]);
  });
});

describe('what holds a deployment back', () => {
  it('stages wait for the one before, unless they name others or none', () => {
    const text = 'stages:\n- {stage: a, jobs: [{job: one, steps: [{script: pytest}]}]}\n- {stage: b, dependsOn: [], jobs: [{job: two, steps: [{script: make}]}]}\n- {stage: c, jobs: [{job: three, dependsOn: four, steps: [{script: x}]}]}\n- {stage: d, dependsOn: a, jobs: [{deployment: five, environment: {name: prod}, strategy: {runOnce: {deploy: {steps: [{script: kubectl apply -f x}]}}}}]}\n';

    expect(steps(text).map(({ job, needs, environment }) => ({ job, needs, environment }))).toEqual([
      { job: 'one', needs: [], environment: null },
      { job: 'two', needs: [], environment: null },
      { job: 'three', needs: ['two', 'four'], environment: null },
      { job: 'five', needs: ['one'], environment: 'prod' },
    ]);
  });

  it('continueOnError and || true let failures through', () => {
    const text = 'steps:\n- script: pytest || true\n- script: pytest\n  continueOnError: true\n- script: pytest\n  continueOnError: false\n';

    expect(steps(text).map(({ gating }) => gating)).toEqual([false, false, true]);
  });
});
