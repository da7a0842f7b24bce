import type { Fact, FactOf } from '../../facts.ts';
import { imageReference } from '../../image-reference.ts';
import { instantOf, secondsBetween } from '../../instant.ts';
import { type StepKind, stepWork } from '../../pipeline-step/kinds.ts';
import { kindByNames } from '../../pipeline-step/command-groups.ts';
import { cut } from '../../pipeline-step/naming.ts';
import { stopsOnFailure } from '../../pipeline-step/outcome.ts';
import { withRollbacks } from '../../pipeline-step/rollbacks.ts';
import { type Spot, at, isGiven, isMapping, isWritten, items, members, oneOrMany, placeOf, saysTrue, textAt, textsAt } from '../../spot.ts';
import { unstatedStep } from '../../unstated-delivery.ts';
import { unstatedRun } from '../../unstated-run.ts';
import type { KubernetesObject } from './object.ts';

type Step = FactOf<'pipeline.step'>;
type Run = FactOf<'pipeline.run'>;

/** Argo Workflow, its templates and its schedule: the tasks as they are written, and how the run ended where the object carries its status. */
export function argoWorkflowFacts(object: KubernetesObject): readonly Fact[] {
  const cron = object.kind === 'CronWorkflow';
  const spec = cron ? at(object.spot, 'spec', 'workflowSpec') : at(object.spot, 'spec');
  const templates = new Map(items(at(spec, 'templates')).map((template) => [textAt(template, 'name') ?? '', template] as const));
  const steps = [...templates.values()].flatMap((template) => tasksOf(template, { pipeline: object.name, templates }));
  const called = textAt(spec, 'workflowTemplateRef', 'name');
  const policy = textAt(object.spot, 'spec', 'concurrencyPolicy');
  const definition: FactOf<'pipeline.definition'> = {
    type: 'pipeline.definition', place: placeOf(object.spot), also: [], system: systemOf(object), name: object.name, jobs: steps.length,
    reusable: /Template$/.test(object.kind), permissions: false, concurrency: isGiven(at(spec, 'synchronization')) || policy === 'Forbid' || policy === 'Replace',
  };
  const call: readonly Step[] = called === null ? [] : [{ type: 'pipeline.step', place: placeOf(at(spec, 'workflowTemplateRef')), ...unstatedStep, pipeline: object.name, job: object.name, name: called, kind: kindByNames([called]), uses: called }];
  return [
    definition, ...(cron ? scheduleFacts(object) : []), ...withRollbacks([...call, ...steps], 'argo-workflows', ({ conditional }) => /failed|errored/i.test(conditional ?? '')),
    ...[...templates.values()].flatMap(imageFacts), ...runFacts(object, spec),
  ];
}

/** Kubeflow Pipelines 1 compiles to Argo and says so in annotations. */
function systemOf({ spot }: KubernetesObject): string {
  return members(at(spot, 'metadata', 'annotations')).some(([key]) => key.startsWith('pipelines.kubeflow.org/')) ? 'kubeflow' : 'argo-workflows';
}

/** One trigger per cron line; a suspended schedule starts nothing and is told as such. */
function scheduleFacts({ spot, name }: KubernetesObject): readonly FactOf<'pipeline.trigger'>[] {
  const spec = at(spot, 'spec');
  const lines = isWritten(at(spec, 'schedules')) ? oneOrMany(at(spec, 'schedules')) : oneOrMany(at(spec, 'schedule'));
  const event = saysTrue(spec, 'suspend') ? 'CronWorkflow (suspended)' : 'CronWorkflow';
  return lines.map((line) => ({ type: 'pipeline.trigger', place: placeOf(line), also: [], pipeline: name, kind: 'schedule', event, branches: [], paths: [], schedule: textAt(line) }));
}

type Names = { readonly pipeline: string; readonly templates: ReadonlyMap<string, Spot> };

/** The tasks of a DAG, the steps of a list of lists, or a template that runs something by itself and nothing else refers to. */
function tasksOf(template: Spot, names: Names): readonly Step[] {
  const tasks = items(at(template, 'dag', 'tasks'));
  const groups = items(at(template, 'steps')).map((group) => (Array.isArray(group.value) ? items(group) : [group]));
  if (tasks.length > 0) return tasks.map((task) => taskFact(task, template, textsAt(task, 'dependencies').concat(namesIn(textAt(task, 'depends'))), names));
  if (groups.length > 0) return groups.flatMap((group, index) => group.map((task) => taskFact(task, template, (groups[index - 1] ?? []).map((one) => textAt(one, 'name') ?? ''), names)));
  return runs(template) && !referred(template, names.templates) ? [taskFact(template, template, [], names)] : [];
}

/** `build.Succeeded && (test || scan.Skipped)` → build, test, scan. */
function namesIn(expression: string | null): readonly string[] {
  const found = (expression ?? '').slice(0, 5_000).match(/[A-Za-z0-9][\w-]*(?:\.[A-Za-z]+)?/g) ?? [];
  return [...new Set(found.map((one) => one.split('.')[0] ?? one))];
}

function runs(template: Spot): boolean {
  return ['container', 'script', 'containerSet', 'resource', 'http', 'suspend'].some((key) => isWritten(at(template, key)));
}

