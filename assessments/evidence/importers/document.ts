import type { DecodedDocument } from '../decoded.ts';
import type { FactOf } from '../facts.ts';
import type { SourceFile } from '../file.ts';
import type { Importer } from '../importer.ts';

/**
 * Documents, pictures and recordings: what they say of themselves. Whatever their text is about, nothing is concluded from
 * it: it is searched and linked by hand. A date of the document counts as the day it speaks of.
 */
export const document: Importer = {
  id: 'document',
  title: { zh: '文档、图像与录像', en: 'Documents, pictures and recordings' },
  recognises: ({ decoded }) => decoded?.kind === 'document',
  read: (file) => ({ facts: file.decoded?.kind === 'document' ? [factOf(file, file.decoded)] : [], diagnostics: [] }),
};

function factOf({ path, text }: SourceFile, { format, title, tool, pages, encrypted, width, height, seconds, camera, located, createdAt, updatedAt }: DecodedDocument): FactOf<'document'> {
  return {
    type: 'document', place: { file: path, pointer: '' }, also: [],
    format, title, tool, pages, characters: text === null ? 0 : text.replace(/\s/g, '').length, encrypted, width, height, durationSeconds: seconds, camera, located, createdAt, updatedAt,
  };
}
