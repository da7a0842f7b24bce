import type { Place } from './place.ts';

/** A total order of places that no order of files changes: by file, then by where it is in it. */
export function placeOrder(one: Place, other: Place): number {
  const [left, right] = [placeKey(one), placeKey(other)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** A text that two places share only where they are the same. */
export function placeKey(place: Place): string {
  const within = 'pointer' in place ? place.pointer : 'cell' in place ? place.cell : place.lines.map((line) => String(line).padStart(9, '0')).join('-');
  return `${place.file}\n${within}`;
}
