import { z } from 'zod';
import { count, flag, maybeCount, maybeNumber, maybeText, read, text, texts } from './field.ts';

const weights = (meaning: string) => z.array(z.number()).readonly().describe(meaning);

const deploymentTarget = z.strictObject({
  type: z.literal('deployment.target'), ...read,
  kind: text('kind of the object: Deployment, InferenceService, SeldonDeployment, Rollout, …'),
  name: text('name of the object'), namespace: maybeText('namespace'),
  platform: z.enum(['kubernetes', 'kserve', 'seldon', 'argo-rollouts', 'azure-ml', 'other']),
  serves: z.enum(['model', 'service']).describe('model: the object names a model or a model runtime; service: nothing says so'),
  component: text('predictor, transformer, explainer, container name, …'),
  framework: maybeText('model format or runtime: sklearn, tensorflow, triton, huggingface, …'),
  modelUri: maybeText('where the model is taken from'),
  modelVersion: maybeText('version of the model as stated by a field, a label or a versioned path segment of modelUri'),
  image: maybeText('image as written'),
  imagePinned: flag('image is named by digest'),
  imageTag: maybeText('tag of the image; null where none is given'),
  replicasMin: maybeCount('fewest instances'), replicasMax: maybeCount('most instances'),
  autoscaled: flag('an autoscaling rule is declared on the object or by an autoscaler in the same files'),
  readinessProbe: flag('readiness probe'), livenessProbe: flag('liveness probe'), startupProbe: flag('startup probe'),
  cpuRequested: flag('processors are asked for'), memoryRequested: flag('memory is asked for'), limited: flag('resource limits are declared'),
  gpus: maybeNumber('accelerators asked for'),
  timeoutSeconds: maybeNumber('seconds a request may take'),
  logger: flag('request and response payloads are logged (KServe logger, Seldon logger)'),
}).describe('Where and how a model or service is deployed');

const scalingRule = z.strictObject({
  type: z.literal('scaling.rule'), ...read,
  subject: text('name of what is scaled'),
  mechanism: text('HorizontalPodAutoscaler, ScaledObject, kserve, …'),
  minimum: maybeCount('fewest instances'), maximum: maybeCount('most instances'),
  metrics: texts('what it scales on: cpu, memory, concurrency, rps, …'),
}).describe('How something grows and shrinks by itself');

const updateStrategy = z.strictObject({
  type: z.literal('update.strategy'), ...read,
  subject: text('name of the object that is updated'),
  tool: text('kubernetes, kserve, argo-rollouts, flagger, seldon'),
  kind: z.enum(['rolling', 'recreate', 'canary', 'blue-green', 'shadow', 'ab-test', 'on-delete']).describe('on-delete: a person deletes each instance to have it updated'),
  declared: flag('written down; false where it is only the platform default'),
  steps: count('number of declared traffic or pause steps'),
  weights: weights('percent of traffic after each step'),
  analysed: flag('a metric analysis decides whether to go on'),
  metrics: texts('metrics of that analysis'),
  pausedForPerson: flag('a step waits without a time limit, so a person must promote'),
  intervalSeconds: maybeNumber('time between steps or analysis runs'),
  failureLimit: maybeCount('failed checks before it goes back'),
  maxUnavailable: maybeText('instances that may be missing'), maxSurge: maybeText('instances that may be added'),
}).describe('How a new version takes the place of the old one');

const rollbackTarget = z.strictObject({
  type: z.literal('rollback.target'), ...read,
  subject: text('name of what goes back'), tool: text('tool that does it'),
  mechanism: z.enum(['analysis-abort', 'revision-history', 'previous-revision', 'previous-release', 'pipeline-step']),
  automatic: flag('happens without a person'),
  revisionsKept: maybeCount('revisions that are kept'),
}).describe('What can be gone back to, and how');

export const deploymentFacts = {
  'deployment.target': deploymentTarget,
  'scaling.rule': scalingRule,
  'update.strategy': updateStrategy,
  'rollback.target': rollbackTarget,
} as const;
