import { palette, type Row, type Table } from '#assessments';
import { artefact, contentWidth, destination, ensure, hairline, newPage, paper, type Canvas, type Structure } from './canvas.ts';
import { setCell } from './cell.ts';
import { drawLevel, levelWidth } from './marks.ts';
import { drawLines, heightOf, passage, setWording, type SetLine } from './setting.ts';
import { cellStyle, styles } from './styles.ts';

const pad = { x: 4, y: 4 } as const;
const densePad = { x: 4, y: 3 } as const;
/** How the rows of one table are set: its columns, its head, and how close. */
type Grid = { readonly columns: readonly Column[]; readonly head: Head; readonly dense: boolean };
type Column = { readonly x: number; readonly width: number; readonly align: 'left' | 'right' | 'center'; readonly title: Table['columns'][number]['title'] };

/** Draws a table with hairlines; its head is repeated on every page, a row too tall for the page is continued on the next. */
export function drawTable(canvas: Canvas, table: Table): void {
  if (table.rows.length === 0) { drawEmpty(canvas, table); return; }
  const grid = gridOf(table);
  const element = canvas.pdf.struct('Table');
  canvas.root.add(element);
  const [first] = table.rows;
  ensure(canvas, (table.caption === null ? 0 : 26) + headHeight(grid) + Math.min(90, first === undefined ? 0 : rowHeight(setRow(first, grid), grid)));
  drawCaption(canvas, table, element);
  drawHead(canvas, grid, element);
  table.rows.forEach((row, index) => {
    if (row.kind === 'group') drawGroup(canvas, grid, element, row, table.rows[index + 1]);
    else drawRow(canvas, grid, element, setRow(row, grid), row.anchor);
  });
  if (table.totals !== null) drawRow(canvas, grid, element, setRow({ kind: 'cells', cells: table.totals }, grid));
  element.end();
  canvas.y += grid.dense ? 7 : 12;
}

function drawEmpty(canvas: Canvas, table: Table): void {
  ensure(canvas, 44);
  drawCaption(canvas, table, canvas.root);
  const lines = setWording(table.empty, { ...styles.body, colour: palette.muted }, contentWidth);
  drawLines(canvas, canvas.root, 'P', lines, paper.left, canvas.y);
  canvas.y += heightOf(lines) + 10;
}

function layOut({ columns }: Table): readonly Column[] {
  const sum = columns.reduce((total, { width }) => total + width, 0);
  let x = paper.left;
  return columns.map(({ width, align, title }) => {
    const column = { x, width: (contentWidth * width) / sum, align: align ?? 'left', title } as const;
    x += column.width;
    return column;
  });
}

function gridOf(table: Table): Grid {
  const columns = layOut(table);
  return { columns, dense: table.dense === true, head: columns.map((column) => setWording(column.title, { ...styles.head, align: column.align }, inner(column))) };
}

function padding({ dense }: Grid): number {
  return dense ? densePad.y : pad.y;
}

function inner({ width }: Column): number {
  return width - pad.x * 2;
}

function drawCaption(canvas: Canvas, { caption }: Table, parent: Structure): void {
  if (caption === null) return;
  const lines = setWording(caption, styles.caption, contentWidth);
  const element = canvas.pdf.struct('Caption');
  parent.add(element);
  drawLines(canvas, element, 'P', lines, paper.left, canvas.y);
  element.end();
  canvas.y += heightOf(lines) + 2;
}

type Head = readonly (readonly SetLine[])[];

function headHeight({ head }: Grid): number {
  return Math.max(0, ...head.map(heightOf)) + 6;
}

/** The head belongs to the structure once; on later pages it is repeated for the eye only. */
function drawHead(canvas: Canvas, grid: Grid, table: Structure | null): void {
  const { columns, head } = grid;
  const height = headHeight(grid);
  if (table === null) {
    artefact(canvas, () => { head.forEach((lines, index) => { let y = canvas.y + height - 4 - heightOf(lines); for (const line of lines) { line.draw(canvas, (columns[index]?.x ?? 0) + pad.x, y); y += line.height; } }); }, 'Pagination');
  } else {
    const row = canvas.pdf.struct('TR');
    table.add(row);
    columns.forEach((column, index) => {
      const cell = canvas.pdf.struct('TH', { scope: 'Column' });
      row.add(cell);
      const lines = head[index] ?? [];
      drawLines(canvas, cell, 'P', lines, column.x + pad.x, canvas.y + height - 4 - heightOf(lines));
    });
    row.end();
  }
  canvas.y += height;
  artefact(canvas, () => { hairline(canvas, canvas.y, palette.ink, 0.7); });
}

