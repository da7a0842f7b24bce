import type { Fact, FactOf } from '../../facts.ts';
import { monitoredArea } from '../../monitored-area.ts';
import { kindByNames } from '../../pipeline-step/command-groups.ts';
import { stepWork } from '../../pipeline-step/kinds.ts';
import { cut } from '../../pipeline-step/naming.ts';
import { stopsOnFailure } from '../../pipeline-step/outcome.ts';
import { withRollbacks } from '../../pipeline-step/rollbacks.ts';
import { type Spot, at, isGiven, isMapping, members, placeOf, saysTrue, settingAt, textAt, textsAt, wholeAt } from '../../spot.ts';
import { unstatedEnvironment, unstatedStep } from '../../unstated-delivery.ts';
import { type AssetReader, environmentAsset } from './assets.ts';
import { assetReference } from './schema-of.ts';

type Step = FactOf<'pipeline.step'>;

/** Jobs, what jobs are put together from, and what starts them. */
export const jobReaders: Readonly<Record<string, AssetReader>> = {
  pipelineJob: (root) => pipelineFacts(root, false), pipelineComponent: (root) => pipelineFacts(root, true),
  commandJob: (root) => singleFacts(root, false), sweepJob: (root) => singleFacts(root, false), commandComponent: (root) => singleFacts(root, true), sparkJob: (root) => singleFacts(root, false), sparkComponent: (root) => singleFacts(root, true), parallelComponent: (root) => singleFacts(root, true),
  schedule: scheduleFacts, monitorSchedule: scheduleFacts,
};

function nameOf(root: Spot): string {
  return textAt(root, 'display_name') ?? textAt(root, 'name') ?? textAt(root, 'experiment_name') ?? root.file;
}

function pipelineFacts(root: Spot, reusable: boolean): readonly Fact[] {
  const pipeline = nameOf(root);
  const jobs = members(at(root, 'jobs')).filter(([, job]) => isMapping(job.value));
  const goesOn = saysTrue(root, 'settings', 'continue_on_step_failure');
  const steps = jobs.map(([name, job]) => jobStep(job, { pipeline, name, gating: !goesOn }));
  return [
    definitionFact(root, pipeline, jobs.length, reusable), ...withRollbacks(steps, 'azure-ml', () => false),
    ...jobs.flatMap(([name, job]) => [...machineFacts(job, `${pipeline}/${name}`), ...inlineEnvironment(job, `${pipeline}/${name}`)]),
  ];
}

function definitionFact(root: Spot, name: string, jobs: number, reusable: boolean): FactOf<'pipeline.definition'> {
  return { type: 'pipeline.definition', place: placeOf(root), also: [], system: 'azure-ml', name, jobs, reusable, permissions: isGiven(at(root, 'identity')), concurrency: false };
}

type About = { readonly pipeline: string; readonly name: string; readonly gating: boolean };

/** A job of a pipeline: its command, or the component it calls by file or by name. */
function jobStep(job: Spot, { pipeline, name, gating }: About): Step {
  const component = at(job, 'component');
  const body = isMapping(component.value) ? component : job;
  const uses = textAt(component) ?? textAt(job, 'trial');
  const command = textAt(body, 'command');
  const work = stepWork(null, command, null);
  return {
    type: 'pipeline.step', place: placeOf(job), ...unstatedStep, pipeline, job: name, name: textAt(job, 'display_name') ?? name, kind: ['other', 'setup'].includes(work.kind) ? kindByNames([name, calledName(uses ?? '')]) : work.kind,
    uses, pinned: false, command: command === null ? null : cut(command, 500), gating: gating && stopsOnFailure(work.lines, command), needs: needsOf(job), matrix: members(at(job, 'search_space')).map(([key]) => key),
  };
}

/** The name of a component, or of the file it is in. */
function calledName(uses: string): string {
  return assetReference(uses)?.name ?? /([^/\\]+?)(?:\.ya?ml)?$/.exec(uses.slice(-200))?.[1] ?? '';
}

