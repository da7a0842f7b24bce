/** What the API shows of a file around a cited place. */
import type { DecodedDocument, Fact } from '#assessments';

/** An evidence file around a cited place. `lines` are those to highlight, 1-based inclusive. */
export type SourceView = {
  readonly path: string; readonly artefact: string; readonly mediaType: string; readonly encoding: string | null; readonly size: number;
  readonly firstLine: number; readonly text: string | null; readonly totalLines: number;
  readonly lines: readonly [number, number] | null;
  /** What stands at the place, where it is more than lines of text. */
  readonly picture: PlacePicture | null;
  /** Facts read from this file: the first of them, and how many there are. */
  readonly facts: readonly Fact[]; readonly factCount: number;
};

/** The surroundings of a cited place: always a few rows, however large the file. */
export type PlacePicture =
  /** `several`: the members of the root are documents, counted from 0. */
  | { readonly kind: 'tree'; readonly several: boolean; readonly lines: readonly TreeLine[] }
  | TablePicture
  | GitPicture
  | ImagePicture
  | DocumentPicture;

/** A picture as its file holds it, in base64; told apart by its own bytes, and small enough to be drawn. */
export type ImagePicture = { readonly kind: 'image'; readonly mediaType: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp'; readonly width: number; readonly height: number; readonly data: string };
/** What a document, picture or recording says of itself, and where its pages begin in its text. Pages are never drawn: they may hold programs. */
export type DocumentPicture = Omit<DecodedDocument, 'complete'>;

/** A line of a parsed document: a node, or a door to those of its parent's members that are left out, from index `from` on. */
export type TreeLine =
  | {
    readonly kind: 'node'; readonly pointer: string; readonly depth: number; readonly key: string | null; readonly shape: 'map' | 'list' | 'text' | 'number' | 'boolean' | 'null';
    /** Members of a map or list; null for a value. */
    readonly members: number | null; readonly value: string | null; readonly open: boolean; readonly cited: boolean;
  }
  | { readonly kind: 'left-out'; readonly pointer: string; readonly depth: number; readonly from: number; readonly count: number };

/** Rows around the cited one. `key` is the row's number or id; `citedColumn` counts within the columns shown. */
export type TablePicture = {
  readonly kind: 'table'; readonly name: string | null; readonly header: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly string[]; readonly cited: boolean }[];
  readonly citedColumn: number | null;
  readonly rowsBefore: number; readonly rowsAfter: number; readonly columnsLeftOut: number;
};

/** A repository around a cited commit or ref. Authors are numbers, never names. */
export type GitPicture = {
  readonly kind: 'git'; readonly repository: string | null; readonly head: string | null; readonly complete: boolean;
  readonly refs: readonly { readonly name: string; readonly kind: 'branch' | 'remote' | 'tag' | 'other'; readonly commit: string; readonly at: string | null; readonly cited: boolean }[];
  readonly commits: readonly { readonly hash: string; readonly at: string | null; readonly author: number; readonly subject: string; readonly merge: boolean; readonly signed: boolean; readonly cited: boolean }[];
  readonly refsLeftOut: number; readonly commitsBefore: number; readonly commitsAfter: number;
};
