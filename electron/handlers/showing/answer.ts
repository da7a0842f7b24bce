import { parseDocuments, personalDataIn, placeLines, searchFile, tablesIn, type Documents, type SourceFile } from '#assessments';
import type { PlacePicture } from '#contract';
import { decodeContent, decodeRepository } from '../../intake/decode/decode.ts';
import type { Entry } from '../../intake/ledger.ts';
import { imagePicture } from '../views/image-picture.ts';
import { placeBranch, placePicture } from '../views/place-picture.ts';
import { windowAround } from '../views/source-window.ts';
import type { FileContent, FromShower, Question, TableHead, ToShower } from './messages.ts';

/** Parsed only when asked for: searching needs no documents. */
type Opened = { readonly file: SourceFile; readonly documents: () => Documents; readonly picture: PlacePicture | null };

/** Answers questions about places in files; the last file stays parsed, because a reader opens one node after the other. */
export function answerer(): (asked: ToShower) => Promise<FromShower> {
  let opened: Opened | undefined;
  return async ({ id, entry, content, question }) => {
    try {
      if (content !== null) opened = await openFile(entry, content);
      if (opened === undefined) return { id, kind: 'failed' };
      return answerOf(id, opened, question);
    } catch {
      opened = undefined;
      return { id, kind: 'failed' };
    }
  };
}

const mostTables = 50;
const sampleRows = 3;
const sampleSigns = 80;

/** The heads of the tables in a file; a text that is no table has none. */
function headsOf({ file, documents }: Opened): readonly TableHead[] {
  return tablesIn(file, documents()).slice(0, mostTables).map((table) => ({
    sheet: table.sheet, headings: table.headings,
    sample: table.rows().slice(0, sampleRows).map(({ values }) => table.headings.map((_, column) => (values[column] ?? '').slice(0, sampleSigns).toWellFormed())),
  }));
}

function answerOf(id: number, opened: Opened, question: Question): FromShower {
  const { file } = opened;
  switch (question.kind) {
    case 'branch': return { id, kind: 'branch', lines: placeBranch(opened.documents(), question.pointer, question.from) };
    case 'tables': return { id, kind: 'tables', tables: headsOf(opened) };
    case 'search': return { id, kind: 'found', found: searchFile(file, question.words) };
    case 'personal': return { id, kind: 'personal', found: file.text === null ? [] : personalDataIn(file.text) };
    case 'place': {
      const lines = placeLines(file, question.place, opened.documents());
      return { id, kind: 'place', shown: { encoding: file.encoding, lines, picture: opened.picture ?? placePicture(file, opened.documents(), question.place), ...windowAround(file.text, lines) } };
    }
  }
}

async function openFile(entry: Entry, { bytes, beside }: FileContent): Promise<Opened> {
  const { encoding, text, decoded } = beside === null ? await decodeContent(bytes, entry.mediaType) : decodeRepository(bytes, beside.map((one) => [one.name, () => one.bytes]));
  const file = { ...entry, encoding, text, decoded };
  let parsed: Documents | undefined;
  return { file, documents: () => (parsed ??= parseDocuments(file)), picture: text === null && decoded?.kind === 'document' ? imagePicture(bytes) : null };
}
