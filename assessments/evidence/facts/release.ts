import { z } from 'zod';
import { count, flag, instant, maybeCount, maybeFlag, maybeNumber, maybeText, person, read, text, texts } from './field.ts';
import { ofCode, ofModel, ofRelease, ofRun } from './naming.ts';

const releaseBundle = z.strictObject({
  type: z.literal('release.bundle'), ...read, ...ofCode, ...ofModel,
  release: text('release_id; id of the run that names a release folder; tag of a published release'),
  system: z.enum(['release-playbook', 'release-folder', 'hosting-release', 'other']).describe('release-playbook: one document with release_id and blocks; release-folder: a folder of records per release; hosting-release: a release of GitHub or GitLab'),
  useCase: maybeText('use_case_id'),
  riskTier: maybeCount('risk tier as a number, 0 the most restricted; from “Tier 1”'),
  pipelineImage: maybeText('image the pipeline ran in, as written'),
  servingImage: maybeText('image that serves, as written'),
  imagesPinned: flag('every stated image is named by a whole digest; false where none is stated'),
  trainingData: maybeText('training snapshot'), validationData: maybeText('validation snapshot'),
  labelPolicy: maybeText('labelling guide and its version'),
  featureView: maybeText('feature view and its version'), transformHash: maybeText('digest of the feature transform, whole'),
  promptVersion: maybeText('prompt version'), guardrailPolicy: maybeText('guardrail or output policy'), toolSchema: maybeText('tool schema'),
  evaluationData: texts('evaluation dataset versions'), evaluators: texts('evaluator versions'),
  route: maybeText('route or endpoint'), trafficStart: maybeText('how traffic starts: shadow, canary, full'),
  rollbackTarget: maybeText('release to go back to'),
  blocks: texts('which of code, data, features, model, prompt_policy, eval, deployment, monitoring, governance the bundle states'),
  missing: texts('which of these it does not state'),
  records: texts('kinds of records in a release folder: approval, evaluation, risk, monitoring-plan, model-card, sbom, code, run, other'),
  hashesWhole: flag('every stated hash, digest and commit is whole (no 4b7..., no placeholder); false where none is stated'),
  placeholders: count('fields that hold a placeholder, an elided value or [REQUIRED: …]'),
  content: text('SHA-256 of the bytes (of all records in a folder, sorted): the same release with other content is a contradiction'),
  createdAt: instant('when it was made or published'),
}).describe('What belongs together in one release: code, data, features, model, prompts, evaluation, deployment');

const gateDecision = z.strictObject({
  type: z.literal('gate.decision'), ...read, ...ofRelease, ...ofModel, ...ofRun,
  id: maybeText('promotion, canary or decision id'),
  gate: text('gate as written (G4, release gate, promotion, validation, BLESSED marker …)'),
  kind: z.enum(['release', 'promotion', 'data', 'experiment', 'canary', 'retraining', 'model-validation', 'other']),
  decision: z.enum(['go', 'limited-go', 'no-go', 'rollback', 'risk-acceptance', 'undecided']).describe('promote, pass, approved, BLESSED = go; with limits = limited-go; reject, fail, NOT_BLESSED = no-go; a list of choices or a placeholder = undecided'),
  written: text('the decision as written'),
  automated: flag('decided by a program, not a person'),
  fromStage: maybeText('stage it leaves'), toStage: maybeText('stage or scope it goes to'),
  criteria: count('criteria that are listed with a result'),
  criteriaWithThreshold: count('of these, how many state a threshold'),
  failedCriteria: texts('criteria that are said or computed to have failed'),
  criteriaMet: maybeFlag('all criteria met, as stated or as their results show; null where none is listed'),
  conditions: texts('conditions, restrictions and required controls'),
  rollbackTarget: maybeText('release or version to go back to'),
  rollbackTriggers: count('stated triggers for going back'),
  baseline: maybeText('what it was compared with'),
  approvingRoles: texts('roles that approved: business, model-risk, compliance, security, platform, data-owner …'),
  riskTier: maybeCount('risk tier, 0 the most restricted'),
  decidedAt: instant('when'), expiresAt: instant('until when it holds, where a date is written'),
  expiryStated: flag('an expiry or review date or period is stated'),
  placeholders: count('fields left as placeholder or example'),
}).describe('The decision of a gate over a release, model, dataset or experiment');

