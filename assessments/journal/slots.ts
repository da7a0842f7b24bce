import { canonicalText } from './canonical.ts';
import type { JournalEvent } from './event.ts';

/** One event that sets a thing; `value` is what it sets it to, null where it clears it. */
export type Setting = { readonly event: JournalEvent; readonly value: unknown };
export type IsBefore = (first: JournalEvent, second: JournalEvent) => boolean;

/**
 * Things that have one value at a time, by name (`kind/…`). A setting that comes causally later silently replaces those
 * it had seen. Settings made concurrently stand beside each other; where they differ, the slot is a conflict until a
 * person settles it by setting it again.
 */
export type Slots = {
  readonly set: (slot: string, setting: Setting) => void;
  /** The settings that no other comes after: none, one, or several that were made concurrently. */
  readonly standing: (slot: string) => readonly Setting[];
  /** All settings of a slot, in causal order. */
  readonly history: (slot: string) => readonly Setting[];
  /** Names of the slots of a kind, in the order in which they were first set. */
  readonly ofKind: (kind: string) => readonly string[];
  /** The slots whose standing settings differ, by name. */
  readonly conflicts: () => readonly { readonly slot: string; readonly settings: readonly Setting[] }[];
  readonly isBefore: IsBefore;
};

type Slot = { readonly history: Setting[]; standing: readonly Setting[] };

/** Empty slots. Settings must come in causal order. */
export function emptySlots(isBefore: IsBefore): Slots {
  const slots = new Map<string, Slot>();
  const kinds = new Map<string, string[]>();
  const contested = new Set<string>();

  const add = (name: string): Slot => {
    const slot: Slot = { history: [], standing: [] };
    const kind = name.split('/', 1)[0] ?? name;
    slots.set(name, slot);
    kinds.set(kind, kinds.get(kind) ?? []);
    kinds.get(kind)?.push(name);
    return slot;
  };
  return {
    isBefore,
    set: (name, setting) => {
      const slot = slots.get(name) ?? add(name);
      slot.history.push(setting);
      const left = slot.standing.filter(({ event }) => !isBefore(event, setting.event));
      slot.standing = left.length === 0 ? [setting] : [...left, setting];
      if (slot.standing.length > 1) contested.add(name);
      else contested.delete(name);
    },
    standing: (name) => slots.get(name)?.standing ?? [],
    history: (name) => slots.get(name)?.history ?? [],
    ofKind: (kind) => kinds.get(kind) ?? [],
    conflicts: () => [...contested].sort()
      .map((slot) => ({ slot, settings: slots.get(slot)?.standing ?? [] }))
      .filter(({ settings }) => agreed(settings) === undefined),
  };
}

/** The last of settings that all say the same; undefined where there is none or they differ. */
export function agreed(settings: readonly Setting[], part: (value: unknown) => unknown = (value) => value): Setting | undefined {
  // Where nobody else wrote meanwhile there is nothing to compare.
  if (settings.length <= 1) return settings[0];
  const [first, ...others] = settings.map(({ value }) => canonicalText(part(value)));
  return others.every((value) => value === first) ? settings.at(-1) : undefined;
}

/**
 * The setting that counts for a text, the scope, a policy, a target and the like: while concurrent settings differ, the
 * value from before they parted stays, so that nobody's screen changes to what nobody chose.
 */
export function settledSetting(slots: Slots, name: string): Setting | undefined {
  const settle = (candidates: readonly Setting[], standing: readonly Setting[]): Setting | undefined => {
    if (standing.length === 0) return undefined;
    const one = agreed(standing);
    if (one !== undefined) return one;
    const earlier = candidates.filter(({ event }) => standing.every((last) => slots.isBefore(event, last.event)));
    return settle(earlier, maximal(earlier, slots.isBefore));
  };
  return settle(slots.history(name), slots.standing(name));
}

function maximal(settings: readonly Setting[], isBefore: IsBefore): readonly Setting[] {
  return settings.reduce<readonly Setting[]>((standing, setting) => [...standing.filter(({ event }) => !isBefore(event, setting.event)), setting], []);
}
