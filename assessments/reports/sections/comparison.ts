import type { Causes, ComparedNode, Comparison } from '../../scoring/comparison.ts';
import { column, nodeName, requirementId, text } from '../cells.ts';
import type { ReportContext } from '../context.ts';
import type { Block, Cell, RatingMark, Row, Table, Wording } from '../document.ts';
import { levelMark } from '../marks.ts';
import { reportDate } from '../report-date.ts';
import { data } from '../wording.ts';
import { requirementWords } from './why.ts';

/** What changed since a milestone; nothing where none was chosen. */
export function comparison(context: ReportContext): readonly Block[] {
  const { input } = context;
  const compared = input.comparison ?? null;
  if (compared === null) return [];
  return [
    { kind: 'page-break' },
    { kind: 'heading', level: 1, text: context.say('compare.heading', { name: compared.from.name }), anchor: 'compare', mark: null },
    ...comparisonBlocks(context, compared),
  ];
}

/** Levels with what moved them, ratings, and evidence. */
export function comparisonBlocks(context: ReportContext, compared: Comparison): readonly Block[] {
  const { say, input: { state: { timeZone } } } = context;
  const day = (at: string): string => (at === '' ? '–' : reportDate(at, timeZone).day);
  return [
    { kind: 'paragraph', tone: 'body', text: say('compare.between', { from: day(compared.from.at), to: day(compared.to.at) }) },
    levelsTable(context, compared), ratingsTable(context, compared), evidenceTable(context, compared),
  ];
}

function levelsTable(context: ReportContext, { nodes }: Comparison): Table {
  const { say } = context;
  return {
    kind: 'table', id: 'compare.levels', caption: say('compare.levels'), totals: null, empty: say('compare.levelsNone'),
    columns: [column(context, 'node', 'column.node', 52), column(context, 'before', 'column.before', 14, { align: 'center' }), column(context, 'after', 'column.after2', 14, { align: 'center' }), column(context, 'change', 'column.change', 16), column(context, 'because', 'column.because', 74)],
    rows: nodes.filter(({ node, moved, from, to }) => node === '' || moved !== 'same' || from?.grade !== to?.grade).map((node): Row => ({ kind: 'cells', cells: [
      text(node.node === '' ? say('column.whole') : nodeName(context, node.node)), standing(context, node.from), standing(context, node.to), text(say(`compare.${node.moved}`)), text(because(context, node.causes)),
    ] })),
  };
}

/** A side on which nothing was rated has no level. */
function standing(context: ReportContext, side: ComparedNode['from']): Cell {
  const mark = levelMark(context, side === null ? undefined : { level: side.level, grade: side.grade, target: null });
  return { kind: 'level', mark: side?.assessed === 0 ? { ...mark, level: null, grade: null, name: context.tell('level.none') } : mark };
}

function because({ both, words }: ReportContext, causes: Causes | null): Wording {
  if (causes === null) return [];
  const said = [...(causes.rules ? [words('compare.rules')] : []), ...(causes.pack ? [words('compare.pack')] : [])];
  const ids = [...causes.children, ...causes.ratings].join(', ');
  const parts = [...said, ...(ids === '' ? [] : [{ zh: ids, en: ids }])];
  return parts.length === 0 ? [] : both({ zh: parts.map(({ zh }) => zh).join('；'), en: parts.map(({ en }) => en).join('; ') });
}

function ratingsTable(context: ReportContext, { ratings }: Comparison): Table {
  const { say, tell } = context;
  const rating = (value: RatingMark['value']): Cell => ({ kind: 'rating', mark: { value, disputed: [], name: value === null ? tell('rating.none') : `${value} ${tell(`rating.${value}`)}` } });
  return {
    kind: 'table', id: 'compare.ratings', caption: say('compare.ratings'), totals: null, empty: say('compare.ratingsNone'),
    columns: [column(context, 'id', 'column.id', 22), column(context, 'requirement', 'column.requirement', 96), column(context, 'before', 'column.before', 14, { align: 'center' }), column(context, 'after', 'column.after2', 14, { align: 'center' }), column(context, 'change', 'column.change', 24)],
    rows: ratings.map(({ requirement, from, to, direction }): Row => ({ kind: 'cells', cells: [requirementId(context, requirement), text(requirementWords(context, requirement)), rating(from), rating(to), text(say(`compare.${direction}`))] })),
  };
}

function evidenceTable(context: ReportContext, { files, links }: Comparison): Table {
  const { say, evidence } = context;
  const changes = [
    ...files.gained.map((path) => ['gained', path] as const), ...files.lost.map((path) => ['lost', path] as const), ...files.changed.map((path) => ['changed', path] as const),
    ...links.gained.map(({ requirement, path }) => ['gained', `${requirement} ← ${path}`] as const), ...links.lost.map(({ requirement, path }) => ['lost', `${requirement} ← ${path}`] as const),
  ];
  return {
    kind: 'table', id: 'compare.evidence', caption: say('compare.evidence'), totals: null, empty: say('compare.evidenceNone'),
    columns: [column(context, 'change', 'column.change', 24), column(context, 'path', 'column.path', 146)],
    rows: changes.map(([how, path]): Row => ({ kind: 'cells', cells: [text(say(`compare.${how}`)), text(data(evidence(path)))] })),
  };
}