const approval = z.strictObject({
  type: z.literal('approval'), ...read, ...ofRelease, ...ofModel, ...ofRun,
  of: z.enum(['release', 'model', 'change', 'deployment', 'data', 'other']).describe('what is approved'),
  source: text('approval-record, gate-memo, github-review, github-deployment-review, model-registry, …'),
  approved: maybeFlag('what it says; null where it only names who would approve'),
  mode: z.enum(['person', 'program', 'unstated']).describe('program: automated_ci, --auto-approve, a bot; person also by chat'),
  channel: maybeText('how the decision was given, as written: automated, slack_approval, review'),
  approver: person('who approved'),
  role: maybeText('in which role'),
  rationale: maybeText('reason given, first 500 characters'),
  criteriaRecorded: flag('criteria or thresholds are recorded with it'),
  criteriaMet: maybeFlag('criteria met: criteria_met, or all of threshold_checks'),
  failedCriteria: texts('criteria that failed: failed_criteria, false entries of threshold_checks'),
  biasDetected: maybeFlag('bias_detected, where the record states it'),
  overridden: flag('approved although criteria failed, or the record calls itself an override'),
  riskScore: maybeNumber('risk score it saw'), conditions: texts('conditions'),
  decidedAt: instant('when'), expiresAt: instant('until when'),
}).describe('Somebody, or a program, approved something');

const rolloutPlan = z.strictObject({
  type: z.literal('rollout.plan'), ...read, ...ofRelease, ...ofModel,
  id: maybeText('canary or plan id'), name: text('use case or title'),
  stage: z.enum(['shadow', 'canary', 'ramp', 'full', 'unstated']),
  trafficPercent: maybeNumber('share of traffic, percent'),
  scope: maybeText('who or what gets it, and who not'),
  entryCondition: maybeText('what must hold before it starts'),
  durationSeconds: maybeNumber('how long it runs before the next decision; business days count as days'),
  metrics: texts('metrics that are watched'),
  rollbackConditions: texts('conditions that lead back automatically'),
  manualReview: maybeText('reviews by people during the stage'),
  exitDecisions: texts('decisions it can end with'),
  rollbackTarget: maybeText('release to go back to'),
  placeholders: count('fields left as placeholder or example'),
}).describe('A plan how a release gets its traffic, stage by stage');

const runbook = z.strictObject({
  type: z.literal('runbook'), ...read, ...ofRelease, ...ofModel,
  name: text('title'),
  kind: z.enum(['rollback', 'incident', 'deployment', 'monitoring', 'retraining', 'retirement', 'other']),
  steps: count('numbered steps or rows'),
  stepsWithOwner: count('of these, with a named role'),
  stepsWithEvidence: count('of these, with the record the step leaves'),
  roles: texts('roles that own steps'),
  triggers: texts('when it is to be used'),
  target: maybeText('release or version to go back to'),
  placeholders: count('places left to be filled'),
}).describe('Written steps for a situation; it does not say that anybody ever took them');

const rollbackDrill = z.strictObject({
  type: z.literal('rollback.drill'), ...read, ...ofRelease, ...ofModel,
  performed: flag('it has a date and a result; a plan for a drill has not'),
  live: maybeFlag('it was a real rollback, not a rehearsal'),
  target: maybeText('release or version that was gone back to'),
  succeeded: maybeFlag('the result, where it is stated'),
  durationSeconds: maybeNumber('how long it took'), targetSeconds: maybeNumber('how long it may take'),
  automatic: maybeFlag('started by a program'),
  at: instant('when'),
}).describe('A rollback that was rehearsed or done');

const evidenceBinder = z.strictObject({
  type: z.literal('evidence.binder'), ...read, ...ofRelease,
  name: text('title or path'),
  sections: texts('sections it lists'), filled: texts('sections with something in them or that link to a file'),
  missing: texts('sections or fields named as missing or left as placeholder (missing_fields.txt, [REQUIRED: …])'),
  placeholders: count('places left to be filled'),
}).describe('An index of the evidence of a release, or a list of what such a document still lacks');

export const releaseFacts = {
  'release.bundle': releaseBundle,
  'gate.decision': gateDecision,
  'approval': approval,
  'rollout.plan': rolloutPlan,
  'runbook': runbook,
  'rollback.drill': rollbackDrill,
  'evidence.binder': evidenceBinder,
} as const;
