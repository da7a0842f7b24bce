/**
 * The structured content of a file, parsed once and handed to every importer.
 * `documents` for YAML (0-based, as in a place's pointer), `document` for JSON; `none` for other text;
 * `broken` where the text claims to be structured and does not parse.
 */
export type Documents =
  | { readonly kind: 'yaml'; readonly documents: readonly unknown[] }
  | { readonly kind: 'json'; readonly document: unknown }
  | { readonly kind: 'none' }
  | { readonly kind: 'broken'; readonly reason: 'malformed' | 'template' | 'too-large' | 'too-deep' | 'empty'; readonly line: number | null };
