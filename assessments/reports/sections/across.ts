import { tagKinds, type TagKind } from '../../catalogue/pack.ts';
import { type TagView, tagViews } from '../../scoring/tag-views.ts';
import { code, column, ids, text } from '../cells.ts';
import type { ReportContext } from '../context.ts';
import type { Block, Cell, LadderStrip, LevelMark, Row, Table, Wording } from '../document.ts';
import { levelMark } from '../marks.ts';

/** The result across the tree, by the tags of the pack; nothing where it has none. */
export function across(context: ReportContext): readonly Block[] {
  const views = tagViews(context.input.pack, context.input.result);
  const kinds = tagKinds.filter((kind) => views[kind].tags.length > 0);
  if (kinds.length === 0) return [];
  return [
    { kind: 'page-break' },
    { kind: 'heading', level: 1, text: context.say('across.heading'), anchor: 'across', mark: null },
    { kind: 'paragraph', tone: 'small', text: context.say('across.what') },
    ...kinds.flatMap((kind) => [table(context, kind, views[kind].tags), ...untagged(context, views[kind].untagged)]),
  ];
}

function untagged({ say }: ReportContext, count: number): readonly Block[] {
  return count === 0 ? [] : [{ kind: 'paragraph', tone: 'small', text: say('across.untagged', { count }) }];
}

function table(context: ReportContext, kind: TagKind, tags: readonly TagView[]): Table {
  return {
    kind: 'table', id: `across.${kind}`, caption: context.say(`across.${kind}`), totals: null, empty: context.say('report.none'),
    columns: [
      column(context, 'tag', 'column.tag', 34), column(context, 'ladder', 'column.ladder', 46), column(context, 'met', 'column.metOf', 16, { align: 'right' }),
      column(context, 'share', 'column.metShare', 12, { align: 'right' }), column(context, 'lowest', 'column.lowest', 12, { align: 'center' }), column(context, 'lowestIn', 'column.lowestIn', 34),
    ],
    rows: tags.map((tag) => row(context, tag)),
  };
}

function row(context: ReportContext, tag: TagView): Row {
  if (tag.applicable === 0) return { kind: 'cells', cells: [text(tagName(context, tag)), text(context.say('across.nothing'), 'muted'), code(''), code(''), code(''), code('')] };
  return { kind: 'cells', cells: [
    text(tagName(context, tag)), { kind: 'ladder', strip: strip(context, tag) }, code(`${tag.met} / ${tag.applicable}`), shareCell(tag), { kind: 'level', mark: lowestMark(context, tag) },
    { kind: 'stack', cells: [lowestCodes(context, tag), ...(tag.unrated > 0 && tag.lowest !== null ? [text(context.say('across.unrated', { count: tag.unrated }), 'muted')] : [])] },
  ] };
}

/** Of a tag what it is called, and what has to be known of it. */
export function tagName(context: ReportContext, { zh, en, note }: TagView): Wording {
  return note === null ? context.both({ zh, en }) : context.say('across.note', { name: { zh, en }, note: { zh: note.zh.replace(/。$/, ''), en: note.en.replace(/\.$/, '') } });
}

/** The share of F, empty before anything is rated. */
export function shareCell({ met, applicable, assessed }: TagView): Cell {
  return { kind: 'number', value: applicable === 0 || assessed === 0 ? null : Math.floor((100 * met) / applicable) / 100, percent: true };
}

export function lowestMark(context: ReportContext, { lowest }: TagView): LevelMark {
  return levelMark(context, lowest === null ? { level: null, grade: null } : { level: lowest.level, grade: String(lowest.level) });
}

const namedAtMost = 6;

/** Codes only: there may be many, and every one of them is named elsewhere in the report. */
function lowestCodes(context: ReportContext, { lowest }: TagView): Cell {
  const codes = lowest === null || !context.rated ? [] : lowest.subItems;
  return ids(codes.length > namedAtMost ? [...codes.slice(0, namedAtMost), `… (${codes.length})`] : codes);
}

function strip(context: ReportContext, { levels }: TagView): LadderStrip {
  const cells = [1, 2, 3, 4, 5].map((level) => levels.find((one) => one.level === level) ?? { level, total: 0, assessed: 0, met: 0 });
  const shares = cells.filter(({ total }) => total > 0).map(({ level, met, total }) => context.tell('levels.stripShare', { level, met, total })).join(', ');
  return { cells, level: null, target: null, name: shares };
}
