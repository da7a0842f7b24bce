import type { Language } from '../language.ts';
import type { RatingValue } from '../journal/event.ts';

/** One line of wording. `language` null: data (a path, a hash, a name) that belongs to no language. */
export type Line = { readonly language: Language | null; readonly text: string };
/** What a reader reads in one spot: one line per language of the report, Chinese first; the second is set beneath. */
export type Wording = readonly Line[];

export type Tone = 'plain' | 'strong' | 'muted' | 'fine';

/** A level as it is drawn. `level` null: no level; `name` says in words what the mark shows, for those who do not see it. */
export type LevelMark = {
  readonly level: number | null;
  readonly grade: string | null;
  readonly target: number | null;
  readonly name: string;
};
/** `disputed` holds the differing values of several assessors; `value` null with none disputed = not rated. */
export type RatingMark = { readonly value: RatingValue | null; readonly disputed: readonly RatingValue[]; readonly name: string };
/** What the checks say; never a rating. `rating` null = not enough to say. */
export type SuggestionMark = { readonly rating: 'N' | 'P' | 'L' | 'F' | null; readonly conflict: boolean; readonly name: string };

/** Of the applicable requirements of one level of a sub-item: how many there are, are rated, and are fully met. */
export type LadderCell = { readonly level: number; readonly total: number; readonly assessed: number; readonly met: number };
/** One row of the ladder: a cell per level, the level reached (the gate stands right of it), the target. */
export type LadderStrip = { readonly cells: readonly LadderCell[]; readonly level: number | null; readonly target: number | null; readonly name: string };

/** How a reader of the workbook can check a number; `own` names a column of the formula's own row. */
export type Formula =
  | { readonly kind: 'count'; readonly table: string; readonly sums: readonly (readonly Condition[])[] }
  | { readonly kind: 'sum'; readonly table: string; readonly column: string };
export type Condition = { readonly column: string } & ({ readonly is: string } | { readonly isNot: string } | { readonly own: string });

export type Cell =
  | { readonly kind: 'text'; readonly text: Wording; readonly tone?: Tone }
  /** An id, path, place or hash: data that wraps where it can be read on. */
  | { readonly kind: 'code'; readonly text: string; readonly to?: string; readonly tone?: Tone }
  | { readonly kind: 'number'; readonly value: number | null; readonly formula?: Formula; readonly percent?: true }
  | { readonly kind: 'level'; readonly mark: LevelMark }
  | { readonly kind: 'rating'; readonly mark: RatingMark }
  | { readonly kind: 'suggestion'; readonly mark: SuggestionMark }
  | { readonly kind: 'ladder'; readonly strip: LadderStrip }
  | { readonly kind: 'stack'; readonly cells: readonly Cell[] };

/** `width` is a share of the page. `choices`: the values a reader may pick in the workbook. */
export type Column = {
  readonly id: string;
  readonly title: Wording;
  readonly width: number;
  readonly align?: 'left' | 'right' | 'center';
  readonly choices?: readonly string[];
};
export type Row =
  | { readonly kind: 'cells'; readonly cells: readonly Cell[]; readonly anchor?: string }
  /** A line across the table that heads the rows below it; `mark` stands before it, `note` behind it. */
  | { readonly kind: 'group'; readonly text: Wording; readonly mark: LevelMark | null; readonly note: Wording | null };

export type Table = {
  readonly kind: 'table';
  /** Unique in the document; formulas name it. */
  readonly id: string;
  readonly caption: Wording | null;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly totals: readonly Cell[] | null;
  /** Set closer, for a page that must hold a whole story. */
  readonly dense?: true;
  /** What to say where there is no row. */
  readonly empty: Wording;
};

/** One axis per node; `level` null where the node has none. */
export type RadarSpec = {
  readonly kind: 'radar';
  readonly axes: readonly { readonly name: string; readonly level: number; readonly max: number; readonly target: number | null }[];
  readonly series: { readonly level: string; readonly max: string; readonly target: string };
};
/** The ladder as one picture, for where a table cannot hold it. */
export type LadderSpec = { readonly kind: 'ladder'; readonly rows: readonly { readonly name: string; readonly grade: string; readonly strip: LadderStrip }[]; readonly levels: readonly string[]; readonly legend: LadderLegend };
export type LadderLegend = { readonly met: string; readonly gate: string; readonly target: string; readonly none: string };
/** The least effort, in person-days, by which each level is reached; `effort` null where nothing reaches it. `levels` names 1 to 5. */
export type CurveSpec = {
  readonly kind: 'curve'; readonly points: readonly { readonly level: number; readonly effort: { readonly low: number; readonly likely: number; readonly high: number } | null }[];
  readonly now: number | null; readonly levels: readonly string[]; readonly target: number | null; readonly axis: string;
};
/** The level of the whole at each milestone, oldest first. */
export type TrendSpec = {
  readonly kind: 'trend'; readonly points: readonly { readonly name: string; readonly day: string; readonly level: number | null; readonly max: number | null }[];
  readonly levels: readonly string[]; readonly target: number | null;
};
export type ChartSpec = RadarSpec | LadderSpec | CurveSpec | TrendSpec;

export type Block =
  | { readonly kind: 'cover'; readonly title: Wording; readonly subtitle: Wording; readonly fields: readonly { readonly label: Wording; readonly value: Wording }[]; readonly notes: readonly Wording[]; readonly contents: Wording | null }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: Wording; readonly anchor: string; readonly mark: LevelMark | null }
  | { readonly kind: 'paragraph'; readonly text: Wording; readonly tone: 'body' | 'small' | 'notice' }
  /** The level as one large numeral with what bounds it, and the sentences that say why. */
  | { readonly kind: 'verdict'; readonly mark: LevelMark; readonly interval: Wording | null; readonly why: readonly Wording[] }
  | { readonly kind: 'figures'; readonly figures: readonly { readonly value: string; readonly label: Wording; readonly tone: 'plain' | 'good' | 'bad' }[] }
  | Table
  | { readonly kind: 'chart'; readonly chart: ChartSpec; readonly alt: Wording; readonly height: number }
  | { readonly kind: 'legend'; readonly entries: readonly { readonly cell: Cell; readonly text: Wording }[] }
  | { readonly kind: 'list'; readonly items: readonly Wording[] }
  | { readonly kind: 'page-break' };

/** One sheet of the workbook; `name` is at most 31 characters. */
export type Sheet = { readonly id: string; readonly name: string; readonly blocks: readonly Block[] };

/**
 * What a report says, as plain data: pages for paper, sheets for the workbook. Writers draw it and know nothing of
 * scoring; a new kind of block or cell does not compile until every writer draws it.
 */
export type ReportDocument = {
  readonly title: string;
  readonly languages: readonly Language[];
  /** UTC, of the last event: the moment the report speaks of. */
  readonly at: string;
  readonly footer: { readonly marking: string; readonly edition: string; readonly fingerprint: string };
  /** Words a writer needs of its own accord. */
  readonly furniture: { readonly page: Wording; readonly continued: Wording; readonly cut: Wording };
  readonly pages: readonly Block[];
  readonly sheets: readonly Sheet[];
};
