import type { Fact, FactOf } from '../../facts.ts';
import { stepWork } from '../../pipeline-step/kinds.ts';
import { cut, isPinned, shortName } from '../../pipeline-step/naming.ts';
import { stopsOnFailure } from '../../pipeline-step/outcome.ts';
import { withRollbacks } from '../../pipeline-step/rollbacks.ts';
import { type Spot, at, isGiven, isMapping, items, members, placeOf, textAt, textsAt } from '../../spot.ts';

type Step = FactOf<'pipeline.step'>;
type Names = { readonly pipeline: string; readonly job: string };
type Job = { readonly spot: Spot; readonly context: Pick<Step, 'environment' | 'needs' | 'matrix'> };

/** The steps of a job in order; a job that calls another workflow is one step. Steps that go back also give a rollback. */
export function jobFacts(job: Spot, names: Names): readonly Fact[] {
  const context = jobContext(job);
  if (textAt(job, 'uses') !== null) return goesBack([callFact({ spot: job, context }, names)]);
  const steps = items(at(job, 'steps')).map((step) => stepFact(step, { spot: job, context }, names));
  return goesBack(usesThrowawayCluster(steps) ? steps.map(asPreparation) : steps);
}

/** The steps of a composite action, whose job is unknown until it is used. */
export function actionStepFacts(runs: Spot, names: Names): readonly Fact[] {
  const unknown: Job = { spot: { ...runs, value: undefined }, context: { environment: null, needs: [], matrix: [] } };
  return goesBack(items(at(runs, 'steps')).map((step) => stepFact(step, unknown, names)));
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

function bothConditions(job: string | null, step: string | null): string | null {
  return job !== null && step !== null ? `(${job}) && (${step})` : step ?? job;
}

/** Going back is automatic where the step runs by itself after a failure. */
function goesBack(steps: readonly Step[]): readonly Fact[] {
  return withRollbacks(steps, 'github-actions', ({ conditional }) => conditional?.includes('failure()') ?? false);
}
