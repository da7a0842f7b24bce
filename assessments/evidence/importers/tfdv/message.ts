import type { Documents } from '../../documents.ts';
import type { SourceFile } from '../../file.ts';
import { onlyMapping } from '../../only-mapping.ts';
import type { Place } from '../../place.ts';
import { type Spot, isMapping, items, members, placeOf, textAt } from '../../spot.ts';
import { type ProtoField, textProto } from '../../text-proto.ts';

/** A message of a protocol buffer, whether it was written as text or as JSON; names are those of the text form. */
export type Message = { readonly name: string; readonly text: string | null; readonly place: Place; readonly fields: () => readonly Message[] };

/** The message a file holds: text that begins with one of these fields, or a JSON mapping; null where it is neither. */
export function messageIn(file: SourceFile, documents: Documents, opening: RegExp): Message | null {
  if (documents.kind === 'json') {
    const root = onlyMapping(file.path, documents);
    return root === null ? null : fromJson('', root);
  }
  if (documents.kind !== 'none' || file.text === null || !opening.test(file.text)) return null;
  const fields = textProto(file.text);
  if (fields === null) return null;
  const own = fields.map((field) => fromText(field, file.path));
  const last = fields.reduce((most, { lines }) => Math.max(most, lines[1]), 1);
  return { name: '', text: null, place: { file: file.path, lines: [1, last] }, fields: () => own };
}

function fromText({ name, text, fields, lines }: ProtoField, file: string): Message {
  return { name, text, place: { file, lines: [lines[0], lines[1]] }, fields: () => fields.map((field) => fromText(field, file)) };
}

/** JSON writes a map as a mapping, the text form as a list of keys and values. */
const maps = new Set(['anomaly_info', 'anomaly_info_without_drift']);

function fromJson(name: string, spot: Spot): Message {
  return {
    name, text: textAt(spot), place: placeOf(spot),
    fields: () => members(spot).flatMap(([key, value]) => {
      const own = key.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
      if (maps.has(own) && isMapping(value.value)) return members(value).map(([entry, inside]) => entryOf(own, entry, inside));
      return (Array.isArray(value.value) ? items(value) : [value]).map((one) => fromJson(own, one));
    }),
  };
}

function entryOf(name: string, key: string, value: Spot): Message {
  const place = placeOf(value);
  return { name, text: null, place, fields: () => [{ name: 'key', text: key, place, fields: () => [] }, fromJson('value', value)] };
}

export function all(message: Message, name: string): readonly Message[] {
  return message.fields().filter((field) => field.name === name);
}

/** The first field reached by these names; null where one is missing. */
export function first(message: Message, ...names: readonly string[]): Message | null {
  return names.reduce<Message | null>((at, name) => at?.fields().find((field) => field.name === name) ?? null, message);
}

export function textIn(message: Message, ...names: readonly string[]): string | null {
  return first(message, ...names)?.text ?? null;
}

/** The number a field is written as; null for anything else. */
export function numberIn(message: Message, ...names: readonly string[]): number | null {
  const text = textIn(message, ...names);
  return text !== null && /^[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?$/.test(text) && Number.isFinite(Number(text)) ? Number(text) : null;
}

/** A feature is named by itself or by the steps of its path. */
export function featureName(message: Message): string | null {
  const steps = all(first(message, 'path') ?? message, 'step').map(({ text }) => text).filter((text) => text !== null);
  return textIn(message, 'name') ?? (steps.length > 0 ? steps.join('.') : null);
}
