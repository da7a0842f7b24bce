import type { Documents } from './documents.ts';

/** The value that pointers into a file start from; undefined where a file has no pointers. */
export function documentRoot(documents: Documents): unknown {
  switch (documents.kind) {
    case 'yaml': case 'ndjson': return documents.documents;
    case 'json': case 'toml': return documents.document;
    case 'markdown': return documents.markdown.frontMatter === undefined ? undefined : [documents.markdown.frontMatter];
    case 'xml': case 'rows': case 'none': case 'broken': return undefined;
  }
}
