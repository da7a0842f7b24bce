import { z } from 'zod';
import { place } from './place.ts';

/**
 * The fact types: typed statements read out of files, named after the field's terms. Every field is always present;
 * a scalar that the file does not state is null, a list it does not state is empty. Units are in the names.
 * A fact states what a file declares; it never proves that a process happened.
 */
const text = z.string();
const maybeText = z.string().nullable();
const maybeInt = z.int().nullable();
const maybeNumber = z.number().nullable();
const texts = z.array(z.string()).readonly();

/** What every fact carries: the place it was read from, and further places where it was read from several. */
const read = { place, also: z.array(place).readonly() };

const pipelineDefinition = z.strictObject({
  type: z.literal('pipeline.definition'), ...read,
  system: text.describe('github-actions, …'),
  name: text.describe('name of the workflow; its path where it has none'),
  jobs: z.int().describe('number of jobs'),
  reusable: z.boolean().describe('can be called by other pipelines (workflow_call)'),
  permissions: z.boolean().describe('declares the permissions of its token'),
  concurrency: z.boolean().describe('declares a concurrency group, so that two runs do not collide'),
});

const pipelineTrigger = z.strictObject({
  type: z.literal('pipeline.trigger'), ...read,
  pipeline: text,
  kind: z.enum(['push', 'pull-request', 'schedule', 'manual', 'release', 'after-pipeline', 'call', 'api', 'other']),
  event: text.describe('the trigger as the file spells it'),
  branches: texts.describe('branch or tag patterns it is limited to'),
  paths: texts.describe('path patterns it is limited to'),
  schedule: maybeText.describe('cron expression of a schedule'),
});

const pipelineStep = z.strictObject({
  type: z.literal('pipeline.step'), ...read,
  pipeline: text, job: text,
  name: text.describe('name of the step; the command or action where it has none'),
  kind: z.enum(['checkout', 'setup', 'build', 'package', 'test', 'lint', 'scan', 'train', 'evaluate', 'register', 'deploy', 'rollback', 'verify', 'notify', 'other']).describe('what the step does, read from its command and name'),
  uses: maybeText.describe('reused action, with its version'),
  pinned: z.boolean().describe('the reused action is pinned by a full commit hash; false where nothing is reused'),
  command: maybeText.describe('first 500 characters of the command'),
  gating: z.boolean().describe('a failure stops the job: no continue-on-error, no || true, no --exit-zero'),
  conditional: maybeText.describe('condition under which the step runs'),
  environment: maybeText.describe('protected environment of the job (where approvals can be required)'),
  needs: texts.describe('jobs that must have passed before'),
  matrix: texts.describe('axes the job is repeated over: python-version, os, …'),
});

const deploymentTarget = z.strictObject({
  type: z.literal('deployment.target'), ...read,
  kind: text.describe('kind of the object: Deployment, InferenceService, SeldonDeployment, Rollout, …'),
  name: text, namespace: maybeText,
  platform: z.enum(['kubernetes', 'kserve', 'seldon', 'argo-rollouts']),
  serves: z.enum(['model', 'service']).describe('model: the object names a model or a model runtime; service: nothing says so'),
  component: text.describe('predictor, transformer, explainer, container name, …'),
  framework: maybeText.describe('model format or runtime: sklearn, tensorflow, triton, huggingface, …'),
  modelUri: maybeText.describe('where the model is taken from'),
  modelVersion: maybeText.describe('version of the model as stated by a field, a label or a versioned path segment of modelUri'),
  image: maybeText,
  imagePinned: z.boolean().describe('image is named by digest'),
  imageTag: maybeText.describe('tag of the image; null where none is given'),
  replicasMin: maybeInt, replicasMax: maybeInt,
  autoscaled: z.boolean().describe('an autoscaling rule is declared on the object or by an autoscaler in the same files'),
  readinessProbe: z.boolean(), livenessProbe: z.boolean(), startupProbe: z.boolean(),
  cpuRequested: z.boolean(), memoryRequested: z.boolean(), limited: z.boolean().describe('resource limits are declared'),
  gpus: maybeNumber.describe('accelerators asked for'),
  timeoutSeconds: maybeNumber,
  logger: z.boolean().describe('request and response payloads are logged (KServe logger, Seldon logger)'),
});

const scalingRule = z.strictObject({
  type: z.literal('scaling.rule'), ...read,
  subject: text.describe('name of what is scaled'),
  mechanism: text.describe('HorizontalPodAutoscaler, ScaledObject, kserve, …'),
  minimum: maybeInt, maximum: maybeInt,
  metrics: texts.describe('what it scales on: cpu, memory, concurrency, rps, …'),
});

