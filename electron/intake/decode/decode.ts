import type { Decoded } from '#assessments';
import type { Reason } from '../sentences.ts';
import { documentLimits } from './decode-limits.ts';
import { readOfficeOpen } from './documents/office-open.ts';
import { refuseOldOffice } from './documents/old-office.ts';
import { readOpenDocument } from './documents/open-document.ts';
import { type DocumentContent, DocumentUnreadable } from './documents/read-document.ts';
import { readPdf } from './documents/read-pdf.ts';
import { readPicture } from './documents/read-picture.ts';
import { readRecording } from './documents/read-recording.ts';
import { type TextEncoding, decodeAs, detectEncoding } from './encoding.ts';
import { readRepository } from './git/read-repository.ts';
import { mediaTypes, seenMediaTypes } from './media-type.ts';
import { DatabaseDamaged, readDatabase } from './sqlite/read-database.ts';
import { WorkbookUnreadable, openParts } from './xlsx/parts.ts';
import { readWorkbook } from './xlsx/read-workbook.ts';

/** What bytes turn out to be: a text, or tables, or neither; `told` is worth telling about them. */
export type Content = { readonly encoding: TextEncoding | null; readonly text: string | null; readonly decoded: Decoded | null; readonly told: readonly Reason[] };

/** Decodes the bytes of a file of this media type, within bounds. Bytes that are not what they seem become a reason, never an error. */
export async function decodeContent(bytes: Uint8Array, mediaType: string): Promise<Content> {
  if (mediaType === mediaTypes.database) return decodeDatabase(bytes);
  if (mediaType === mediaTypes.workbook) return decodeWorkbook(bytes);
  const reader = documentReaders[mediaType];
  if (reader !== undefined) return decodeDocument(bytes, reader);
  if (seenMediaTypes.has(mediaType)) return decodeSeen(bytes);
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

const documentReaders: Readonly<Record<string, (bytes: Uint8Array) => Promise<DocumentContent> | never>> = {
  [mediaTypes.pdf]: (bytes) => readPdf(bytes, documentLimits),
  [mediaTypes.officeOpen]: async (bytes) => readOfficeOpen(await openParts(bytes, documentLimits), documentLimits),
  [mediaTypes.openDocument]: async (bytes) => readOpenDocument(await openParts(bytes, documentLimits), documentLimits),
  [mediaTypes.oldOffice]: refuseOldOffice,
};

async function decodeDocument(bytes: Uint8Array, read: (bytes: Uint8Array) => Promise<DocumentContent>): Promise<Content> {
  try {
    const content = await read(bytes);
    return { encoding: null, text: content.text, decoded: content.decoded, told: toldOf(content) };
  } catch (thrown) {
    if (thrown instanceof WorkbookUnreadable) return { ...nothing, told: [thrown.reason === 'workbookTooLarge' ? 'documentTooLarge' : 'documentDamaged'] };
    if (!(thrown instanceof DocumentUnreadable)) throw thrown;
    return { ...nothing, told: [thrown.reason] };
  }
}

function toldOf({ text, unread, decoded: { format, complete, encrypted, active } }: DocumentContent): readonly Reason[] {
  if (encrypted) return ['documentEncrypted'];
  const lacks = unread === 'letters' ? 'documentLetters' as const : format === 'pdf' && text === null && complete ? 'documentScanned' as const : unread === 'pages' ? 'documentPages' as const : null;
  return [...(lacks === null ? [] : [lacks]), ...(complete ? [] : ['documentCut' as const]), ...(active ? ['documentActive' as const] : [])];
}

/** A picture or recording; where it was taken is told, because it may be personal data. */
function decodeSeen(bytes: Uint8Array): Content {
  const decoded = readPicture(bytes) ?? readRecording(bytes);
  if (decoded === null) return { ...nothing, told: [] };
  return { ...nothing, decoded, told: decoded.located ? ['pictureLocated'] : decoded.camera ? ['pictureNotes'] : [] };
}
