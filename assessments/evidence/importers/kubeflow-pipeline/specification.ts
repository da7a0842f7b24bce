import type { Fact, FactOf } from '../../facts.ts';
import { kindByNames } from '../../pipeline-step/command-groups.ts';
import { tfxComponentKind } from '../../pipeline-step/tfx-components.ts';
import { memoryWritten, processorsWritten } from '../../resource-quantity.ts';
import { type Spot, at, isGiven, isMapping, members, numberAt, placeOf, textAt, textsAt } from '../../spot.ts';
import { unstatedEnvironment, unstatedStep } from '../../unstated-delivery.ts';
import { containerStep, imageFacts } from './component.ts';

type Step = FactOf<'pipeline.step'>;

/** A compiled pipeline: its tasks (also of the loops, conditions and sub-pipelines in it), the images they run in, the machines they ask for. */
export function specificationFacts(specification: Spot, whole: Spot): readonly Fact[] {
  const pipeline = textAt(specification, 'pipelineInfo', 'name') ?? whole.file;
  const tfx = (textAt(specification, 'sdkVersion') ?? '').startsWith('tfx');
  const graphs = [[pipeline, at(specification, 'root')] as const, ...members(at(specification, 'components'))].filter(([, owner]) => isMapping(at(owner, 'dag', 'tasks').value));
  const tasks = graphs.flatMap(([job, owner]) => members(at(owner, 'dag', 'tasks')).map(([key, task]) => taskStep(task, { pipeline, job, key, specification })));
  const executors = members(at(specification, 'deploymentSpec', 'executors'));
  const definition: FactOf<'pipeline.definition'> = { type: 'pipeline.definition', place: placeOf(whole), also: [], system: tfx ? 'tfx' : 'kubeflow', name: pipeline, jobs: tasks.length, reusable: false, permissions: textAt(whole, 'serviceAccount') !== null, concurrency: false };
  return [definition, ...tasks, ...executors.flatMap(([name, executor]) => [...imageFacts(at(executor, 'container', 'image'), name), ...machineFacts(name, at(executor, 'container', 'resources'))])];
}

type About = { readonly pipeline: string; readonly job: string; readonly key: string; readonly specification: Spot };

function taskStep(task: Spot, { pipeline, job, key, specification }: About): Step {
  const name = textAt(task, 'taskInfo', 'name') ?? key;
  const component = at(specification, 'components', textAt(task, 'componentRef', 'name') ?? '');
  const container = at(specification, 'deploymentSpec', 'executors', textAt(component, 'executorLabel') ?? '', 'container');
  const ran: Step = isGiven(container) ? containerStep(container, { pipeline, job, name }) : { type: 'pipeline.step', place: placeOf(task), ...unstatedStep, pipeline, job, name, kind: kindByNames([name]) };
  return {
    ...ran, place: placeOf(task), kind: tfxComponentKind(name) ?? ran.kind, conditional: textAt(task, 'triggerPolicy', 'condition') ?? (textAt(task, 'triggerPolicy', 'strategy') === 'ALL_UPSTREAM_TASKS_COMPLETED' ? 'ALL_UPSTREAM_TASKS_COMPLETED' : null),
    needs: textsAt(task, 'dependentTasks'), matrix: isGiven(at(task, 'parameterIterator')) || isGiven(at(task, 'artifactIterator')) ? ['item'] : [],
  };
}

function machineFacts(name: string, resources: Spot): readonly FactOf<'environment.definition'>[] {
  if (!isMapping(resources.value)) return [];
  const memory = numberAt(resources, 'memoryLimit');
  return [{
    type: 'environment.definition', place: placeOf(resources), ...unstatedEnvironment, name, kind: 'compute', system: 'kubeflow', cpus: numberAt(resources, 'cpuLimit') ?? processorsWritten(textAt(resources, 'resourceCpuLimit')),
    memoryBytes: memory === null ? memoryWritten(textAt(resources, 'resourceMemoryLimit')) : Math.round(memory * 1e9),
    gpus: numberAt(resources, 'accelerator', 'count') ?? numberAt(resources, 'accelerator', 'resourceCount'), hardware: textAt(resources, 'accelerator', 'type') ?? textAt(resources, 'accelerator', 'resourceType'),
  }];
}
