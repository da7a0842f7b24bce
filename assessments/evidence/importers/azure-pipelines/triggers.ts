import type { FactOf } from '../../facts.ts';
import { type Spot, at, isGiven, isMapping, isWritten, items, placeOf, textAt, textsAt } from '../../spot.ts';

type Trigger = FactOf<'pipeline.trigger'>;
type Kind = Trigger['kind'];

/**
 * What starts a pipeline. Without a word about it the platform runs it at every push: event `default`; `trigger: none`
 * leaves it to people (`manual`) unless something else starts it.
 */
export function triggerFacts(root: Spot, pipeline: string): readonly Trigger[] {
  const others = [...requestTriggers(root, pipeline), ...scheduleTriggers(root, pipeline), ...resourceTriggers(root, pipeline)];
  const push = at(root, 'trigger');
  if (!isWritten(push)) return [trigger(root, pipeline, 'push', 'default'), ...others];
  if (!isOff(push)) return [limited(push, pipeline, 'push', 'trigger'), ...others];
  return others.length > 0 ? others : [trigger(push, pipeline, 'manual', 'none')];
}

/** `none`, also as the only item of a list. */
function isOff(spot: Spot): boolean {
  const [first, ...more] = textsAt(spot);
  return more.length === 0 && first === 'none';
}

function requestTriggers(root: Spot, pipeline: string): readonly Trigger[] {
  const requests = at(root, 'pr');
  return !isGiven(requests) || isOff(requests) ? [] : [limited(requests, pipeline, 'pull-request', 'pr')];
}

function scheduleTriggers(root: Spot, pipeline: string): readonly Trigger[] {
  return items(at(root, 'schedules')).map((line) => ({ ...limited(line, pipeline, 'schedule', 'schedules'), schedule: textAt(line, 'cron') }));
}

/** Other pipelines, packages, images and calls from outside that start this one. */
const resourceKinds: readonly (readonly [string, Kind])[] = [['pipelines', 'after-pipeline'], ['repositories', 'push'], ['webhooks', 'api'], ['containers', 'other'], ['packages', 'other']];

function resourceTriggers(root: Spot, pipeline: string): readonly Trigger[] {
  return resourceKinds.flatMap(([list, kind]) => items(at(root, 'resources', list)).flatMap((resource) => {
    const starts = at(resource, 'trigger');
    const always = list === 'webhooks';
    if (!always && (!isGiven(starts) || isOff(starts) || textAt(starts) === 'false')) return [];
    const name = textAt(resource, 'source') ?? textAt(resource, list.slice(0, -1)) ?? textAt(resource, 'webhook') ?? list;
    return [limited(always ? resource : starts, pipeline, kind, `resources.${list}: ${name}`)];
  }));
}

/** A list names branches; a mapping includes and excludes branches, tags and paths. */
function limited(spot: Spot, pipeline: string, kind: Kind, event: string): Trigger {
  const whole = isMapping(spot.value) ? [] : textsAt(spot).filter((text) => text !== 'true');
  return {
    ...trigger(spot, pipeline, kind, event),
    branches: [...whole, ...patterns(spot, 'branches'), ...patterns(spot, 'tags')],
    paths: patterns(spot, 'paths'),
  };
}

function patterns(spot: Spot, key: string): readonly string[] {
  const limit = at(spot, key);
  if (!isMapping(limit.value)) return textsAt(limit);
  return [...textsAt(limit, 'include'), ...textsAt(limit, 'exclude').map((pattern) => `!${pattern}`)];
}

function trigger(spot: Spot, pipeline: string, kind: Kind, event: string): Trigger {
  return { type: 'pipeline.trigger', place: placeOf(spot), also: [], pipeline, kind, event, branches: [], paths: [], schedule: null };
}
