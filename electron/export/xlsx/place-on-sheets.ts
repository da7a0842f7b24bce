import type { Column, ReportDocument, Table } from '#assessments';

/** Where a table lies: its sheet and the rows its cells take, 1-based; columns begin at A. */
export type Placed = { readonly sheet: string; readonly firstRow: number; readonly lastRow: number; readonly columns: readonly Column[] };

/** Finds the row every block of every sheet begins at, before anything is written: formulas look ahead. */
export function placeTables({ sheets }: ReportDocument): ReadonlyMap<string, Placed> {
  return new Map(sheets.flatMap(({ name, blocks }) => {
    let row = 1;
    return blocks.flatMap((block): readonly (readonly [string, Placed])[] => {
      const begins = row;
      row += blockRows(block);
      if (block.kind !== 'table') return [];
      const first = begins + captionRows(block) + headRows(block);
      return [[block.id, { sheet: name, firstRow: first, lastRow: first + Math.max(1, block.rows.length) - 1, columns: block.columns }]];
    });
  }));
}

/** A chart stands over this many rows. */
const chartRows = 24;

type Block = ReportDocument['sheets'][number]['blocks'][number];
type Rows = { readonly [Kind in Block['kind']]: (block: Extract<Block, { readonly kind: Kind }>) => number };

const rows: Rows = {
  table: (table) => captionRows(table) + headRows(table) + Math.max(1, table.rows.length) + (table.totals === null ? 0 : 1) + 1,
  chart: () => chartRows,
  list: ({ items }) => items.length + 1,
  figures: ({ figures }) => figures.length + 1,
  legend: ({ entries }) => entries.length + 1,
  verdict: ({ why }) => why.length + 3,
  cover: ({ fields }) => fields.length + 2,
  heading: ({ level }) => (level === 1 ? 2 : 1),
  paragraph: () => 1,
  'page-break': () => 0,
};

/** How many rows a block takes, the empty one beneath it included. */
export function blockRows(block: Block): number {
  return (rows[block.kind] as (one: Block) => number)(block);
}

export function captionRows({ caption }: Table): number {
  return caption === null ? 0 : 1;
}

/** A table whose columns have no titles is a list of pairs and has no head. */
export function headRows({ columns }: Table): number {
  return columns.every(({ title }) => title.length === 0) ? 0 : 1;
}
