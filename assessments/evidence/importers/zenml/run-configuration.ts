import type { Fact, FactOf } from '../../facts.ts';
import { imageReference } from '../../image-reference.ts';
import { pythonRequirement } from '../../package-requirement.ts';
import { isPlaceholder } from '../../placeholder.ts';
import { kindByNames } from '../../pipeline-step/command-groups.ts';
import { memoryWritten } from '../../resource-quantity.ts';
import { secretFacts } from '../../secrets/secret-use.ts';
import { type Spot, at, isGiven, isMapping, isWritten, members, numberAt, placeOf, settingAt, textAt, textsAt, wholeAt } from '../../spot.ts';
import { namesIn, settingsIn } from '../../training/hyperparameters.ts';
import { parameterFact } from '../../training/parameter-file.ts';
import { unstatedEnvironment, unstatedStep } from '../../unstated-delivery.ts';

const switches = ['enable_cache', 'enable_artifact_metadata', 'enable_artifact_visualization', 'enable_step_logs'];
const foreign = ['apiVersion', 'kind', 'jobs', 'stages', 'on', 'services', 'version', 'version_id', 'image', 'workflow', 'pipelines', 'suites'];

/** A switch only ZenML has, or the settings of its images, machines and orchestrators; beside steps, parameters, a model or settings. */
export function isRunConfiguration(root: Spot): boolean {
  if (foreign.some((key) => isWritten(at(root, key)))) return false;
  const settings = members(at(root, 'settings'));
  const own = switches.slice(1).some((key) => isWritten(at(root, key))) || settings.some(([key, value]) => isMapping(value.value) && (/^(?:orchestrator|step_operator|experiment_tracker|model_deployer|container_registry)(?:\.|$)/.test(key) || (key === 'docker' && isDocker(value))));
  const part = ['steps', 'parameters', 'model', 'settings', 'extra', 'schedule', 'run_name'].some((key) => isGiven(at(root, key)));
  return (own && part) || (isWritten(at(root, 'enable_cache')) && isMapping(at(root, 'steps').value) && members(at(root, 'steps')).every(([, step]) => isMapping(step.value)));
}

function isDocker(docker: Spot): boolean {
  return ['required_integrations', 'requirements', 'parent_image', 'python_package_installer', 'apt_packages', 'dockerfile'].some((key) => isWritten(at(docker, key)));
}

/** What a run is told: the image and machines, the steps that are set, when it is started, the model it makes. */
export function runConfigurationFacts(root: Spot): readonly Fact[] {
  const pipeline = textAt(root, 'run_name') ?? root.file;
  const steps = members(at(root, 'steps')).filter(([, step]) => isMapping(step.value));
  return [
    ...environmentFacts(at(root, 'settings'), root.file), ...scheduleFacts(at(root, 'schedule'), pipeline), ...modelFacts(at(root, 'model')), ...parameterFacts(root, steps), ...secretsIn(root, steps),
    ...steps.flatMap(([name, step]) => [stepFact(step, pipeline, name), ...environmentFacts(at(step, 'settings'), `${root.file}/${name}`)]),
  ];
}

/** Parameters of the pipeline and of its steps, with the machines beside them. */
function parameterFacts(root: Spot, steps: readonly (readonly [string, Spot])[]): readonly FactOf<'parameter.file'>[] {
  const names = [at(root, 'parameters'), ...steps.map(([, step]) => at(step, 'parameters'))].flatMap(namesIn);
  const settings = settingsIn([...names, ...namesIn(at(root, 'settings', 'resources'))]);
  return settings.parameters.length === 0 ? [] : [parameterFact(placeOf(root), 'file', settings)];
}

/** Variables that the images of the run and of its steps are given. */
function secretsIn(root: Spot, steps: readonly (readonly [string, Spot])[]): readonly Fact[] {
  const given = [root, ...steps.map(([, step]) => step)].map((holder) => at(holder, 'settings', 'docker', 'environment')).flatMap(members);
  return secretFacts(placeOf(root), 'zenml', [], given.flatMap(([name, value]) => (textAt(value) === null ? [] : [{ name, value: textAt(value) }])));
}

