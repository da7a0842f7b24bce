import type { FactOf } from './facts.ts';

/** A change request of which nothing but its id is known yet; what the record states is put over it. */
export const unstatedRequest = {
  also: [], repository: null, commit: null, release: null, title: null, state: 'unknown', sourceBranch: null, targetBranch: null, mergeCommit: null,
  approvals: null, changesRequested: null, reviewers: null, comments: null, checksPassed: null, selfMerged: null, issues: [], createdAt: null, mergedAt: null, hoursOpen: null,
} as const satisfies Omit<FactOf<'change.request'>, 'type' | 'place' | 'id' | 'system'>;

/** An approval of which only its kind is known yet. */
export const unstatedApproval = {
  also: [], release: null, run: null, model: null, modelVersion: null, modelHash: null, approved: null, mode: 'unstated', channel: null, approver: null, role: null, rationale: null,
  criteriaRecorded: false, criteriaMet: null, failedCriteria: [], biasDetected: null, overridden: false, riskScore: null, conditions: [], decidedAt: null, expiresAt: null,
} as const satisfies Omit<FactOf<'approval'>, 'type' | 'place' | 'of' | 'source'>;

/** An environment of which only its name is known yet. */
export const unstatedEnvironment = {
  also: [], image: null, imageDigest: null, stage: 'unstated', runtimeVersion: null, pinned: false, packages: 0, unpinned: 0, stages: null, unprivileged: false, healthChecked: false,
  cpus: null, memoryBytes: null, gpus: null, nodes: null, hardware: null, autoscaled: false, protected: false, location: null,
} as const satisfies Omit<FactOf<'environment.definition'>, 'type' | 'place' | 'name' | 'kind' | 'system'>;

/** A published release of which only its name is known yet: it states code, and nothing of the rest. */
export const unstatedRelease = {
  also: [], repository: null, commit: null, model: null, modelVersion: null, modelHash: null, system: 'hosting-release', useCase: null, riskTier: null, pipelineImage: null, servingImage: null, imagesPinned: false,
  trainingData: null, validationData: null, labelPolicy: null, featureView: null, transformHash: null, promptVersion: null, guardrailPolicy: null, toolSchema: null, evaluationData: [], evaluators: [],
  route: null, trafficStart: null, rollbackTarget: null, blocks: ['code'], missing: ['data', 'features', 'model', 'prompt_policy', 'eval', 'deployment', 'monitoring', 'governance'], records: [],
  hashesWhole: false, placeholders: 0, createdAt: null,
} as const satisfies Omit<FactOf<'release.bundle'>, 'type' | 'place' | 'release' | 'content'>;

/** Something built of which only its name is known yet. */
export const unstatedArtifact = {
  also: [], release: null, repository: null, commit: null, run: null, image: null, imageDigest: null, artifactVersion: null, artifactHash: null, builder: null, published: false, bytes: null, at: null,
} as const satisfies Omit<FactOf<'build.artifact'>, 'type' | 'place' | 'artifact' | 'kind' | 'system'>;

/** A deployed thing of which only its name is known yet. */
export const unstatedTarget = {
  also: [], namespace: null, framework: null, modelUri: null, modelVersion: null, image: null, imagePinned: false, imageTag: null, replicasMin: null, replicasMax: null, autoscaled: false,
  readinessProbe: false, livenessProbe: false, startupProbe: false, cpuRequested: false, memoryRequested: false, limited: false, gpus: null, timeoutSeconds: null, logger: false,
} as const satisfies Omit<FactOf<'deployment.target'>, 'type' | 'place' | 'kind' | 'name' | 'platform' | 'serves' | 'component'>;

/** An incident of which only its id is known yet. */
export const unstatedIncident = {
  also: [], release: null, run: null, model: null, modelVersion: null, modelHash: null, title: null, severity: null, source: null, kind: 'other', cause: false, actions: 0, resolved: null, lesson: false,
  owner: null, at: null, resolvedAt: null,
} as const satisfies Omit<FactOf<'incident'>, 'type' | 'place' | 'incident'>;

/** A step of a pipeline that runs unconditionally and stops it when it fails. */
export const unstatedStep = {
  also: [], uses: null, pinned: false, command: null, gating: true, conditional: null, environment: null, needs: [], matrix: [],
} as const satisfies Omit<FactOf<'pipeline.step'>, 'type' | 'place' | 'pipeline' | 'job' | 'name' | 'kind'>;
