import type { MarkdownDocument } from './markdown-document.ts';
import type { Row } from './delimited-rows.ts';
import type { XmlElement } from './xml-document.ts';

/**
 * The structured content of a file's text, parsed once and handed to every importer. Pointers begin with the index of
 * the document for `yaml` and `ndjson` (0-based, blank lines are no documents), and with no index for `json` and `toml`.
 * The front matter of `markdown` is document 0. Places in `xml`, `rows` and the rest of `markdown` are lines.
 * `none` for other text and for what is no text (see `decoded` of the file); `broken` where the text claims to be
 * structured and does not parse. What is costly and seldom wanted is a function: `rows()` reads the table.
 */
export type Documents =
  | { readonly kind: 'yaml'; readonly documents: readonly unknown[] }
  | { readonly kind: 'json'; readonly document: unknown }
  | { readonly kind: 'ndjson'; readonly documents: readonly unknown[] }
  | { readonly kind: 'toml'; readonly document: unknown }
  | { readonly kind: 'xml'; readonly root: XmlElement }
  | { readonly kind: 'rows'; readonly header: readonly string[]; readonly rows: () => readonly Row[] }
  | { readonly kind: 'markdown'; readonly markdown: MarkdownDocument }
  | { readonly kind: 'none' }
  | { readonly kind: 'broken'; readonly reason: 'malformed' | 'template' | 'too-large' | 'too-deep' | 'empty'; readonly line: number | null };
