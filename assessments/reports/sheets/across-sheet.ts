import { tagKinds } from '../../catalogue/pack.ts';
import { type TagView, tagViews } from '../../scoring/tag-views.ts';
import { code, column, ids, number, text } from '../cells.ts';
import type { ReportContext } from '../context.ts';
import type { Cell, Column, Row, Sheet, Table } from '../document.ts';
import { lowestMark, shareCell, tagName } from '../sections/across.ts';
import { sheetHeading, sheetName } from './sheet-title.ts';

const levels = [1, 2, 3, 4, 5] as const;

/** All tags of all kinds in one list, to be filtered: what is met at each level, the share of F, the lowest sub-items; null where the pack has no tags. */
export function acrossSheet(context: ReportContext): Sheet | null {
  const views = tagViews(context.input.pack, context.input.result);
  const tags = tagKinds.flatMap((kind) => views[kind].tags);
  return tags.length === 0 ? null : { id: 'across', name: sheetName(context, 'sheet.across'), blocks: [sheetHeading(context, 'across.heading'), { kind: 'paragraph', tone: 'small', text: context.say('across.what') }, table(context, tags)] };
}

function table(context: ReportContext, tags: readonly TagView[]): Table {
  const shares = levels.map((level): Column => ({ id: `share${level}`, title: context.say('column.share', { level }), width: 12, align: 'right' }));
  return {
    kind: 'table', id: 'across', caption: null, totals: null, empty: context.say('report.none'),
    columns: [
      column(context, 'kind', 'column.tagKind', 16), column(context, 'tag', 'column.tag', 32), column(context, 'applicable', 'column.total', 10, { align: 'right' }), column(context, 'assessed', 'column.assessed', 10, { align: 'right' }),
      column(context, 'met', 'column.met', 10, { align: 'right' }), column(context, 'share', 'column.metShare', 10, { align: 'right' }), ...shares,
      column(context, 'lowest', 'column.lowest', 10, { align: 'center' }), column(context, 'lowestIn', 'column.lowestIn', 40), column(context, 'unrated', 'column.unrated', 10, { align: 'right' }),
    ],
    rows: tags.map((tag) => row(context, tag)),
  };
}

function row(context: ReportContext, tag: TagView): Row {
  return { kind: 'cells', cells: [
    text(context.say(`across.${tag.kind}`)), text(tagName(context, tag)), number(tag.applicable), number(tag.assessed), number(tag.met), shareCell(tag), ...levels.map((level) => levelShare(tag, level)),
    { kind: 'level', mark: lowestMark(context, tag) }, tag.lowest === null ? code('') : ids(tag.lowest.subItems), number(tag.unrated),
  ] };
}

function levelShare({ levels: counted }: TagView, level: number): Cell {
  const at = counted.find((one) => one.level === level);
  return { kind: 'number', value: at === undefined ? null : Math.round((at.met * 10_000) / at.total) / 10_000, percent: true };
}
