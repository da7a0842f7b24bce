/** A queue of numbers that gives the one with the smallest key first (a binary heap). */
export type SmallestFirst = { readonly add: (item: number) => void; readonly take: () => number | undefined };

export function smallestFirst(keyOf: (item: number) => string): SmallestFirst {
  const items: number[] = [];
  const keys: string[] = [];
  const key = (at: number): string => keys[at] ?? '';
  const swap = (one: number, other: number): void => {
    [items[one], items[other]] = [items[other] ?? 0, items[one] ?? 0];
    [keys[one], keys[other]] = [key(other), key(one)];
  };
  const smallestOf = (at: number): number => {
    const [left, right] = [2 * at + 1, 2 * at + 2];
    const child = right < items.length && key(right) < key(left) ? right : left;
    return child < items.length && key(child) < key(at) ? child : at;
  };
  return {
    add: (item) => {
      let at = items.push(item) - 1;
      keys.push(keyOf(item));
      for (let parent = (at - 1) >> 1; at > 0 && key(at) < key(parent); parent = (at - 1) >> 1) {
        swap(at, parent);
        at = parent;
      }
    },
    take: () => {
      if (items.length === 0) return undefined;
      swap(0, items.length - 1);
      const taken = items.pop();
      keys.pop();
      for (let at = 0, next = smallestOf(at); next !== at; next = smallestOf(at)) {
        swap(at, next);
        at = next;
      }
      return taken;
    },
  };
}
