import type { Parents } from './causal-order.ts';

/**
 * Vector clocks over lanes. A lane is a path of events each of which follows the one before; an event continues the
 * lane of a parent that is still its lane's last, so there are about as many lanes as people who ever wrote at the
 * same time, however many chains there are. An event that brings nothing new from other lanes shares its parent's clock.
 */
export type LaneOrder = {
  /** Whether the second event (by index) comes after the first. */
  readonly isBefore: (first: number, second: number) => boolean;
};

/** How far into each other lane an event has seen: position by lane, -1 or absent for nothing. */
type Clock = readonly number[];
const nothing: Clock = [];

/** Lays lanes over events given by index in a topological order, with the indices of the events each one follows. */
export function addLanes(sequence: readonly number[], { first: firstParent, others }: Parents): LaneOrder {
  const lane = new Int32Array(firstParent.length).fill(-1);
  const position = new Int32Array(firstParent.length);
  const clocks: Clock[] = new Array<Clock>(firstParent.length).fill(nothing);
  const last: number[] = [];

  const laneOf = (index: number): number => lane[index] ?? -1;
  const positionOf = (index: number): number => position[index] ?? 0;
  const clockOf = (index: number): Clock => clocks[index] ?? nothing;
  const isBefore = (first: number, second: number): boolean =>
    laneOf(first) === laneOf(second) ? positionOf(first) < positionOf(second) : (clockOf(second)[laneOf(first)] ?? -1) >= positionOf(first);

  const put = (index: number, at: number, place: number, clock: Clock): void => {
    lane[index] = at;
    position[index] = place;
    clocks[index] = clock;
    last[at] = index;
  };
  const merged = (from: readonly number[], own: number): Clock => {
    const clock: number[] = [];
    const raise = (at: number, to: number): void => { if (at !== own) clock[at] = Math.max(clock[at] ?? -1, to); };
    for (const parent of from) {
      clockOf(parent).forEach((to, at) => { raise(at, to); });
      raise(laneOf(parent), positionOf(parent));
    }
    return clock;
  };

  const join = (index: number, parents: readonly number[]): void => {
    const known = parents.filter((parent) => laneOf(parent) >= 0);
    const tips = known.filter((parent) => last[laneOf(parent)] === parent);
    const continued = tips.find((tip) => known.every((parent) => parent === tip || isBefore(parent, tip))) ?? tips[0];
    if (continued === undefined) {
      put(index, last.length, 0, merged(known, last.length));
      return;
    }
    const nothingNew = known.every((parent) => parent === continued || isBefore(parent, continued));
    const own = laneOf(continued);
    put(index, own, positionOf(continued) + 1, nothingNew ? clockOf(continued) : merged(known, own));
  };

  for (const index of sequence) {
    const parent = firstParent[index] ?? -1;
    const more = others.get(index);
    // What goes on from the last event of a lane, having seen nothing else, is nearly every event.
    if (more === undefined && parent >= 0 && last[laneOf(parent)] === parent) put(index, laneOf(parent), positionOf(parent) + 1, clockOf(parent));
    else join(index, parent < 0 ? [] : [parent, ...(more ?? [])]);
  }
  return { isBefore };
}
