import type { FactOf } from '../../facts.ts';
import { type Spot, isGiven, isMapping, items, members, placeOf, textAt } from '../../spot.ts';

/**
 * One fact per Alertmanager receiver. Its channels are the configured ones (`slack_configs`, `slackConfigs` → slack);
 * a receiver without any leads nowhere, and the empty list says so.
 */
export function receiverFacts(receivers: Spot): readonly FactOf<'alert.route'>[] {
  return items(receivers).filter(({ value }) => isMapping(value)).map((receiver) => ({
    type: 'alert.route', place: placeOf(receiver), also: [],
    receiver: textAt(receiver, 'name') ?? '',
    channels: members(receiver).flatMap(([key, value]) => channelOf(key, value)),
  }));
}

function channelOf(key: string, value: Spot): readonly string[] {
  const channel = /^(.+?)_?configs$/i.exec(key)?.[1];
  return channel !== undefined && isGiven(value) && !(Array.isArray(value.value) && value.value.length === 0) ? [channel.toLowerCase()] : [];
}
