import type { FactOf } from '../../facts.ts';
import { instantOf, secondsBetween } from '../../instant.ts';
import { isPlaceholder } from '../../placeholder.ts';
import { repositoryName } from '../../repository-name.ts';
import { type Spot, at, items, placeOf, textAt } from '../../spot.ts';
import { unstatedRun } from '../../unstated-run.ts';
import { unstatedValidation } from '../../unstated-records.ts';
import { jobOf, missingIn, runOf } from './event.ts';

type Run = FactOf<'pipeline.run'>;
const statuses: Readonly<Record<string, Run['status']>> = { COMPLETE: 'succeeded', FAIL: 'failed', ABORT: 'cancelled', START: 'running', RUNNING: 'running' };

/** One fact for each run of the file, from all its events; the end of a run is the last that says so. */
export function runFacts(events: readonly Spot[]): readonly Run[] {
  return [...Map.groupBy(events.filter((event) => runOf(event) !== null), (event) => runOf(event) ?? '')].map(([run, own]) => runFact(run, own));
}

function runFact(run: string, events: readonly Spot[]): Run {
  const ended = events.filter((event) => /^(?:COMPLETE|FAIL|ABORT)$/.test(typeOf(event)));
  const last = ended.at(-1) ?? events.at(-1);
  const first = events[0] ?? { file: '', pointer: '', value: undefined, embedded: false };
  const startedAt = timeOf(events.find((event) => typeOf(event) === 'START'));
  const endedAt = timeOf(ended.at(-1));
  const status = statuses[last === undefined ? '' : typeOf(last)] ?? 'unknown';
  const outputs = namesIn(events, 'outputs').length;
  return {
    type: 'pipeline.run', place: placeOf(first), also: events.slice(1, 50).map(placeOf), ...unstatedRun, ...sourceOf(events), system: 'openlineage', run,
    pipeline: jobOf(first), parentRun: firstOf(events, (event) => textAt(event, 'run', 'facets', 'parent', 'run', 'runId')), status,
    outputs, inputs: namesIn(events, 'inputs').length, empty: status === 'succeeded' && outputs === 0, startedAt, endedAt, durationSeconds: secondsBetween(startedAt, endedAt),
  };
}

function typeOf(event: Spot): string {
  return textAt(event, 'eventType') ?? '';
}

function timeOf(event: Spot | undefined): string | null {
  return event === undefined ? null : instantOf(textAt(event, 'eventTime'));
}

function firstOf(events: readonly Spot[], read: (event: Spot) => string | null): string | null {
  return events.map(read).find((text) => text !== null && !isPlaceholder(text)) ?? null;
}

/** The facet of the job that says where its code lies. */
function sourceOf(events: readonly Spot[]): Pick<Run, 'repository' | 'commit' | 'branch'> {
  const told = (...keys: readonly string[]) => firstOf(events, (event) => textAt(event, 'job', 'facets', 'sourceCodeLocation', ...keys));
  return { repository: repositoryName(told('repoUrl') ?? told('url')), commit: told('version'), branch: told('branch') };
}

/** Names of datasets; a placeholder of a test names none. */
function namesIn(events: readonly Spot[], side: 'inputs' | 'outputs'): readonly string[] {
  return [...new Set(events.flatMap((event) => items(at(event, side))).map((one) => textAt(one, 'name')).filter((name) => name !== null && !isPlaceholder(name)).map(String))];
}

/** Every output of an event was made of its inputs; it is recorded only where the event tells run and time. */
export function edgeFacts(event: Spot): readonly FactOf<'lineage.edge'>[] {
  const recorded = missingIn(event).filter((key) => key !== 'producer').length === 0;
  const [inputs, outputs] = [namesIn([event], 'inputs').slice(0, 100), namesIn([event], 'outputs').slice(0, 100)];
  return outputs.flatMap((to) => inputs.filter((from) => from !== to).slice(0, 100).map((from) => ({
    type: 'lineage.edge', place: placeOf(event), also: [], run: runOf(event), from, fromKind: 'data', fromHash: null, to, toKind: 'data', toHash: null, by: jobOf(event), system: 'openlineage', recorded,
  })));
}

/** Checks of data that the run tells with its inputs or outputs. */
export function assertionFacts(event: Spot): readonly FactOf<'data.validation'>[] {
  return [...items(at(event, 'inputs')), ...items(at(event, 'outputs'))].flatMap((dataset) => {
    const checks = [at(dataset, 'facets'), at(dataset, 'inputFacets')].flatMap((facets) => items(at(facets, 'dataQualityAssertions', 'assertions')));
    if (checks.length === 0) return [];
    const failed = checks.filter((check) => at(check, 'success').value === false);
    return [{
      type: 'data.validation', place: placeOf(dataset), ...unstatedValidation, run: runOf(event), dataset: textAt(dataset, 'name'), suite: textAt(dataset, 'name') ?? event.file, system: 'openlineage', kind: 'result',
      evaluated: checks.length, passed: checks.filter((check) => at(check, 'success').value === true).length, failed: failed.length, listed: checks.length,
      failedChecks: failed.map((check) => [textAt(check, 'assertion'), textAt(check, 'column')].filter((part) => part !== null).join(' ').slice(0, 200).toWellFormed()).slice(0, 50),
      columns: new Set(checks.map((check) => textAt(check, 'column')).filter((column) => column !== null)).size,
      kinds: [...new Set(checks.map((check) => textAt(check, 'assertion')).filter((kind) => kind !== null))].slice(0, 50), at: timeOf(event),
    }];
  });
}
