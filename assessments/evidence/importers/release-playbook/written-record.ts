import type { Documents } from '../../documents.ts';
import type { Place } from '../../place.ts';
import { type Spot, isMapping, items, members, placeOf, rootSpots, textAt, textsAt } from '../../spot.ts';
import { fieldName } from './field-names.ts';
import { longestValue, mostFields } from './form-limits.ts';
import { markdownRecords } from './markdown-records.ts';

/** A form as it was filled in, whether it is written as YAML, JSON, a Markdown table of two columns, or headings and lists. */
export type WrittenRecord = {
  readonly file: string;
  readonly title: string;
  readonly place: Place;
  /** In the order of the file. */
  readonly fields: readonly WrittenField[];
  readonly grids: readonly Grid[];
  /** Blanks that the text around the form still holds. */
  readonly blanks: number;
};

/** `section` and `name` as fieldName spells them; `items` where several values are listed, else the one text. */
export type WrittenField = { readonly section: string; readonly name: string; readonly text: string; readonly items: readonly string[]; readonly place: Place };

/** A table of three columns and more, or a list of mappings; columns as fieldName spells them. */
export type Grid = { readonly section: string; readonly columns: readonly string[]; readonly rows: readonly GridRow[]; readonly place: Place };
export type GridRow = { readonly cells: ReadonlyMap<string, string>; readonly place: Place };

/** The forms in a file, in order; Kubernetes objects and large mappings are none. */
export function writtenRecords(file: string, documents: Documents): readonly WrittenRecord[] {
  if (documents.kind === 'markdown') return markdownRecords(file, documents.markdown);
  return rootSpots(file, documents).flatMap(candidates).filter(({ spot }) => isForm(spot)).map(fromMapping);
}

type Candidate = { readonly spot: Spot; readonly title: string };

/** A list of forms, or one wrapped under its title (`promotion_card: {…}`). */
function candidates(root: Spot): readonly Candidate[] {
  if (Array.isArray(root.value)) return root.value.length > 500 ? [] : items(root).map((spot) => ({ spot, title: '' }));
  const [[title = '', only] = [], ...others] = members(root);
  return only !== undefined && others.length === 0 && isMapping(only.value) ? [{ spot: only, title }] : [{ spot: root, title: '' }];
}

function isForm({ value }: Spot): boolean {
  if (!isMapping(value) || (Object.hasOwn(value, 'apiVersion') && Object.hasOwn(value, 'kind'))) return false;
  const keys = Object.keys(value);
  return keys.length >= 2 && keys.length <= 100 && keys.some((key) => formKeys.test(fieldName(key)));
}

/** At least one of these stands in every form at its top level. */
const formKeys = /^(?:release id|release|promotion id|from stage|validation id|experiment id|canary id|trigger id|model id|decision|steps|sections|binder id|approval|gate|entry condition)$/;

function fromMapping({ spot: root, title }: Candidate): WrittenRecord {
  const found: { readonly fields: WrittenField[]; readonly grids: Grid[] } = { fields: [], grids: [] };
  gather(root, '', 0, found);
  return { file: root.file, title: textAt(root, 'title') ?? textAt(root, 'name') ?? title, place: placeOf(root), ...found, blanks: 0 };
}

function gather(parent: Spot, section: string, depth: number, found: { readonly fields: WrittenField[]; readonly grids: Grid[] }): void {
  for (const [key, spot] of members(parent)) {
    if (found.fields.length >= mostFields) return;
    const name = fieldName(key);
    const text = spot.value === null ? '' : textAt(spot)?.slice(0, longestValue);
    if (text !== undefined) found.fields.push({ section, name, text, items: text === '' ? [] : [text], place: placeOf(spot) });
    else if (Array.isArray(spot.value)) gatherList(spot, section, name, found);
    else if (depth < 4) gather(spot, name, depth + 1, found);
  }
}

function gatherList(list: Spot, section: string, name: string, found: { readonly fields: WrittenField[]; readonly grids: Grid[] }): void {
  const rows = items(list).filter(({ value }) => isMapping(value)).slice(0, mostFields);
  if (rows.length === 0) {
    const texts = textsAt(list).slice(0, mostFields).map((text) => text.slice(0, longestValue));
    found.fields.push({ section, name, text: texts.join(', ').slice(0, longestValue), items: texts, place: placeOf(list) });
    return;
  }
  const cellsOf = (row: Spot) => new Map(members(row).map(([key, spot]) => [fieldName(key), (textAt(spot) ?? textsAt(spot).join(', ')).slice(0, longestValue)] as const));
  const read = rows.map((row) => ({ cells: cellsOf(row), place: placeOf(row) }));
  found.grids.push({ section: name, columns: [...new Set(read.flatMap(({ cells }) => [...cells.keys()]))], rows: read, place: placeOf(list) });
}

