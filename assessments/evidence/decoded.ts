import type { documentFormats } from './facts/documents.ts';

/**
 * What the machine's side makes of bytes that are no text: sheets of a workbook, tables of a database, the history of a
 * repository, what a document says of itself. Plain data, bounded where it is made; `complete` is false where the bounds
 * cut something off.
 */
export type Decoded = DecodedSheets | DecodedTables | DecodedGit | DecodedDocument;

export type DecodedSheets = { readonly kind: 'sheets'; readonly complete: boolean; readonly sheets: readonly DecodedSheet[] };
/** Cells as they are shown, `rows[0][0]` is A1; empty cells are ''. A place in it is the cell `Sheet!B7`. */
export type DecodedSheet = { readonly name: string; readonly hidden: boolean; readonly rows: readonly (readonly string[])[] };

export type DecodedTables = { readonly kind: 'tables'; readonly complete: boolean; readonly tables: readonly DecodedTable[] };
/** Rows in the order of rowid, values in the order of `columns`; binary values are null. A place in it is the pointer `/table/rowid` or `/table/rowid/column`. */
export type DecodedTable = { readonly name: string; readonly columns: readonly string[]; readonly rows: readonly DecodedRow[] };
export type DecodedRow = { readonly rowid: number; readonly values: readonly DecodedValue[] };
export type DecodedValue = string | number | null;

/**
 * A repository as its `.git` folder or an export shows it. A place in it is a pointer into this value:
 * `/commits/12`, `/refs/0`, or '' for the whole.
 */
export type DecodedGit = {
  readonly kind: 'git';
  /** All commits that the refs reach are here. */
  readonly complete: boolean;
  /** host/owner/name of the first remote, without account; null where there is none. */
  readonly repository: string | null;
  /** Branch that HEAD names; null where it is detached. */
  readonly head: string | null;
  readonly shallow: boolean;
  readonly refs: readonly GitRef[];
  /** Newest first; ties by hash. */
  readonly commits: readonly GitCommit[];
};
export type GitRef = { readonly name: string; readonly kind: 'branch' | 'remote' | 'tag' | 'other'; readonly commit: string; readonly at: string | null };
export type GitCommit = {
  readonly hash: string;
  readonly parents: readonly string[];
  /** Commit time, `2025-02-21T18:15:32Z`. */
  readonly at: string | null;
  /** Numbers authors in the order of appearance, so that they can be counted and never named. */
  readonly author: number;
  readonly subject: string;
  /** Lines below the subject that name a change request or a commit that is taken back; absent where there are none. */
  readonly body?: string;
  readonly signed: boolean;
  /** Files it changes against its first parent; null where that is not known. */
  readonly changed: { readonly files: number; readonly code: number; readonly data: number } | null;
};

/**
 * A document, picture or recording. Its text, if any, is the text of the file: a line for each paragraph or row of a table
 * that is not blank, for PDF as the page has them. A place in it is lines, or '' for the whole. Names of people are dropped.
 */
export type DecodedDocument = {
  readonly kind: 'document';
  readonly complete: boolean;
  readonly format: (typeof documentFormats)[number];
  readonly title: string | null;
  /** The program it was made with, as it writes itself. */
  readonly tool: string | null;
  /** As facts write moments. */
  readonly createdAt: string | null;
  readonly updatedAt: string | null;
  /** Pages or slides. */
  readonly pages: number | null;
  /** The line at which each page begins, as far as the file tells; rising, 1-based. A page without text begins where the next does. */
  readonly pageLines: readonly number[];
  /** Its text cannot be read without a password. */
  readonly encrypted: boolean;
  /** It holds programs, attachments or links to other files; none was run or followed. */
  readonly active: boolean;
  /** Dots. */
  readonly width: number | null;
  readonly height: number | null;
  readonly seconds: number | null;
  /** It has notes of a camera or telephone in it, and among them the place where it was taken. */
  readonly camera: boolean;
  readonly located: boolean;
};