/** Jobs whose outputs it takes: `${{parent.jobs.train.outputs.model}}`, in early syntax `${{jobs.train…}}`. */
function needsOf(job: Spot): readonly string[] {
  const written = (settingAt(job, 'inputs') ?? '').slice(0, 20_000);
  return [...new Set([...written.matchAll(/\$\{\{\s*(?:parent\.)?jobs\.([\w-]+)\./g)].map(([, name]) => name ?? ''))];
}

/** A job or component that stands alone is a pipeline of one step. */
function singleFacts(root: Spot, reusable: boolean): readonly Fact[] {
  const pipeline = nameOf(root);
  const step = jobStep(root, { pipeline, name: textAt(root, 'name') ?? pipeline, gating: true });
  return [definitionFact(root, pipeline, 1, reusable), ...withRollbacks([step], 'azure-ml', () => false), ...machineFacts(root, pipeline), ...inlineEnvironment(root, pipeline)];
}

function inlineEnvironment(job: Spot, name: string): readonly Fact[] {
  return isMapping(at(job, 'environment').value) ? environmentAsset(at(job, 'environment'), name) : [];
}

/** Machines a job asks for itself; a cluster it only names is told where that is defined. */
function machineFacts(job: Spot, name: string): readonly Fact[] {
  const hardware = textAt(job, 'resources', 'instance_type');
  return hardware === null ? [] : [{ type: 'environment.definition', place: placeOf(at(job, 'resources')), ...unstatedEnvironment, name, kind: 'compute', system: 'azure-ml', nodes: wholeAt(job, 'resources', 'instance_count'), hardware }];
}

/** A schedule starts a job or a monitor; the signals of a monitor are what is watched. */
function scheduleFacts(root: Spot): readonly Fact[] {
  const trigger = at(root, 'trigger');
  const job = at(root, 'create_job');
  const pipeline = assetReference(textAt(job))?.name ?? textAt(job) ?? textAt(job, 'job') ?? nameOf(root);
  const schedule = writtenSchedule(trigger);
  const started: FactOf<'pipeline.trigger'> = { type: 'pipeline.trigger', place: placeOf(trigger), also: [], pipeline, kind: 'schedule', event: textAt(root, 'is_enabled') === 'false' ? 'schedule (disabled)' : 'schedule', branches: [], paths: [], schedule };
  const monitor = at(root, 'create_monitor');
  return [...(isGiven(trigger) ? [started] : []), ...members(at(monitor, 'monitoring_signals')).map(([name, signal]) => signalFact(name, signal, trigger)), ...alertFacts(at(monitor, 'alert_notification'), nameOf(root))];
}

/** A cron line, or how often. */
function writtenSchedule(trigger: Spot): string | null {
  const frequency = textAt(trigger, 'frequency');
  return textAt(trigger, 'expression') ?? (frequency === null ? null : `every ${wholeAt(trigger, 'interval') ?? 1} ${frequency}`);
}

const areas: Readonly<Record<string, FactOf<'monitor.metric'>['area']>> = { data_drift: 'data-drift', prediction_drift: 'data-drift', data_quality: 'data-drift', feature_attribution_drift: 'data-drift', model_performance: 'model-quality', generation_safety_quality: 'model-quality' };
const lengths: Readonly<Record<string, number>> = { minute: 60, hour: 3600, day: 86_400, week: 604_800, month: 2_592_000 };

function signalFact(name: string, signal: Spot, trigger: Spot): FactOf<'monitor.metric'> {
  const type = textAt(signal, 'type') ?? name;
  const length = lengths[textAt(trigger, 'frequency') ?? ''];
  return {
    type: 'monitor.metric', place: placeOf(signal), also: [], name, source: 'azure-ml-monitor', area: Object.hasOwn(areas, type) ? areas[type] ?? 'other' : monitoredArea([type], name), expression: null,
    threshold: settingAt(signal, 'metric_thresholds'), intervalSeconds: length === undefined ? null : length * (wholeAt(trigger, 'interval') ?? 1),
  };
}

/** Addresses are people's; only that mail is sent is told. */
function alertFacts(notification: Spot, name: string): readonly FactOf<'alert.route'>[] {
  return textsAt(notification, 'emails').length === 0 ? [] : [{ type: 'alert.route', place: placeOf(notification), also: [], receiver: name, channels: ['email'] }];
}
