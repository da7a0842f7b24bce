import type { Documents } from './documents.ts';
import type { Fact } from './facts.ts';
import type { Diagnostic, SourceFile } from './file.ts';
import type { Fragment } from './fragment.ts';

/**
 * Reads one format. Pure; recognises by content, not by name alone; never throws on bad input: what it cannot read
 * becomes a diagnostic on the file. Several importers may claim one file only where both say so in `sharesWith`.
 * An importer may claim a file that is empty or does not parse (a marker file, an empty parameter); then it is the one
 * that has to tell.
 */
export type Importer = {
  readonly id: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly sharesWith?: readonly string[];
  readonly recognises: (file: SourceFile, documents: Documents) => boolean;
  readonly read: (file: SourceFile, documents: Documents) => Reading;
};

/** `fragments`: parts of a thing that lies in several files, put together when all files are read (see fragment.ts). */
export type Reading = { readonly facts: readonly Fact[]; readonly diagnostics: readonly Diagnostic[]; readonly fragments?: readonly Fragment[] };
