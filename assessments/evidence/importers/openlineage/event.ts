import { isPlaceholder } from '../../placeholder.ts';
import { type Spot, at, isMapping, textAt } from '../../spot.ts';

/** What happened to a run of a job, or of static lineage a job or dataset with a schema of OpenLineage. */
export function isEvent(event: Spot): boolean {
  const lists = ['inputs', 'outputs'].some((side) => Array.isArray(at(event, side).value));
  const job = isMapping(at(event, 'job').value) && (textAt(event, 'job', 'name') ?? textAt(event, 'job', 'namespace')) !== null;
  return /^(?:START|RUNNING|COMPLETE|ABORT|FAIL|OTHER)$/.test(textAt(event, 'eventType') ?? '') && job && (lists || isMapping(at(event, 'run').value));
}

/** Members without which an event is not one that was sent. */
export function missingIn(event: Spot): readonly string[] {
  return [
    ...(runOf(event) === null ? ['run.runId'] : []), ...(textAt(event, 'job', 'name') === null ? ['job.name'] : []),
    ...(textAt(event, 'eventTime') === null ? ['eventTime'] : []), ...(textAt(event, 'producer') === null ? ['producer'] : []),
  ];
}

/** The id of the run; null where it is a placeholder of a test. */
export function runOf(event: Spot): string | null {
  const run = textAt(event, 'run', 'runId');
  return isPlaceholder(run) ? null : run;
}

export function jobOf(event: Spot): string | null {
  const name = textAt(event, 'job', 'name');
  return isPlaceholder(name) ? null : name;
}
