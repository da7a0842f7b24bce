import type { FactOf } from '../../facts.ts';
import { type Spot, at, isMapping, isWritten, items, members, oneOrMany, placeOf, textAt, textsAt } from '../../spot.ts';

type Trigger = FactOf<'pipeline.trigger'>;

/** What starts a pipeline, by the platform's event; every event not named here is `other`. */
const kinds: Readonly<Record<string, Trigger['kind']>> = {
  push: 'push',
  pull_request: 'pull-request', pull_request_target: 'pull-request', pull_request_review: 'pull-request', merge_group: 'pull-request',
  schedule: 'schedule',
  workflow_dispatch: 'manual',
  release: 'release',
  workflow_run: 'after-pipeline',
  workflow_call: 'call',
  repository_dispatch: 'api',
};

/** The triggers as written; tools that rewrite files by YAML 1.1 rules turn `on:` into `true:`. */
export function triggersOf(root: Spot): Spot {
  const on = at(root, 'on');
  return isWritten(on) ? on : at(root, 'true');
}

/** One fact per event, and one per cron line of a schedule, whether `on` is a string, a list or a mapping. */
export function triggerFacts(root: Spot, pipeline: string): readonly Trigger[] {
  const on = triggersOf(root);
  if (!isMapping(on.value)) {
    return oneOrMany(on).flatMap((spot) => {
      const event = textAt(spot);
      return event === null ? [] : [trigger(spot, pipeline, event)];
    });
  }
  return members(on).flatMap(([event, spot]) => (event === 'schedule' ? scheduleFacts(spot, pipeline) : [trigger(spot, pipeline, event)]));
}

function scheduleFacts(schedule: Spot, pipeline: string): readonly Trigger[] {
  const lines = items(schedule);
  if (lines.length === 0) return [trigger(schedule, pipeline, 'schedule')];
  return lines.map((line) => ({ ...trigger(line, pipeline, 'schedule'), schedule: textAt(line, 'cron') }));
}

function trigger(spot: Spot, pipeline: string, event: string): Trigger {
  return {
    type: 'pipeline.trigger', place: placeOf(spot), also: [], pipeline,
    kind: Object.hasOwn(kinds, event) ? kinds[event] ?? 'other' : 'other', event,
    branches: [...textsAt(spot, 'branches'), ...excluded(spot, 'branches-ignore'), ...textsAt(spot, 'tags'), ...excluded(spot, 'tags-ignore')],
    paths: [...textsAt(spot, 'paths'), ...excluded(spot, 'paths-ignore')],
    schedule: null,
  };
}

/** Ignored patterns in the notation that the platform itself uses for exclusion. */
function excluded(spot: Spot, key: string): readonly string[] {
  return textsAt(spot, key).map((pattern) => `!${pattern}`);
}