type Cells = readonly (readonly SetLine[])[];

function setRow(row: Row, { columns, dense }: Grid): Cells {
  return row.kind === 'group' ? [] : columns.map((column, index) => { const cell = row.cells[index]; return cell === undefined ? [] : setCell(cell, inner(column), column.align, dense); });
}

function rowHeight(cells: Cells, grid: Grid): number {
  return Math.max(styles.group.leading, ...cells.map(heightOf)) + padding(grid) * 2;
}

function drawRow(canvas: Canvas, grid: Grid, table: Structure, cells: Cells, anchor?: string): void {
  const { columns } = grid;
  const row = canvas.pdf.struct('TR');
  table.add(row);
  const elements = columns.map(() => { const cell = canvas.pdf.struct('TD'); row.add(cell); return cell; });
  let rest = cells;
  let named = anchor;
  while (rest.some((lines) => lines.length > 0) || rest === cells) {
    const height = rowHeight(rest, grid);
    const room = paper.bottom - canvas.y;
    if (height > room && !mayContinue(canvas, height, room)) { turnPage(canvas, grid); continue; }
    if (named !== undefined) { canvas.pdf.addNamedDestination(destination(named), 'XYZ', 0, canvas.y, null as unknown as number); named = undefined; }
    const [now, later] = height <= room ? [rest, []] as const : divide(rest, room - padding(grid) * 2);
    now.forEach((lines, index) => { drawLines(canvas, elements[index] ?? row, 'P', lines, (columns[index]?.x ?? 0) + pad.x, canvas.y + padding(grid)); });
    canvas.y += Math.min(rowHeight(now, grid), Math.max(room, 0));
    artefact(canvas, () => { hairline(canvas, canvas.y, palette.line, 0.5); });
    rest = later;
    if (rest.some((lines) => lines.length > 0)) turnPage(canvas, grid);
    else break;
  }
  row.end();
}

/** A row is only split when it is taller than half a page and a good part of it fits here. */
function mayContinue(canvas: Canvas, height: number, room: number): boolean {
  const page = paper.bottom - paper.top;
  return room > 90 && (height > page / 2 || canvas.y < paper.top + 80);
}

function turnPage(canvas: Canvas, grid: Grid): void {
  newPage(canvas);
  drawHead(canvas, grid, null);
}

function divide(cells: Cells, room: number): readonly [Cells, Cells] {
  const counts = cells.map((lines) => { let height = 0; return lines.findIndex((line) => { height += line.height; return height > room; }); });
  return [cells.map((lines, index) => (counts[index] === -1 ? lines : lines.slice(0, counts[index]))), cells.map((lines, index) => (counts[index] === -1 ? [] : lines.slice(counts[index])))];
}

function drawGroup(canvas: Canvas, grid: Grid, table: Structure, group: Extract<Row, { readonly kind: 'group' }>, next: Row | undefined): void {
  const width = contentWidth - pad.x * 2;
  const indent = group.mark === null ? 0 : levelWidth(group.mark) + 6;
  const note = group.note === null ? [] : setWording(group.note, { ...cellStyle('muted'), align: 'right' }, width * 0.45);
  const lines = setWording(group.text, styles.group, width * (note.length === 0 ? 1 : 0.55) - indent);
  const height = Math.max(heightOf(lines), heightOf(note)) + 11;
  const following = next === undefined ? 0 : Math.min(80, rowHeight(setRow(next, grid), grid));
  if (canvas.y + height + following > paper.bottom) turnPage(canvas, grid);
  const row = canvas.pdf.struct('TR');
  table.add(row);
  const cell = canvas.pdf.struct('TH', { scope: 'Row' });
  row.add(cell);
  const top = canvas.y + 7;
  if (group.mark !== null) { const { mark } = group; drawLines(canvas, cell, 'P', [{ height: 14, passage: passage(null, mark.name), draw: (on, x, y) => { drawLevel(on, mark, { x, y }); } }], paper.left + pad.x, top); }
  drawLines(canvas, cell, 'P', lines, paper.left + pad.x + indent, top);
  drawLines(canvas, cell, 'P', note, paper.left + pad.x + width * 0.55, top);
  row.end();
  canvas.y += height;
  artefact(canvas, () => { hairline(canvas, canvas.y, palette.edge, 0.5); });
}
