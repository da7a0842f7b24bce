import type { Bilingual } from '../../language.ts';
import { code, column, levelCell, nodeName, progressText, rangeText, text } from '../cells.ts';
import { namedNode, type ReportContext } from '../context.ts';
import type { Block, RadarSpec, Row, Table } from '../document.ts';
import { ladderStrip, levelMark } from '../marks.ts';
import { listed } from '../wording.ts';

/** The radar for the board and the ladder for those who work with it; what is not yet written is said to be so. */
export function levels(context: ReportContext): readonly Block[] {
  const { say } = context;
  return [
    { kind: 'page-break' },
    { kind: 'heading', level: 1, text: say('levels.heading'), anchor: 'levels', mark: null },
    ...(context.rated ? radar(context) : [{ kind: 'paragraph', tone: 'notice', text: say('levels.unrated') } as const]),
    ladder(context),
    { kind: 'paragraph', tone: 'small', text: say('levels.ladderRead') },
    ...unwritten(context),
  ];
}

/** One axis per domain where at least three have a level, else per sub-item; fewer than three make no radar. */
export function radarSpec(context: ReportContext): RadarSpec | null {
  const { tell, input: { pack } } = context;
  const levelled = (id: string) => context.rated && (context.node(id)?.level ?? null) !== null;
  const domains = pack.groups.filter(({ parent, id }) => parent === null && levelled(id));
  const nodes = domains.length >= 3 ? domains : context.subItems.filter(({ id }) => levelled(id));
  if (nodes.length < 3) return null;
  const axes = nodes.map(({ id }) => {
    const node = context.node(id);
    return { name: axisName(context, id), level: node?.level ?? 0, max: node?.max ?? node?.level ?? 0, target: node?.target ?? null };
  });
  return { kind: 'radar', axes, series: { level: tell('levels.radarLevel'), max: tell('levels.radarMax'), target: tell('levels.radarTarget') } };
}

/** Each language on lines of its own, broken between words, so that names beside the radar find room. */
function axisName(context: ReportContext, id: string): string {
  const [first = '', ...others] = context.both(namedNode(context, id)).map(({ text }) => (text.length <= 26 ? text : text.replace(/(.{12,}?) (?=.{6,})/g, '$1\n')));
  return [first, ...others.map((name) => name.replace(/^\S+ /, ''))].join('\n');
}

function radar(context: ReportContext): readonly Block[] {
  const chart = radarSpec(context);
  if (chart === null) return [];
  const values = chart.axes.map(({ name, level, target }): Bilingual => (target === null
    ? context.words('levels.radarValue', { name: name.replaceAll('\n', ' '), level })
    : context.words('levels.radarTargetValue', { name: name.replaceAll('\n', ' '), level, target })));
  return [{ kind: 'chart', chart, alt: context.say('levels.radarAlt', { values: listed(values) }), height: 80 }];
}

function ladder(context: ReportContext): Table {
  const { say, input: { pack } } = context;
  const written = new Set(context.subItems.filter(({ requirements }) => requirements.length > 0).map(({ id }) => id));
  return {
    kind: 'table', id: 'levels.ladder', caption: say('levels.ladder'), totals: null, empty: say('requirements.none'),
    columns: [
      column(context, 'name', 'column.subItem', 44), column(context, 'level', 'column.level', 12, { align: 'center' }), column(context, 'interval', 'column.interval', 12, { align: 'center' }),
      column(context, 'ladder', 'column.ladder', 46), column(context, 'progress', 'column.progress', 16, { align: 'right' }),
    ],
    rows: pack.groups.filter(({ parent }) => parent === null).flatMap(({ id }) => {
      const below = context.subItems.filter((subItem) => written.has(subItem.id) && isBelow(context, subItem.id, id));
      return below.length === 0 ? [] : [domainRow(context, id), ...below.map((subItem) => ladderRow(context, subItem.id))];
    }),
  };
}

function isBelow({ group }: ReportContext, id: string, ancestor: string): boolean {
  for (let node = group(id); node !== undefined; node = node.parent === null ? undefined : group(node.parent)) if (node.id === ancestor) return true;
  return false;
}

function domainRow(context: ReportContext, id: string): Row {
  return { kind: 'group', text: nodeName(context, id), mark: context.rated ? levelMark(context, context.node(id)) : null, note: null };
}

function ladderRow(context: ReportContext, id: string): Row {
  const ceiling = context.node(id)?.ceiling ?? 5;
  const lowered = ceiling < 5 ? [text(context.say('levels.ceiling', { ceiling }), 'muted')] : [];
  return { kind: 'cells', cells: [
    { kind: 'stack', cells: [text(nodeName(context, id)), ...lowered] }, levelCell(context, id), code(rangeText(context, id)),
    { kind: 'ladder', strip: ladderStrip(context, id) }, code(progressText(context, id)),
  ] };
}

/** Sub-items without requirements, by name: left out of every level. */
export function unwritten(context: ReportContext): readonly Block[] {
  const open = context.subItems.filter(({ requirements }) => requirements.length === 0);
  if (open.length === 0) return [];
  return [{ kind: 'paragraph', tone: 'small', text: context.say('levels.unwritten', { count: open.length, names: listed(open.map(({ id }) => namedNode(context, id))) }) }];
}

