import { isPlaceholder } from '../../placeholder.ts';
import type { Place } from '../../place.ts';
import type { Grid, WrittenField, WrittenRecord } from './written-record.ts';

/** The first field of one of these names, names in order of preference; `section/name` looks only there. */
export function fieldIn(record: WrittenRecord, ...names: readonly string[]): WrittenField | undefined {
  for (const wanted of names) {
    const [section, name] = wanted.includes('/') ? wanted.split('/') : [null, wanted];
    const found = record.fields.find((field) => field.name === name && (section === null || field.section === section));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What a field says; null where it is not there or holds a placeholder. */
export function saidIn(record: WrittenRecord, ...names: readonly string[]): string | null {
  const text = fieldIn(record, ...names)?.text ?? null;
  return isPlaceholder(text) ? null : text;
}

export function hasField(record: WrittenRecord, name: string): boolean {
  return record.fields.some((field) => field.name === name) || record.grids.some(({ section }) => section === name);
}

/** The values of a list field; a text is taken apart at commas, semicolons and 、. Placeholders are left out. */
export function listIn(record: WrittenRecord, ...names: readonly string[]): readonly string[] {
  const field = fieldIn(record, ...names);
  if (field === undefined) return [];
  const values = field.items.length > 1 ? field.items : parts(field.text);
  return values.filter((value) => !isPlaceholder(value));
}

/** Parts of an enumeration; what stands in brackets stays together. */
function parts(text: string): readonly string[] {
  const whole: string[] = [];
  let open = 0;
  for (const piece of text.split(/(?:[,;，；、]|<br\s{0,5}\/?>)/i)) {
    if (open > 0) whole.push(`${whole.pop() ?? ''}, ${piece.trim()}`);
    else whole.push(piece);
    open = Math.max(0, open + count(piece, /[(（]/g) - count(piece, /[)）]/g));
  }
  return whole.map((part) => part.trim().replace(/^(?:and|or)\s+/i, '')).filter((part) => part !== '');
}

function count(text: string, sign: RegExp): number {
  return text.match(sign)?.length ?? 0;
}

/** The place of a field, of the whole record where it is not there. */
export function placeIn(record: WrittenRecord, ...names: readonly string[]): Place {
  return fieldIn(record, ...names)?.place ?? record.place;
}

/** How many fields hold nothing but a placeholder. */
export function placeholdersOf(record: WrittenRecord): number {
  return record.fields.filter(({ text, items }) => items.length <= 1 && isPlaceholder(text)).length;
}

export function gridWith(record: WrittenRecord, ...columns: readonly string[]): Grid | undefined {
  return record.grids.find((grid) => columns.every((column) => grid.columns.includes(column)));
}
