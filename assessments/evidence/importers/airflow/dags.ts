import type { Fact, FactOf } from '../../facts.ts';
import { kindByNames } from '../../pipeline-step/command-groups.ts';
import { stepWork } from '../../pipeline-step/kinds.ts';
import { cut } from '../../pipeline-step/naming.ts';
import { stopsOnFailure } from '../../pipeline-step/outcome.ts';
import { withRollbacks } from '../../pipeline-step/rollbacks.ts';
import { type Spot, at, isGiven, isMapping, items, placeOf, saysTrue, settingAt, textAt, textsAt } from '../../spot.ts';
import { unstatedStep } from '../../unstated-delivery.ts';

type Trigger = FactOf<'pipeline.trigger'>;

/** A serialised DAG: `{"__version": …, "dag": {…, "tasks": […]}}`. */
export function isDag(root: Spot): boolean {
  return isGiven(at(root, '__version')) && idOf(at(root, 'dag')) !== null && Array.isArray(at(root, 'dag', 'tasks').value);
}

function idOf(dag: Spot): string | null {
  return textAt(dag, '_dag_id') ?? textAt(dag, 'dag_id');
}

/** What the serialiser wraps as `{"__var": {…}, "__type": "operator"}`. */
function unwrapped(spot: Spot): Spot {
  return isMapping(at(spot, '__var').value) ? at(spot, '__var') : spot;
}

export function dagFacts(root: Spot): readonly Fact[] {
  const dag = at(root, 'dag');
  const name = idOf(dag) ?? '';
  const tasks = items(at(dag, 'tasks')).map(unwrapped);
  const definition: FactOf<'pipeline.definition'> = {
    type: 'pipeline.definition', place: placeOf(dag), also: [], system: 'airflow', name, jobs: tasks.length, reusable: false, permissions: isGiven(at(dag, 'access_control')) || isGiven(at(dag, '_access_control')), concurrency: textAt(dag, 'max_active_runs') === '1',
  };
  return [definition, scheduleFact(dag, name), ...withRollbacks(tasks.map((task) => taskStep(task, name, tasks)), 'airflow', ({ conditional }) => /failed/.test(conditional ?? ''))];
}

/** A DAG without a schedule is started by hand; a paused one starts nothing. */
function scheduleFact(dag: Spot, pipeline: string): Trigger {
  const schedule = writtenSchedule(dag);
  const byData = /DatasetTriggered|AssetTriggered/.test(textAt(dag, 'timetable', '__type') ?? '');
  const kind = byData ? 'other' : schedule === null ? 'manual' : 'schedule';
  const event = byData ? 'dataset' : kind;
  return { type: 'pipeline.trigger', place: placeOf(dag), also: [], pipeline, kind, event: isPaused(dag) ? `${event} (paused)` : event, branches: [], paths: [], schedule };
}

/** Each version and each list writes it elsewhere. */
const schedulePaths: readonly (readonly string[])[] = [['schedule_interval'], ['schedule_interval', 'value'], ['timetable', '__var', 'expression'], ['timetable_summary']];

function writtenSchedule(dag: Spot): string | null {
  const schedule = schedulePaths.map((path) => textAt(dag, ...path)).find((text) => text !== null) ?? settingAt(dag, 'schedule_interval', '__var');
  return schedule === 'None' || schedule === 'null' ? null : schedule;
}

function isPaused(dag: Spot): boolean {
  return ['is_paused', '_is_paused', 'paused'].some((key) => saysTrue(dag, key));
}

function taskStep(task: Spot, pipeline: string, tasks: readonly Spot[]): FactOf<'pipeline.step'> {
  const name = textAt(task, 'task_id') ?? '';
  const command = textAt(task, 'bash_command') ?? textAt(task, 'template_fields', 'bash_command');
  const work = stepWork(null, command, null);
  const rule = textAt(task, 'trigger_rule') ?? 'all_success';
  return {
    type: 'pipeline.step', place: placeOf(task), ...unstatedStep, pipeline, job: name, name, kind: ['other', 'setup'].includes(work.kind) ? kindByNames([name]) : work.kind, uses: ['_task_type', '_operator_name', 'operator_name'].map((key) => textAt(task, key)).find((text) => text !== null) ?? null,
    command: command === null ? null : cut(command, 500), gating: stopsOnFailure(work.lines, command) && !['all_done', 'always'].includes(rule), conditional: rule === 'all_success' ? null : rule,
    needs: tasks.filter((other) => textsAt(other, 'downstream_task_ids').includes(name)).map((other) => textAt(other, 'task_id') ?? ''), matrix: saysTrue(task, '_is_mapped') ? ['mapped'] : [],
  };
}

/** An entry of a list of DAGs: it says when it runs, not what it does. */
export function isListedDag(spot: Spot): boolean {
  const paused = isGiven(at(spot, 'is_paused')) || isGiven(at(spot, 'paused'));
  return textAt(spot, 'dag_id') !== null && paused && (isGiven(at(spot, 'fileloc')) || isGiven(at(spot, 'filepath')));
}

export function listedDagFacts(spot: Spot): readonly Fact[] {
  const said = ['schedule_interval', 'timetable_summary'].some((key) => Object.hasOwn(spot.value as object, key));
  return said ? [scheduleFact(spot, textAt(spot, 'dag_id') ?? '')] : [{ type: 'pipeline.trigger', place: placeOf(spot), also: [], pipeline: textAt(spot, 'dag_id') ?? '', kind: 'other', event: isPaused(spot) ? 'unstated (paused)' : 'unstated', branches: [], paths: [], schedule: null }];
}
