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
  const schedule = textAt(dag, 'schedule_interval') ?? textAt(dag, 'schedule_interval', 'value') ?? textAt(dag, 'timetable', '__var', 'expression') ?? textAt(dag, 'timetable_summary') ?? settingAt(dag, 'schedule_interval', '__var');
  const none = schedule === null || schedule === 'None' || schedule === 'null';
  const event = /DatasetTriggered|AssetTriggered/.test(textAt(dag, 'timetable', '__type') ?? '') ? 'dataset' : none ? 'manual' : 'schedule';
  const paused = saysTrue(dag, 'is_paused') || saysTrue(dag, '_is_paused') || saysTrue(dag, 'paused');
  return { type: 'pipeline.trigger', place: placeOf(dag), also: [], pipeline, kind: event === 'dataset' ? 'other' : none ? 'manual' : 'schedule', event: paused ? `${event} (paused)` : event, branches: [], paths: [], schedule: none ? null : schedule };
}

function taskStep(task: Spot, pipeline: string, tasks: readonly Spot[]): FactOf<'pipeline.step'> {
  const name = textAt(task, 'task_id') ?? '';
  const command = textAt(task, 'bash_command') ?? textAt(task, 'template_fields', 'bash_command');
  const work = stepWork(null, command, null);
  const rule = textAt(task, 'trigger_rule');
  return {
    type: 'pipeline.step', place: placeOf(task), ...unstatedStep, pipeline, job: name, name, kind: work.kind === 'other' || work.kind === 'setup' ? kindByNames([name]) : work.kind, uses: textAt(task, '_task_type') ?? textAt(task, '_operator_name') ?? textAt(task, 'operator_name'),
    command: command === null ? null : cut(command, 500), gating: stopsOnFailure(work.lines, command) && rule !== 'all_done' && rule !== 'always', conditional: rule === null || rule === 'all_success' ? null : rule,
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
  return said ? [scheduleFact(spot, textAt(spot, 'dag_id') ?? '')] : [{ type: 'pipeline.trigger', place: placeOf(spot), also: [], pipeline: textAt(spot, 'dag_id') ?? '', kind: 'other', event: saysTrue(spot, 'is_paused') || saysTrue(spot, 'paused') ? 'unstated (paused)' : 'unstated', branches: [], paths: [], schedule: null }];
}
