import { z } from 'zod';
import { count, flag, instant, maybeCount, maybeFlag, maybeNumber, maybeText, person, read, text, texts } from './field.ts';
import { ofCode, ofData, ofModel, ofRelease, ofRun } from './naming.ts';

const modelVersion = z.strictObject({
  type: z.literal('model.version'), ...read, ...ofRelease, ...ofModel, ...ofRun, ...ofCode, ...ofData,
  system: z.enum(['mlflow-registry', 'mlflow-model', 'dvc', 'release-playbook', 'signature', 'tfx', 'azure-ml', 'huggingface', 'other']).describe('mlflow-model: an MLmodel file; signature: model.sig'),
  stage: maybeText('stage as written: Production, Staging, Archived, shadow, canary; null under aliases'),
  aliases: texts('aliases that point to this version'),
  status: maybeText('READY, FAILED_REGISTRATION, approved, …'),
  uri: maybeText('where the artefact lies, without home folders and accounts'),
  frameworks: texts('flavours or libraries: sklearn, pytorch, onnx'), frameworkVersion: maybeText('version of the main one'),
  runtimeVersion: maybeText('language version, for example of Python'),
  signature: flag('inputs and outputs are declared'), inputExample: flag('an input example is kept'),
  environment: flag('environment files belong to it (conda, requirements)'),
  bytes: maybeCount('size in bytes'),
  signed: flag('a signature is there; not verified'),
  described: flag('it has a description that is not empty'),
  deleted: flag('lifecycle or status says deleted'),
  owner: person('owner or user'),
  approvalConditions: maybeText('conditions of use'), rollbackTarget: maybeText('version to go back to'),
  evaluation: maybeText('evaluation report it names'), dashboard: maybeText('monitoring it names'),
  reviewAt: instant('next review'), reviewStated: flag('a review date or period is stated'),
  createdAt: instant('when it was made'), updatedAt: instant('last change'),
}).describe('One version of a model: a registry entry, a model file, or the model block of a bundle');

const modelCard = z.strictObject({
  type: z.literal('model.card'), ...read, ...ofRelease, ...ofModel,
  name: text('title'), format: z.enum(['huggingface', 'model-card-toolkit', 'cyclonedx', 'free-form']),
  licence: maybeText('licence'),
  baseModels: texts('models it is made from'), datasets: texts('datasets it names'),
  metrics: texts('metrics it names'), results: count('results with a value'),
  sections: texts('headings with content'), emptySections: texts('headings without content, tables without rows, placeholder only'),
  placeholders: count('[More Information Needed], unfilled brackets'),
  intendedUse: flag('intended use'), outOfScope: flag('uses it is not for'), limitations: flag('limits and risks'),
  trainingData: flag('training data'), evaluation: flag('evaluation'), fairness: flag('bias and fairness'),
  environmentalImpact: flag('energy or emissions'), contact: flag('who to ask'),
  updatedAt: instant('date it carries'),
}).describe('What a document says about a model');

const modelConversion = z.strictObject({
  type: z.literal('model.conversion'), ...read, ...ofModel, ...ofRun,
  system: text('dvc, github-actions, mlflow-model, triton, mlperf, openvino, …'),
  from: maybeText('format or framework before'), to: text('format or runtime after: onnx, tensorrt, openvino, torchscript, tflite, gguf'),
  optimisations: texts('quantization-int8, pruning, distillation, fusion, batching, …'),
  precision: maybeText('number format after: fp16, int8'),
  stage: maybeText('pipeline step that does it'),
  compared: flag('the result is compared with the original in the same place'),
  qualityChange: maybeNumber('change of the main metric, where stated, in its own unit'),
  speedup: maybeNumber('times faster, where stated'),
}).describe('A model turned into another format or made smaller and faster');

const promptVersion = z.strictObject({
  type: z.literal('prompt.version'), ...read, ...ofRelease, ...ofModel,
  prompt: text('name of the prompt'), promptVersion: maybeText('version'), promptHash: maybeText('digest of the text, whole'),
  system: text('mlflow-prompt, promptfoo, release-playbook, …'),
  aliases: texts('aliases that point to this version'),
  variables: texts('variables in the template'),
  guardrailPolicy: maybeText('policy that belongs to it'), toolSchema: maybeText('tool schema that belongs to it'),
  tests: maybeCount('test cases or assertions in the same file'),
  described: flag('it has a description or commit message'),
  current: maybeFlag('it is the version in use'),
  at: instant('when it was made'),
}).describe('One version of a prompt or policy that changes what a model answers');

export const modelFacts = {
  'model.version': modelVersion,
  'model.card': modelCard,
  'model.conversion': modelConversion,
  'prompt.version': promptVersion,
} as const;
