import { instantOf } from '#assessments';

/** What a camera or telephone noted in a picture. */
export type Exif = { readonly takenAt: string | null; readonly located: boolean };

const tags = { exif: 0x8769, gps: 0x8825, changed: 0x0132, taken: 0x9003, made: 0x9004 } as const;
const mostTags = 500;

/** Reads notes in the form of TIFF, of which EXIF is made; null where the bytes are none. */
export function readExif(tiff: Buffer): Exif | null {
  const order = tiff.toString('latin1', 0, 4);
  if (order !== 'II*\0' && order !== 'MM\0*') return null;
  const little = order.startsWith('II');
  const first = tagsAt(tiff, numberAt(tiff, 4, 4, little), little);
  const more = first.get(tags.exif) === undefined ? new Map<number, Tag>() : tagsAt(tiff, first.get(tags.exif)?.value ?? 0, little);
  const position = first.get(tags.gps);
  const moment = [more.get(tags.taken), more.get(tags.made), first.get(tags.changed)].map((tag) => momentAt(tiff, tag)).find((written) => written !== null);
  return { takenAt: moment ?? null, located: position !== undefined && tagsAt(tiff, position.value, little).size > 0 };
}

/** Width and height of a TIFF picture, 0 where it does not say. */
export function tiffSize(tiff: Buffer): { readonly width: number; readonly height: number } {
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const found = tagsAt(tiff, numberAt(tiff, 4, 4, little), little);
  return { width: found.get(0x0100)?.value ?? 0, height: found.get(0x0101)?.value ?? 0 };
}

/** `value`: a number, or where the value lies. */
type Tag = { readonly kind: number; readonly count: number; readonly value: number };

function tagsAt(tiff: Buffer, offset: number, little: boolean): ReadonlyMap<number, Tag> {
  const found = new Map<number, Tag>();
  const count = Math.min(numberAt(tiff, offset, 2, little), mostTags);
  for (let index = 0; index < count; index += 1) {
    const at = offset + 2 + index * 12;
    if (at + 12 > tiff.length) break;
    const kind = numberAt(tiff, at + 2, 2, little);
    found.set(numberAt(tiff, at, 2, little), { kind, count: numberAt(tiff, at + 4, 4, little), value: numberAt(tiff, at + 8, kind === 3 ? 2 : 4, little) });
  }
  return found;
}

/** `2026:03:04 10:15:00`, in the time of wherever it was. */
function momentAt(tiff: Buffer, tag: Tag | undefined): string | null {
  if (tag?.kind !== 2 || tag.count < 19 || tag.value + 19 > tiff.length) return null;
  const [, day, time] = /^(\d{4}:\d{2}:\d{2}) (\d{2}:\d{2}:\d{2})$/.exec(tiff.toString('latin1', tag.value, tag.value + 19)) ?? [];
  return day === undefined || time === undefined ? null : instantOf(`${day.replaceAll(':', '-')}T${time}`);
}

function numberAt(bytes: Buffer, at: number, size: 2 | 4, little: boolean): number {
  if (at < 0 || at + size > bytes.length) return 0;
  return little ? bytes.readUIntLE(at, size) : bytes.readUIntBE(at, size);
}
