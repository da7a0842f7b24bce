import type { Decoded } from '#assessments';
import type { Reason } from '../sentences.ts';
import { type TextEncoding, decodeAs, detectEncoding } from './encoding.ts';
import { readRepository } from './git/read-repository.ts';
import { mediaTypes } from './media-type.ts';
import { DatabaseDamaged, readDatabase } from './sqlite/read-database.ts';
import { WorkbookUnreadable } from './xlsx/parts.ts';
import { readWorkbook } from './xlsx/read-workbook.ts';

/** What bytes turn out to be: a text, or tables, or neither; `told` is worth telling about them. */
export type Content = { readonly encoding: TextEncoding | null; readonly text: string | null; readonly decoded: Decoded | null; readonly told: readonly Reason[] };

/** Decodes the bytes of a file of this media type, within bounds. Bytes that are not what they seem become a reason, never an error. */
export async function decodeContent(bytes: Uint8Array, mediaType: string): Promise<Content> {
  if (mediaType === mediaTypes.database) return decodeDatabase(bytes);
  if (mediaType === mediaTypes.workbook) return decodeWorkbook(bytes);
  const text = decodeText(bytes);
  return text === null ? { ...nothing, told: ['notText'] } : { ...nothing, ...text };
}

const nothing: Content = { encoding: null, text: null, decoded: null, told: [] };

/** The text of a file without its byte order mark, line ends as they are; null where the bytes are not text. */
export function decodeText(bytes: Uint8Array): { readonly encoding: TextEncoding; readonly text: string } | null {
  const encoding = detectEncoding(bytes);
  return encoding === null ? null : { encoding, text: decodeAs(bytes, encoding) };
}

/** A repository by its HEAD and the files of its folder (HEAD among them or not); the text is that of the HEAD. */
export function decodeRepository(head: Uint8Array, beside: Iterable<readonly [name: string, bytes: () => Uint8Array]>): Content {
  const { decoded, cut } = readRepository(new Map([...beside, ['HEAD', () => head]]));
  return { ...nothing, ...decodeText(head), decoded, told: cut ? ['repositoryCut'] : [] };
}

async function decodeDatabase(bytes: Uint8Array): Promise<Content> {
  try {
    const decoded = await readDatabase(bytes);
    return { ...nothing, decoded, told: decoded.complete ? [] : ['databaseCut'] };
  } catch (thrown) {
    if (!(thrown instanceof DatabaseDamaged)) throw thrown;
    return { ...nothing, told: ['databaseDamaged'] };
  }
}

async function decodeWorkbook(bytes: Uint8Array): Promise<Content> {
  try {
    const { decoded, active } = await readWorkbook(bytes);
    return { ...nothing, decoded, told: [...(decoded.complete ? [] : ['workbookCut' as const]), ...(active ? ['workbookActive' as const] : [])] };
  } catch (thrown) {
    if (!(thrown instanceof WorkbookUnreadable)) throw thrown;
    return { ...nothing, told: [thrown.reason] };
  }
}
