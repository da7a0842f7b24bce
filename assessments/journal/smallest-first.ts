/** A queue of numbers that gives the first of them first (a binary heap). */
export type SmallestFirst = { readonly add: (item: number) => void; readonly take: () => number | undefined };

export function smallestFirst(isBefore: (one: number, other: number) => boolean): SmallestFirst {
  const items: number[] = [];
  const at = (place: number): number => items[place] ?? -1;
  const swap = (one: number, other: number): void => {
    const kept = at(one);
    items[one] = at(other);
    items[other] = kept;
  };
  const smallestOf = (place: number): number => {
    const [left, right] = [2 * place + 1, 2 * place + 2];
    const child = right < items.length && isBefore(at(right), at(left)) ? right : left;
    return child < items.length && isBefore(at(child), at(place)) ? child : place;
  };
  return {
    add: (item) => {
      let place = items.push(item) - 1;
      for (let parent = (place - 1) >> 1; place > 0 && isBefore(at(place), at(parent)); parent = (place - 1) >> 1) {
        swap(place, parent);
        place = parent;
      }
    },
    take: () => {
      // Where people take turns there is never more than one: nothing to keep in order.
      if (items.length <= 1) return items.pop();
      swap(0, items.length - 1);
      const taken = items.pop();
      for (let place = 0, next = smallestOf(place); next !== place; next = smallestOf(place)) {
        swap(place, next);
        place = next;
      }
      return taken;
    },
  };
}
