import type { Documents } from './documents.ts';
import type { Fact } from './facts.ts';
import type { Diagnostic, SourceFile } from './file.ts';
import type { Fragment } from './fragment.ts';

/**
 * How to write an importer.
 *
 * 1. `recognises` looks at the content first (`documents.kind`, the set of top-level keys, the XML root), at the name only
 *    to confirm. It sees every file, also bytes (`file.text` null), broken and empty ones: answer quickly and never throw.
 *    An importer that claims a broken or empty file (a marker, an empty parameter) is the one that has to tell about it.
 * 2. `read` gives facts with every field of their type (docs/facts.md), a diagnostic for what it could not read, and
 *    fragments for what only several files say together. At most 500 facts of one type per file; beyond that say so with a
 *    `partial` diagnostic and give the numbers in the fact that sums up.
 * 3. Values by the same words everywhere: instantOf (instant.ts), wholeDigest (digest.ts), imageReference
 *    (image-reference.ts), isPlaceholder (placeholder.ts; a placeholder is null in a naming field), numberAt (spot.ts: a
 *    number that a double would distort, such as 1.0 or 3.10, arrives as text). Naming fields as in facts/naming.ts.
 * 4. Form is not substance: empty runs, `|| true`, zero instances, zero reviews come out in the fields made for them.
 *
 * JSON, YAML, TOML, JSON lines: rootSpots and spot.ts carry the pointer along. Front matter: frontMatter (spot.ts).
 * XML (`documents.kind === 'xml'`): walk `root`; the place of an element is `{ file, lines: element.lines }`.
 * Markdown (`'markdown'`): sections, tables, fields, each with its line. CSV (`'rows'`): decide on `header`; `rows()` reads on.
 * Other text: linesOf(file.text). Workbooks, databases, repositories: `file.decoded`; the place of a row is the pointer
 * `/table/rowid`, of a cell cellName (decoded-place.ts), of a commit `/commits/12`.
 *
 * Files that belong together: give `fragments` of one `set` and `key` (usually the folder) and add an assembler to
 * sets/index.ts, which gets all fragments of a key, sorted. Its facts have one `place` and the other files in `also`.
 *
 * Samples go to test/fixtures/importers/<id>/, folders where files belong together; `vitest run -u` writes their facts for
 * review. Then `npm run facts-page`, and `derivedVersion` in electron/storage/readings.ts is raised by one.
 */

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
