import type { Documents } from './documents.ts';

/** The value that pointers into a file start from; undefined where a file has no pointers. */
export function documentRoot(documents: Documents): unknown {
  if (documents.kind === 'yaml' || documents.kind === 'ndjson') return documents.documents;
  if (documents.kind === 'json' || documents.kind === 'toml') return documents.document;
  return documents.kind === 'markdown' && documents.markdown.frontMatter !== undefined ? [documents.markdown.frontMatter] : undefined;
}
