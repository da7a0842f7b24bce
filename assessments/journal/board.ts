import type { EventType, JournalEvent } from './event.ts';
import { settingsOf } from './settings.ts';
import { type IsBefore, type Setting, type Slots, emptySlots, settledSetting } from './slots.ts';

export type EventOf<Type extends EventType> = Extract<JournalEvent, { readonly type: Type }>;

/** What the fold has gathered so far, sorted for the families to read: things with one value, and lists. */
export type Board = {
  readonly slots: Slots;
  /** The events of a type that count, in causal order. */
  readonly list: <Type extends EventType>(type: Type) => readonly EventOf<Type>[];
  /** Where an event stands in the causal order: to bring what slots hold into that order. */
  readonly rank: (event: JournalEvent) => number;
  readonly add: (event: JournalEvent) => void;
};

/** A part of the state and the types of events it is read from. */
export type Family<Part> = { readonly types: readonly EventType[]; readonly read: (board: Board) => Part };

/** An empty board. Events must come in causal order, without those that count as undone. `rank` knows where those stand that were there from the beginning. */
export function emptyBoard(isBefore: IsBefore, rank: (event: JournalEvent) => number | undefined): Board {
  const slots = emptySlots(isBefore);
  const lists = new Map<EventType, JournalEvent[]>();
  const addedLater = new Map<string, number>();
  return {
    slots,
    // A list holds events of its own type only, see add.
    list: <Type extends EventType>(type: Type) => (lists.get(type) ?? []) as unknown as readonly EventOf<Type>[],
    rank: (event) => rank(event) ?? addedLater.get(event.hash) ?? -1,
    add: (event) => {
      if (rank(event) === undefined) addedLater.set(event.hash, afterAll + addedLater.size);
      const list = lists.get(event.type);
      if (list === undefined) lists.set(event.type, [event]);
      else list.push(event);
      for (const { slot, value } of settingsOf(event)) slots.set(slot, { event, value });
    },
  };
}

/** More than any journal has events: those added later stand after all that were there. */
const afterAll = 2 ** 40;

/** The event behind a setting, where it is of one of these types: a clearing is of another type than what it clears. */
export function eventOf<Type extends EventType>(setting: Setting | undefined, ...types: readonly Type[]): EventOf<Type> | undefined {
  return setting !== undefined && isOf(setting.event, types) ? setting.event : undefined;
}

/** The event that settles a slot by the rule for texts and policies: in a conflict the value from before stays. */
export function settled<Type extends EventType>(board: Board, slot: string, ...types: readonly Type[]): EventOf<Type> | undefined {
  return eventOf(settledSetting(board.slots, slot), ...types);
}

/** Events in causal order, where they were gathered slot by slot. */
export function ranked<Event extends JournalEvent>(board: Board, events: readonly Event[]): readonly Event[] {
  return events.map((event) => ({ event, rank: board.rank(event) })).sort((one, other) => one.rank - other.rank).map(({ event }) => event);
}

function isOf<Type extends EventType>(event: JournalEvent, types: readonly Type[]): event is EventOf<Type> {
  return types.some((type) => type === event.type);
}
