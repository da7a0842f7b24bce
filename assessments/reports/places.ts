import type { Place } from '../evidence/place.ts';

/** A place as people write it: `a.yaml#/0/spec/replicas`, `ci.yml#L14–L31`, `book.xlsx#Sheet!B7`. */
export function placeText(place: Place): string {
  if ('pointer' in place) return `${place.file}#${place.pointer}`;
  if ('cell' in place) return `${place.file}#${place.cell}`;
  const [first, last] = place.lines;
  return first === last ? `${place.file}#L${first}` : `${place.file}#L${first}–L${last}`;
}