function referred(template: Spot, templates: ReadonlyMap<string, Spot>): boolean {
  const name = textAt(template, 'name');
  const tasks = [...templates.values()].flatMap((one) => [...items(at(one, 'dag', 'tasks')), ...items(at(one, 'steps')).flatMap((group) => (Array.isArray(group.value) ? items(group) : [group]))]);
  return tasks.some((task) => textAt(task, 'template') === name);
}

function taskFact(task: Spot, owner: Spot, needs: readonly string[], { pipeline, templates }: Names): Step {
  const name = textAt(task, 'name') ?? '';
  const reference = textAt(task, 'templateRef', 'template') ?? textAt(task, 'template');
  const template = templates.get(reference ?? name) ?? (isMapping(at(task, 'inline').value) ? at(task, 'inline') : task);
  const command = commandOf(template);
  const work = stepWork(null, command, null);
  return {
    type: 'pipeline.step', place: placeOf(task), ...unstatedStep, pipeline, job: textAt(owner, 'name') ?? pipeline, name,
    kind: kindOf(template, work.kind, [name, reference ?? '']), ...usesOf(task, template), command: command === null ? null : cut(command, 500),
    gating: !saysTrue(task, 'continueOn', 'failed') && stopsOnFailure(work.lines, command), conditional: textAt(task, 'when'), needs,
    matrix: repeated(task),
  };
}

function repeated(task: Spot): readonly string[] {
  return ['withItems', 'withParam', 'withSequence'].some((key) => isWritten(at(task, key))) ? ['item'] : [];
}

/** The image it runs in, or the template of another workflow it calls. */
function usesOf(task: Spot, template: Spot): Pick<Step, 'uses' | 'pinned'> {
  const image = textAt(template, 'container', 'image') ?? textAt(template, 'script', 'image');
  const called = textAt(task, 'templateRef', 'name');
  if (image !== null) return { uses: image, pinned: imageReference(image).digest !== null };
  return { uses: called === null ? null : `${called}/${textAt(task, 'templateRef', 'template') ?? ''}`, pinned: false };
}

/** Waiting without a time limit waits for a person. */
function kindOf(template: Spot, byCommand: StepKind, names: readonly string[]): StepKind {
  if (isWritten(at(template, 'suspend')) && !isGiven(at(template, 'suspend', 'duration'))) return 'approve';
  return byCommand === 'other' || byCommand === 'setup' ? kindByNames(names.filter((name) => name !== '')) : byCommand;
}

function commandOf(template: Spot): string | null {
  const source = textAt(template, 'script', 'source');
  const words = [...textsAt(template, 'container', 'command'), ...textsAt(template, 'container', 'args')];
  if (source !== null) return source;
  return words.length > 0 ? words.join(' ') : textAt(template, 'resource', 'action') === null ? null : `kubectl ${textAt(template, 'resource', 'action') ?? ''}`;
}

function imageFacts(template: Spot): readonly FactOf<'image.digest'>[] {
  return [at(template, 'container', 'image'), at(template, 'script', 'image')].flatMap((spot): readonly FactOf<'image.digest'>[] => {
    const written = textAt(spot);
    if (written === null || written.includes('{{')) return [];
    const { image, tag, digest, moving } = imageReference(written);
    return [{ type: 'image.digest', place: placeOf(spot), also: [], release: null, image, imageDigest: digest, imageTag: tag, pinned: digest !== null, moving, role: 'pipeline', stage: textAt(template, 'name') }];
  });
}

const phases: Readonly<Record<string, Run['status']>> = { Succeeded: 'succeeded', Failed: 'failed', Error: 'failed', Running: 'running', Pending: 'queued', Skipped: 'skipped', Omitted: 'skipped' };

function outcomeOf(phase: string | null): Run['status'] {
  return phase !== null && Object.hasOwn(phases, phase) ? phases[phase] ?? 'unknown' : 'unknown';
}

/** An object taken from the cluster carries how it went; a manifest has no status, or an empty one. */
function runFacts(object: KubernetesObject, spec: Spot): readonly Run[] {
  const status = at(object.spot, 'status');
  if (object.kind !== 'Workflow' || textAt(status, 'phase') === null) return [];
  const pods = members(at(status, 'nodes')).map(([, node]) => node).filter((node) => textAt(node, 'type') === 'Pod');
  const parameters = items(at(spec, 'arguments', 'parameters')).map((one) => textAt(one, 'name')).filter((name) => name !== null);
  const [startedAt, endedAt] = [instantOf(textAt(status, 'startedAt')), instantOf(textAt(status, 'finishedAt'))];
  return [{
    type: 'pipeline.run', place: placeOf(status), also: [], ...unstatedRun, run: textAt(object.spot, 'metadata', 'uid') ?? object.name, system: systemOf(object),
    pipeline: textAt(spec, 'workflowTemplateRef', 'name') ?? textAt(object.spot, 'metadata', 'labels', 'workflows.argoproj.io/cron-workflow') ?? object.name, name: object.name,
    status: outcomeOf(textAt(status, 'phase')), parameters: parameters.slice(0, 200), parameterCount: parameters.length,
    steps: pods.length, failedSteps: pods.filter((node) => outcomeOf(textAt(node, 'phase')) === 'failed').map((node) => textAt(node, 'displayName') ?? ''),
    outputs: pods.reduce((sum, node) => sum + items(at(node, 'outputs', 'artifacts')).length, 0), startedAt, endedAt, durationSeconds: secondsBetween(startedAt, endedAt),
  }];
}
