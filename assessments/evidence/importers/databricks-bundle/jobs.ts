import type { Fact, FactOf } from '../../facts.ts';
import { kindByNames } from '../../pipeline-step/command-groups.ts';
import { withRollbacks } from '../../pipeline-step/rollbacks.ts';
import { type Spot, at, isGiven, isMapping, isWritten, items, placeOf, settingAt, textAt, textsAt, wholeAt } from '../../spot.ts';

type Step = FactOf<'pipeline.step'>;
type Trigger = FactOf<'pipeline.trigger'>;

/** A job with what starts it and its tasks. */
export function jobFacts(key: string, job: Spot): readonly Fact[] {
  const pipeline = textAt(job, 'name') ?? key;
  const tasks = items(at(job, 'tasks'));
  const definition: FactOf<'pipeline.definition'> = {
    type: 'pipeline.definition', place: placeOf(job), also: [],
    system: 'databricks', name: pipeline, jobs: tasks.length, reusable: false,
    permissions: isGiven(at(job, 'permissions')), concurrency: wholeAt(job, 'max_concurrent_runs') === 1 || isGiven(at(job, 'queue')),
  };
  const steps = tasks.map((task) => taskFact(task, pipeline));
  return [definition, ...triggerFacts(job, pipeline), ...withRollbacks(steps, 'databricks', ({ conditional }) => /FAILED/.test(conditional ?? ''))];
}

/** A schedule that is paused is told as such: it starts nothing. */
function triggerFacts(job: Spot, pipeline: string): readonly Trigger[] {
  const schedule = at(job, 'schedule');
  const others = (['file_arrival', 'table_update', 'periodic'] as const).map((name) => [name, at(job, 'trigger', name)] as const).filter(([, spot]) => isGiven(spot));
  return [
    ...(isMapping(schedule.value) ? [trigger(schedule, pipeline, 'schedule', `schedule${paused(schedule)}`, textAt(schedule, 'quartz_cron_expression'))] : []),
    ...others.map(([name, spot]) => trigger(spot, pipeline, name === 'periodic' ? 'schedule' : 'other', `${name}${paused(at(job, 'trigger'))}`, name === 'periodic' ? settingAt(spot) : null)),
    ...(isWritten(at(job, 'continuous')) ? [trigger(at(job, 'continuous'), pipeline, 'other', `continuous${paused(at(job, 'continuous'))}`, null)] : []),
  ];
}

function paused(spot: Spot): string {
  return textAt(spot, 'pause_status') === 'PAUSED' ? ' (PAUSED)' : '';
}

function trigger(spot: Spot, pipeline: string, kind: Trigger['kind'], event: string, schedule: string | null): Trigger {
  return { type: 'pipeline.trigger', place: placeOf(spot), also: [], pipeline, kind, event, branches: [], paths: [], schedule };
}

/** What a task runs: a notebook, a program, a query, another job or pipeline. */
const programs: readonly (readonly string[])[] = [
  ['notebook_task', 'notebook_path'], ['spark_python_task', 'python_file'], ['python_wheel_task', 'entry_point'], ['dbt_task', 'project_directory'],
  ['sql_task', 'file', 'path'], ['run_job_task', 'job_id'], ['pipeline_task', 'pipeline_id'], ['spark_jar_task', 'main_class_name'],
];

function taskFact(task: Spot, pipeline: string): Step {
  const name = textAt(task, 'task_key') ?? 'task';
  const uses = programs.map((path) => textAt(task, ...path)).find((text) => text !== null) ?? null;
  const file = /([^/\\]+?)(?:\.\w+)?$/.exec((uses ?? '').slice(-300))?.[1] ?? '';
  const runIf = textAt(task, 'run_if');
  const condition = settingAt(task, 'condition_task');
  return {
    type: 'pipeline.step', place: placeOf(task), also: [], pipeline, job: name, name,
    kind: kindByNames([name, file]), uses, pinned: false, command: null,
    gating: !isRehearsal(task), conditional: condition ?? (runIf === null || runIf === 'ALL_SUCCESS' ? null : `run_if: ${runIf}`),
    environment: null, needs: textsAt({ ...task, value: items(at(task, 'depends_on')).map((one) => textAt(one, 'task_key')) }),
    matrix: isGiven(at(task, 'for_each_task', 'inputs')) ? ['inputs'] : [],
  };
}

/** MLOps Stacks validates models by a parameter: `dry_run` goes on whatever it finds, `disabled` looks at nothing. */
function isRehearsal(task: Spot): boolean {
  return ['dry_run', 'disabled'].includes(textAt(task, 'notebook_task', 'base_parameters', 'run_mode') ?? '');
}
