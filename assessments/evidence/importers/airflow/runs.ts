import type { FactOf } from '../../facts.ts';
import { instantOf, secondsBetween } from '../../instant.ts';
import { type Spot, at, isWritten, members, numberAt, placeOf, textAt, wholeAt } from '../../spot.ts';
import { unstatedRun } from '../../unstated-run.ts';

type Run = FactOf<'pipeline.run'>;

const states: Readonly<Record<string, Run['status']>> = { success: 'succeeded', failed: 'failed', upstream_failed: 'skipped', skipped: 'skipped', removed: 'skipped', running: 'running', restarting: 'running', up_for_retry: 'running', queued: 'queued', scheduled: 'queued' };

function stateOf(spot: Spot): Run['status'] {
  const state = textAt(spot, 'state') ?? '';
  return Object.hasOwn(states, state) ? states[state] ?? 'unknown' : 'unknown';
}

/** A run of a DAG: its id, its state and when. */
export function isRun(spot: Spot): boolean {
  return textAt(spot, 'dag_id') !== null && (textAt(spot, 'dag_run_id') ?? textAt(spot, 'run_id')) !== null && textAt(spot, 'state') !== null && isWritten(at(spot, 'start_date')) && isWritten(at(spot, 'end_date'));
}

export function runFact(spot: Spot): Run {
  const parameters = members(at(spot, 'conf')).map(([key]) => key);
  return { ...common(spot), run: textAt(spot, 'dag_run_id') ?? textAt(spot, 'run_id') ?? '', trigger: textAt(spot, 'run_type'), parameters: parameters.slice(0, 200), parameterCount: parameters.length };
}

/** One task of a run; how often it was tried is its attempt. */
export function isTaskInstance(spot: Spot): boolean {
  return textAt(spot, 'task_id') !== null && isRun(spot);
}

export function taskInstanceFact(spot: Spot): Run {
  const run = textAt(spot, 'dag_run_id') ?? textAt(spot, 'run_id') ?? '';
  const task = textAt(spot, 'task_id') ?? '';
  return { ...common(spot), run: `${run}/${task}`, parentRun: run, job: task, name: textAt(spot, 'operator'), attempt: wholeAt(spot, 'try_number') };
}

function common(spot: Spot): Run {
  const [startedAt, endedAt] = [instantOf(textAt(spot, 'start_date')), instantOf(textAt(spot, 'end_date'))];
  return { type: 'pipeline.run', place: placeOf(spot), also: [], ...unstatedRun, run: '', system: 'airflow', pipeline: textAt(spot, 'dag_id'), status: stateOf(spot), startedAt, endedAt, durationSeconds: numberAt(spot, 'duration') ?? secondsBetween(startedAt, endedAt) };
}