const updateStrategy = z.strictObject({
  type: z.literal('update.strategy'), ...read,
  subject: text.describe('name of the object that is updated'),
  tool: text.describe('kubernetes, kserve, argo-rollouts, flagger, seldon'),
  kind: z.enum(['rolling', 'recreate', 'canary', 'blue-green', 'shadow', 'ab-test', 'on-delete']).describe('on-delete: a person deletes each instance to have it updated'),
  declared: z.boolean().describe('written down; false where it is only the platform default'),
  steps: z.int().describe('number of declared traffic or pause steps'),
  weights: z.array(z.number()).readonly().describe('percent of traffic after each step'),
  analysed: z.boolean().describe('a metric analysis decides whether to go on'),
  metrics: texts.describe('metrics of that analysis'),
  pausedForPerson: z.boolean().describe('a step waits without a time limit, so a person must promote'),
  intervalSeconds: maybeNumber.describe('time between steps or analysis runs'),
  failureLimit: maybeInt.describe('failed checks before it goes back'),
  maxUnavailable: maybeText, maxSurge: maybeText,
});

const trafficSplit = z.strictObject({
  type: z.literal('traffic.split'), ...read,
  subject: text.describe('route, service or inference service whose traffic is divided'),
  tool: text.describe('istio, kserve, seldon, argo-rollouts, flagger, knative, gateway-api, nginx'),
  destinations: texts,
  weights: z.array(z.number()).readonly().describe('percent, in the order of the destinations'),
  total: z.number().describe('sum of the weights, 100 where none is stated; other than 100 is a mistake'),
  mirrored: z.boolean().describe('part of the live traffic is copied to a destination that does not answer'),
  matched: z.boolean().describe('requests are chosen by header, path, cookie or user'),
});

const trafficPolicy = z.strictObject({
  type: z.literal('traffic.policy'), ...read,
  subject: text, tool: text,
  kind: z.enum(['timeout', 'retry', 'circuit-breaker', 'rate-limit', 'load-balancing', 'connection-limit', 'fault-injection', 'authentication', 'session-affinity']),
  value: maybeText.describe('the setting as written'),
});

const rollbackTarget = z.strictObject({
  type: z.literal('rollback.target'), ...read,
  subject: text, tool: text,
  mechanism: z.enum(['analysis-abort', 'revision-history', 'previous-revision', 'previous-release', 'pipeline-step']),
  automatic: z.boolean().describe('happens without a person'),
  revisionsKept: maybeInt,
});

const alertRule = z.strictObject({
  type: z.literal('alert.rule'), ...read,
  name: text, group: text,
  expression: text,
  metrics: texts.describe('metric names in the expression'),
  threshold: maybeNumber.describe('the number it compares with, where there is exactly one comparison with a number'),
  forSeconds: maybeNumber.describe('how long the condition must hold'),
  severity: maybeText,
  area: z.enum(['model-quality', 'data-drift', 'service', 'resource', 'pipeline', 'business', 'other']).describe('what it watches, read from metric names, name and annotations'),
  runbook: maybeText.describe('runbook or dashboard named in the annotations'),
  described: z.boolean().describe('has a summary or description annotation'),
});

const monitorMetric = z.strictObject({
  type: z.literal('monitor.metric'), ...read,
  name: text, source: text.describe('recording-rule, service-monitor, pod-monitor, analysis-template, flagger, kserve-logger, scrape-annotation, …'),
  area: z.enum(['model-quality', 'data-drift', 'service', 'resource', 'pipeline', 'business', 'other']),
  expression: maybeText,
  threshold: maybeText.describe('success or failure condition, where one is stated'),
  intervalSeconds: maybeNumber,
});

const alertRoute = z.strictObject({
  type: z.literal('alert.route'), ...read,
  receiver: text.describe('name of the receiver'), channels: texts.describe('webhook, email, slack, pagerduty, …'),
});

/** Every fact type by name: the checks of a pack are type-checked against these. */
export const factTypes = {
  'pipeline.definition': pipelineDefinition,
  'pipeline.trigger': pipelineTrigger,
  'pipeline.step': pipelineStep,
  'deployment.target': deploymentTarget,
  'scaling.rule': scalingRule,
  'update.strategy': updateStrategy,
  'traffic.split': trafficSplit,
  'traffic.policy': trafficPolicy,
  'rollback.target': rollbackTarget,
  'alert.rule': alertRule,
  'alert.route': alertRoute,
  'monitor.metric': monitorMetric,
} as const;

export const fact = z.discriminatedUnion('type', [pipelineDefinition, pipelineTrigger, pipelineStep, deploymentTarget, scalingRule, updateStrategy, trafficSplit, trafficPolicy, rollbackTarget, alertRule, alertRoute, monitorMetric]);

export type FactType = keyof typeof factTypes;
export type Fact = Readonly<z.infer<typeof fact>>;
export type FactOf<Type extends FactType> = Readonly<z.infer<(typeof factTypes)[Type]>>;
