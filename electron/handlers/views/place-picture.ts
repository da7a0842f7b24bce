import { documentRoot, pointerTokens, type Decoded, type DecodedDocument, type Documents, type Place, type SourceFile } from '#assessments';
import type { DocumentPicture, PlacePicture, TreeLine } from '#contract';
import { gitPicture } from './git-picture.ts';
import { rowsPicture, sheetPicture, tablePicture } from './table-picture.ts';
import { treeBranch, treePicture } from './tree-picture.ts';

/** What stands at a place of a file and around it: a tree, rows of a table, commits; null where lines of text say it all. */
export function placePicture({ decoded }: SourceFile, documents: Documents, place: Place): PlacePicture | null {
  if (decoded !== null) return decodedPicture(decoded, place);
  if ('lines' in place) return documents.kind === 'rows' ? rowsPicture(documents, place.lines) : null;
  const tokens = 'pointer' in place ? pointerTokens(place.pointer) : null;
  const lines = tokens === null ? null : treePicture(documentRoot(documents), tokens);
  return lines === null ? null : { kind: 'tree', several: documents.kind === 'yaml' || documents.kind === 'ndjson' || documents.kind === 'markdown', lines };
}

/** A place that is no place of its kind of file shows the file from its beginning. */
function decodedPicture(decoded: Decoded, place: Place): PlacePicture | null {
  const tokens = 'pointer' in place ? pointerTokens(place.pointer) ?? [] : [];
  switch (decoded.kind) {
    case 'sheets': return sheetPicture(decoded, 'cell' in place ? place.cell : null);
    case 'tables': return tablePicture(decoded, tokens);
    case 'git': return gitPicture(decoded, tokens);
    case 'document': return documentPicture(decoded);
  }
}

function documentPicture({ complete: _complete, ...said }: DecodedDocument): DocumentPicture {
  return said;
}

/** The members of one node of a file's document, from index `from` on; null where it has none. */
export function placeBranch(documents: Documents, pointer: string, from: number): readonly TreeLine[] | null {
  const tokens = pointerTokens(pointer);
  return tokens === null ? null : treeBranch(documentRoot(documents), tokens, from);
}