function environmentFacts(settings: Spot, name: string): readonly Fact[] {
  if (!isMapping(settings.value)) return [];
  const [docker, resources] = [at(settings, 'docker'), at(settings, 'resources')];
  const requirements = textsAt(docker, 'requirements').filter((line) => !/\.(?:txt|toml|lock)$/.test(line)).flatMap((line) => pythonRequirement(line) ?? []);
  const elsewhere = textsAt(docker, 'requirements').length > requirements.length || textsAt(docker, 'required_integrations').length > 0;
  const parent = textAt(docker, 'parent_image');
  const { image, digest } = imageReference(parent ?? '');
  const unpinned = requirements.filter(({ firmness }) => firmness !== 'exact').length;
  return [{
    type: 'environment.definition', place: placeOf(settings), ...unstatedEnvironment, image: parent === null ? null : image, imageDigest: digest, name, kind: isMapping(docker.value) ? 'container' : 'compute', system: 'zenml',
    pinned: requirements.length > 0 && unpinned === 0 && !elsewhere && (parent === null || digest !== null), packages: requirements.length, unpinned,
    cpus: numberAt(resources, 'cpu_count'), memoryBytes: memoryWritten(textAt(resources, 'memory')), gpus: numberAt(resources, 'gpu_count'), ...machinesIn(settings),
  }];
}

/** Machines as the settings of an orchestrator name them. */
function machinesIn(settings: Spot): Pick<FactOf<'environment.definition'>, 'hardware' | 'nodes' | 'autoscaled'> {
  const own = members(settings).filter(([key]) => /^(?:orchestrator|step_operator)/.test(key)).map(([, value]) => value);
  const hardware = own.map((one) => textAt(one, 'instance_type') ?? textAt(one, 'node_type_id') ?? textAt(one, 'machine_type') ?? textAt(one, 'vm_size')).find((name) => name !== null) ?? null;
  const nodes = own.map((one) => wholeAt(one, 'num_workers') ?? wholeAt(one, 'instance_count')).find((count) => count !== null) ?? null;
  return { hardware, nodes, autoscaled: own.some((one) => isGiven(at(one, 'autoscale'))) };
}

function scheduleFacts(schedule: Spot, pipeline: string): readonly FactOf<'pipeline.trigger'>[] {
  if (!isMapping(schedule.value)) return [];
  const cron = textAt(schedule, 'cron_expression');
  return [{ type: 'pipeline.trigger', place: placeOf(schedule), also: [], pipeline, kind: 'schedule', event: 'schedule', branches: [], paths: [], schedule: cron ?? settingAt(schedule, 'interval_second') ?? textAt(schedule, 'run_once_start_time') }];
}

function stepFact(step: Spot, pipeline: string, name: string): FactOf<'pipeline.step'> {
  return { type: 'pipeline.step', place: placeOf(step), ...unstatedStep, pipeline, job: name, name, kind: kindByNames([name]), uses: textAt(step, 'step_operator') };
}

/** What the configuration says of the model, where it says more than a name. */
function modelFacts(model: Spot): readonly FactOf<'model.card'>[] {
  const said = (key: string): boolean => !isPlaceholder(textAt(model, key));
  const sections = ['description', 'use_cases', 'limitations', 'trade_offs', 'ethics', 'audience'].filter(said);
  const name = textAt(model, 'name');
  if (name === null || sections.length === 0) return [];
  return [{
    type: 'model.card', place: placeOf(model), also: [], release: null, model: name, modelVersion: textAt(model, 'version'), modelHash: null, name, format: 'free-form', licence: textAt(model, 'license'), baseModels: [], datasets: [], metrics: [], results: 0,
    sections, emptySections: ['description', 'use_cases', 'limitations', 'trade_offs', 'ethics', 'audience'].filter((key) => isWritten(at(model, key)) && !said(key)), placeholders: 0, intendedUse: said('use_cases'), outOfScope: false,
    limitations: said('limitations') || said('trade_offs'), trainingData: false, evaluation: false, fairness: said('ethics'), environmentalImpact: false, contact: false, updatedAt: null,
  }];
}
