import type { Documents } from './documents.ts';
import type { Fact } from './facts.ts';
import type { Diagnostic, SourceFile } from './file.ts';

/**
 * Reads one format. Pure; recognises by content, not by name alone; never throws on bad input: what it cannot read
 * becomes a diagnostic on the file. Several importers may claim one file only where both say so in `sharesWith`.
 */
export type Importer = {
  readonly id: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly sharesWith?: readonly string[];
  readonly recognises: (file: SourceFile, documents: Documents) => boolean;
  readonly read: (file: SourceFile, documents: Documents) => Reading;
};

export type Reading = { readonly facts: readonly Fact[]; readonly diagnostics: readonly Diagnostic[] };
