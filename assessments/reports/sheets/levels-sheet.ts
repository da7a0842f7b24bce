import { code, column, levelCell, number, rangeText, text } from '../cells.ts';
import { namedNode, type ReportContext } from '../context.ts';
import type { Block, Cell, Column, Condition, LadderSpec, Row, Sheet, Table, Wording } from '../document.ts';
import { ladderStrip } from '../marks.ts';
import { radarSpec, unwritten } from '../sections/levels.ts';
import { sheetHeading, sheetName } from './sheet-title.ts';

/** Levels of every written sub-item with the counts they rest on, as formulas over the requirements sheet, and the charts. */
export function levelsSheet(context: ReportContext): Sheet {
  return { id: 'levels', name: sheetName(context, 'sheet.levels'), blocks: [sheetHeading(context, 'levels.heading'), table(context), ...unwritten(context), ...charts(context)] };
}

const withFormulas = ({ input: { options } }: ReportContext) => options.depth !== 'executive';

function table(context: ReportContext): Table {
  const { say } = context;
  const written = context.subItems.filter(({ requirements }) => requirements.length > 0);
  const shares = [1, 2, 3, 4, 5].map((level): Column => ({ id: `share${level}`, title: say('column.share', { level }), width: 12, align: 'right' }));
  return {
    kind: 'table', id: 'levels', caption: null, empty: say('requirements.none'),
    columns: [
      column(context, 'id', 'column.subItem', 14), column(context, 'name', 'column.subItemName', 36), column(context, 'domain', 'column.domain', 26), column(context, 'level', 'column.level', 10, { align: 'center' }),
      column(context, 'interval', 'column.interval', 10, { align: 'center' }), column(context, 'target', 'column.target', 10, { align: 'center' }),
      column(context, 'assessed', 'column.assessed', 10, { align: 'right' }), column(context, 'total', 'column.total', 10, { align: 'right' }), ...shares,
    ],
    rows: written.map(({ id }) => row(context, id)),
    totals: totals(context),
  };
}

function row(context: ReportContext, id: string): Row {
  const node = context.node(id);
  const shares = ladderStrip(context, id).cells.map(({ met, total }): Cell => ({ kind: 'number', value: total === 0 ? null : Math.round((met * 10_000) / total) / 10_000, percent: true }));
  return { kind: 'cells', cells: [
    code(id), text(groupName(context, id)), text(context.both(namedNode(context, domainOf(context, id)))), levelCell(context, id), code(rangeText(context, id)), number(node?.target ?? null),
    counted(context, node?.assessed ?? 0, ['N', 'P', 'L', 'F'].map((is) => [ownSubItem, { column: 'rating', is }])), counted(context, node?.total ?? 0, [[ownSubItem, { column: 'rating', isNot: 'NA' }]]), ...shares,
  ] };
}

function groupName({ group, both }: ReportContext, id: string): Wording {
  const found = group(id);
  return found === undefined ? [] : both(found);
}

const ownSubItem: Condition = { column: 'subItem', own: 'id' };

function counted(context: ReportContext, value: number, sums: readonly (readonly Condition[])[]): Cell {
  return withFormulas(context) ? { kind: 'number', value, formula: { kind: 'count', table: 'requirements', sums } } : number(value);
}

function totals(context: ReportContext): readonly Cell[] {
  const { overall } = context.input.result;
  const empty = code('');
  const sum = (column: string, value: number): Cell => ({ kind: 'number', value, formula: { kind: 'sum', table: 'levels', column } });
  return [text(context.say('gaps.total'), 'strong'), empty, empty, empty, empty, empty, sum('assessed', overall.assessed), sum('total', overall.total), empty, empty, empty, empty, empty];
}

function domainOf({ group }: ReportContext, id: string): string {
  let node = group(id);
  while (node !== undefined && node.parent !== null) node = group(node.parent);
  return node?.id ?? id;
}

function charts(context: ReportContext): readonly Block[] {
  if (!context.rated) return [];
  const radar = radarSpec(context);
  return [
    ...(radar === null ? [] : [{ kind: 'chart', chart: radar, alt: context.say('levels.radar'), height: 92 } as const]),
    { kind: 'chart', chart: ladderSpec(context), alt: context.say('levels.ladderAlt'), height: 0 },
  ];
}

/** The ladder of all written sub-items as one picture. */
function ladderSpec(context: ReportContext): LadderSpec {
  const { tell } = context;
  const written = context.subItems.filter(({ requirements }) => requirements.length > 0);
  return {
    kind: 'ladder',
    rows: written.map(({ id }) => ({ name: context.both(namedNode(context, id)).map((line) => line.text).join(' / '), grade: context.node(id)?.grade ?? '', strip: ladderStrip(context, id) })),
    levels: [1, 2, 3, 4, 5].map((level) => tell('level.of', { level })),
    legend: { met: tell('levels.legendMet'), gate: tell('levels.legendGate'), target: tell('levels.legendTarget'), none: tell('levels.legendNone') },
  };
}
