import type { Fact, FactOf } from '../../facts.ts';
import { type Spot, at, isGiven, isMapping, items, members, placeOf, textAt, textsAt } from '../../spot.ts';
import { commandLines, stepWork } from './step-kinds.ts';

type Step = FactOf<'pipeline.step'>;
type Names = { readonly pipeline: string; readonly job: string };
type Job = { readonly spot: Spot; readonly context: Pick<Step, 'environment' | 'needs' | 'matrix'> };

/** The steps of a job in order; a job that calls another workflow is one step. Steps that go back also give a rollback. */
export function jobFacts(job: Spot, names: Names): readonly Fact[] {
  const context = jobContext(job);
  if (textAt(job, 'uses') !== null) return withRollbacks([callFact({ spot: job, context }, names)]);
  const steps = items(at(job, 'steps')).map((step) => stepFact(step, { spot: job, context }, names));
  return withRollbacks(usesThrowawayCluster(steps) ? steps.map(asPreparation) : steps);
}

/** The steps of a composite action, whose job is unknown until it is used. */
export function actionStepFacts(runs: Spot, names: Names): readonly Fact[] {
  const unknown: Job = { spot: { ...runs, value: undefined }, context: { environment: null, needs: [], matrix: [] } };
  return withRollbacks(items(at(runs, 'steps')).map((step) => stepFact(step, unknown, names)));
}

/** A cluster that the job itself starts is gone when the job ends: applying manifests there prepares a test. */
function usesThrowawayCluster(steps: readonly Step[]): boolean {
  return steps.some(({ uses, command }) => /minikube|kind-action|k3d-action|k3s|microk8s/i.test(uses ?? '') || /\b(?:kind create cluster|minikube|k3d)\b/.test(command ?? ''));
}

function asPreparation(step: Step): Step {
  return step.kind === 'deploy' ? { ...step, kind: 'setup' } : step;
}

function stepFact(step: Spot, job: Job, names: Names): Step {
  const uses = textAt(step, 'uses');
  const command = textAt(step, 'run');
  const name = textAt(step, 'name');
  const work = stepWork(uses, command, name);
  return {
    type: 'pipeline.step', place: placeOf(step), also: [], ...names,
    name: name ?? shortName(uses ?? command),
    kind: work.kind,
    uses, pinned: isPinned(uses),
    command: command === null ? null : cut(command, 500),
    gating: !mayFail(step) && !mayFail(job.spot) && stopsOnFailure(work.lines, command),
    conditional: bothConditions(textAt(job.spot, 'if'), textAt(step, 'if')),
    ...job.context,
  };
}

/** A called workflow decides inside what it does; here its path and the job's name are all there is to read. */
function callFact({ spot: job, context }: Job, names: Names): Step {
  const uses = textAt(job, 'uses') ?? '';
  const name = textAt(job, 'name') ?? names.job;
  const file = /([^/@]+)\.ya?ml(?:@|$)/.exec(uses)?.[1] ?? '';
  return {
    type: 'pipeline.step', place: placeOf(job), also: [], ...names,
    name, kind: stepWork(uses, null, `${name} ${file}`.replaceAll(/[_-]/g, ' ')).kind,
    uses, pinned: isPinned(uses), command: null,
    gating: !mayFail(job), conditional: textAt(job, 'if'),
    ...context,
  };
}

function jobContext(job: Spot): Job['context'] {
  const matrix = at(job, 'strategy', 'matrix');
  return {
    environment: textAt(job, 'environment') ?? textAt(job, 'environment', 'name'),
    needs: textsAt(job, 'needs'),
    matrix: isMapping(matrix.value) ? members(matrix).map(([axis]) => axis).filter((axis) => axis !== 'include' && axis !== 'exclude') : [],
  };
}

/** A failure is let through: continue-on-error with anything but false, an expression too. */
function mayFail(spot: Spot): boolean {
  const allowed = at(spot, 'continue-on-error');
  return isGiven(allowed) && textAt(allowed)?.toLowerCase() !== 'false';
}

const swallowed = /\|\|\s*(?:true|:|exit 0|echo\b|printf\b)|--exit-zero\b|--exit-code[= ]0\b|--soft-fail\b|;\s*(?:true|exit 0)\s*$|--no-error-on-failure\b/;

/** At least one of the lines that do the work stops the job when it fails; cleaning up with `|| true` beside it is fine. */
function stopsOnFailure(working: readonly string[], command: string | null): boolean {
  if (command === null) return true;
  const lines = working.length > 0 ? working : commandLines(command);
  if (/^\s*set \+e\b/m.test(command)) return false;
  return lines.length === 0 || lines.some((line) => !swallowed.test(line));
}

/** A full commit hash, or a digest for an image. */
function isPinned(uses: string | null): boolean {
  return uses !== null && /@(?:[0-9a-f]{40}|[0-9a-f]{64}|sha256:[0-9a-f]{64})$/i.test(uses);
}

function bothConditions(job: string | null, step: string | null): string | null {
  return job !== null && step !== null ? `(${job}) && (${step})` : step ?? job;
}

function shortName(source: string | null): string {
  return cut((source ?? '').trim().split(/\r?\n/)[0] ?? '', 120);
}

function cut(text: string, length: number): string {
  return text.slice(0, length).toWellFormed();
}

function withRollbacks(steps: readonly Step[]): readonly Fact[] {
  return steps.flatMap((step) => (step.kind === 'rollback' ? [step, rollbackFact(step)] : [step]));
}

/** Going back is automatic where the step runs by itself after a failure. */
function rollbackFact(step: Step): FactOf<'rollback.target'> {
  return {
    type: 'rollback.target', place: step.place, also: [],
    subject: step.pipeline, tool: 'github-actions', mechanism: 'pipeline-step',
    automatic: step.conditional?.includes('failure()') ?? false, revisionsKept: null,
  };
}
