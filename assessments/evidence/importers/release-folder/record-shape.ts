import type { Documents } from '../../documents.ts';
import type { Fact } from '../../facts.ts';
import type { SourceFile } from '../../file.ts';
import type { Fragment } from '../../fragment.ts';

/** One kind of record that a release folder holds: told by its keys or headings, never by its name alone. */
export type RecordShape = {
  readonly recognises: (file: SourceFile, documents: Documents) => boolean;
  readonly read: (file: SourceFile, documents: Documents) => RecordReading;
};

type RecordReading = { readonly facts: readonly Fact[]; readonly fragments: readonly Fragment[] };
