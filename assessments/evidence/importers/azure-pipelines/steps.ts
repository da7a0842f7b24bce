import { isWholeCommit } from '../../digest.ts';
import type { Fact, FactOf } from '../../facts.ts';
import { kindByNames } from '../../pipeline-step/command-groups.ts';
import { type StepKind, stepWork } from '../../pipeline-step/kinds.ts';
import { cut, isPinned, shortName } from '../../pipeline-step/naming.ts';
import { stopsOnFailure } from '../../pipeline-step/outcome.ts';
import { withRollbacks } from '../../pipeline-step/rollbacks.ts';
import { type Spot, at, isWritten, placeOf, textAt } from '../../spot.ts';
import { type Hook, type Job, type Unfolded, environmentOf, hooksOf, isEnabled, matrixOf, mayFail, repositoryRef, unfolded } from './jobs.ts';
import { strategyFacts } from './strategies.ts';
import { kindByTaskName, taskKind, taskScript } from './tasks.ts';

type Step = FactOf<'pipeline.step'>;

/** The steps of all jobs and called templates, and how deployments replace what runs. */
export function jobFacts(root: Spot, jobs: readonly Job[], pipeline: string): readonly Fact[] {
  const called = textAt(root, 'extends', 'template');
  const base: Job = { spot: at(root, 'extends'), conditions: [], name: 'extends', mayFail: false, needs: [] };
  const steps = [
    ...(called === null ? [] : [callFact(root, base, { pipeline, job: 'extends' })]),
    ...jobs.flatMap((job) => (isWritten(at(job.spot, 'template')) ? [callFact(root, job, { pipeline, job: job.name })] : stepsOf(root, job, pipeline))),
  ];
  return [...withRollbacks(steps, 'azure-pipelines', ({ conditional }) => /on failure|failed\(\)/.test(conditional ?? '')), ...jobs.flatMap(({ spot, name }) => strategyFacts(spot, name))];
}

function stepsOf(root: Spot, job: Job, pipeline: string): readonly Step[] {
  const context: Context = { type: 'pipeline.step', also: [], pipeline, job: job.name, environment: environmentOf(job.spot), needs: job.needs, matrix: matrixOf(job.spot) };
  return hooksOf(job.spot).flatMap((hook) => unfolded(hook.steps).filter(({ spot }) => isEnabled(spot)).map((step) => stepFact(root, step, { job, hook, context })));
}

type Context = Pick<Step, 'type' | 'also' | 'pipeline' | 'job' | 'environment' | 'needs' | 'matrix'>;
type Around = { readonly job: Job; readonly hook: Hook; readonly context: Context };

function stepFact(root: Spot, step: Unfolded, { job, hook, context }: Around): Step {
  const work = workOf(root, step.spot);
  const mine = textAt(step.spot, 'displayName') ?? textAt(step.spot, 'name');
  return {
    ...context, place: placeOf(step.spot),
    name: mine ?? shortName(work.uses ?? work.command ?? wordOf(step.spot)),
    kind: work.kind, uses: work.uses, pinned: work.pinned,
    command: work.command === null ? null : cut(work.command, 500),
    gating: work.stops && !job.mayFail && !mayFail(step.spot),
    conditional: joined([...job.conditions, textAt(job.spot, 'condition'), hook.name.startsWith('on ') ? hook.name : null, ...step.conditions, textAt(step.spot, 'condition')]),
  };
}

type Work = Pick<Step, 'kind' | 'uses' | 'pinned' | 'command'> & { readonly stops: boolean };

/** Steps that are one word of the platform, by that word. */
const words: readonly (readonly [string, StepKind])[] = [
  ['checkout', 'checkout'], ['download', 'setup'], ['downloadBuild', 'setup'], ['getPackage', 'setup'], ['publish', 'package'], ['reviewApp', 'deploy'],
];

function workOf(root: Spot, step: Spot): Work {
  const name = textAt(step, 'displayName') ?? textAt(step, 'name');
  const template = textAt(step, 'template');
  if (template !== null) return templateWork(root, template);
  const task = textAt(step, 'task');
  if (task !== null) return taskWork(task, step, name);
  const command = ['script', 'bash', 'pwsh', 'powershell'].map((key) => textAt(step, key)).find((text) => text !== null) ?? null;
  if (command !== null) return commandWork(command, name);
  const word = words.find(([key]) => isWritten(at(step, key)));
  return { kind: word?.[1] ?? 'other', uses: null, pinned: false, command: null, stops: true };
}

/** `checkout: self` */
function wordOf(step: Spot): string {
  const [key] = words.find(([word]) => isWritten(at(step, word))) ?? [];
  return key === undefined ? 'step' : `${key}: ${textAt(step, key) ?? ''}`;
}

function commandWork(command: string, name: string | null): Work {
  const { kind, lines } = stepWork(null, command, name);
  return { kind, uses: null, pinned: false, command, stops: stopsOnFailure(lines, command) };
}

function taskWork(task: string, step: Spot, name: string | null): Work {
  const script = taskScript(step);
  const work: Work = script === null ? { kind: kindByTaskName(task, name), uses: null, pinned: false, command: null, stops: true } : commandWork(script, name);
  return { ...work, kind: taskKind(task, step) ?? work.kind, uses: task };
}

function templateWork(root: Spot, template: string): Work {
  return { kind: kindByNames([fileName(template)]), uses: template, pinned: isPinnedTemplate(root, template), command: null, stops: true };
}

function callFact(root: Spot, job: Job, names: Pick<Step, 'pipeline' | 'job'>): Step {
  const { stops, ...work } = templateWork(root, textAt(job.spot, 'template') ?? '');
  return {
    type: 'pipeline.step', place: placeOf(job.spot), also: [], ...names, ...work,
    name: textAt(job.spot, 'displayName') ?? work.uses ?? names.job, gating: stops && !job.mayFail,
    conditional: joined(job.conditions), environment: environmentOf(job.spot), needs: job.needs, matrix: [],
  };
}

/** The repository behind the alias is fixed at a whole commit. */
function isPinnedTemplate(root: Spot, template: string): boolean {
  const alias = template.split('@')[1];
  return isPinned(template) || (alias !== undefined && isWholeCommit(repositoryRef(root, alias) ?? ''));
}

function fileName(template: string): string {
  return /([^/\\@]+?)(?:\.ya?ml)?(?:@[^@]*)?$/.exec(template.slice(-300))?.[1] ?? template;
}

function joined(conditions: readonly (string | null)[]): string | null {
  const said = conditions.filter((condition) => condition !== null);
  if (said.length <= 1) return said[0] ?? null;
  return cut(said.map((condition) => `(${condition})`).join(' && '), 500);
}
