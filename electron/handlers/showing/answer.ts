import { parseDocuments, placeLines, type Documents, type SourceFile } from '#assessments';
import { decodeContent, decodeRepository } from '../../intake/decode/decode.ts';
import type { Entry } from '../../intake/ledger.ts';
import { placeBranch, placePicture } from '../views/place-picture.ts';
import { windowAround } from '../views/source-window.ts';
import type { FileContent, FromShower, ToShower } from './messages.ts';

type Opened = { readonly file: SourceFile; readonly documents: Documents };

/** Answers questions about places in files; the last file stays parsed, because a reader opens one node after the other. */
export function answerer(): (asked: ToShower) => Promise<FromShower> {
  let opened: Opened | undefined;
  return async ({ id, entry, content, question }) => {
    try {
      if (content !== null) opened = await openFile(entry, content);
      if (opened === undefined) return { id, kind: 'failed' };
      if (question.kind === 'branch') return { id, kind: 'branch', lines: placeBranch(opened.documents, question.pointer, question.from) };
      const { file, documents } = opened;
      const lines = placeLines(file, question.place, documents);
      return { id, kind: 'place', shown: { encoding: file.encoding, lines, picture: placePicture(file, documents, question.place), ...windowAround(file.text, lines) } };
    } catch {
      opened = undefined;
      return { id, kind: 'failed' };
    }
  };
}

async function openFile(entry: Entry, { bytes, beside }: FileContent): Promise<Opened> {
  const { encoding, text, decoded } = beside === null ? await decodeContent(bytes, entry.mediaType) : decodeRepository(bytes, beside.map((one) => [one.name, () => one.bytes]));
  const file = { ...entry, encoding, text, decoded };
  return { file, documents: parseDocuments(file) };
}
