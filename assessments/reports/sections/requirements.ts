import type { Group, Requirement } from '../../catalogue/pack.ts';
import { code, column, ratingCell, requirementAnchor, suggestionCell, text } from '../cells.ts';
import { namedNode, type ReportContext } from '../context.ts';
import type { Block, Row, Table } from '../document.ts';
import { ladderStrip, levelMark } from '../marks.ts';
import { requirementDetail } from './requirement-detail.ts';

/** Every written requirement: its text, who rated it how and why, what the checks say and where they read it. */
export function requirements(context: ReportContext): readonly Block[] {
  const { say } = context;
  const written = context.subItems.filter((subItem) => subItem.requirements.length > 0);
  return [
    { kind: 'page-break' },
    { kind: 'heading', level: 1, text: say('requirements.heading'), anchor: 'requirements', mark: null },
    legend(context),
    ...(written.length === 0 ? [{ kind: 'paragraph', tone: 'body', text: say('requirements.none') } as const] : written.flatMap((subItem) => subItemBlocks(context, subItem))),
  ];
}

function legend(context: ReportContext): Block {
  const { say, tell } = context;
  const values = ['N', 'P', 'L', 'F', 'NA'] as const;
  return {
    kind: 'legend',
    entries: [
      ...values.map((value) => ({ cell: { kind: 'rating', mark: { value, disputed: [], name: tell(`rating.${value}`) } } as const, text: say(`rating.${value}`) })),
      { cell: { kind: 'rating', mark: { value: null, disputed: [], name: tell('rating.none') } }, text: say('rating.none') },
      { cell: { kind: 'suggestion', mark: { rating: 'L', conflict: false, name: 'L' } }, text: say('requirements.legendSuggestion') },
      { cell: { kind: 'suggestion', mark: { rating: 'P', conflict: true, name: 'P' } }, text: say('requirements.legendConflict') },
    ],
  };
}

function subItemBlocks(context: ReportContext, subItem: Group): readonly Block[] {
  const definition = subItem.definition === null ? [] : [{ kind: 'paragraph', tone: 'body', text: context.both(subItem.definition) } as const];
  return [
    { kind: 'heading', level: 2, text: context.both(namedNode(context, subItem.id)), anchor: `node-${subItem.id}`, mark: levelMark(context, context.node(subItem.id)) },
    ...definition,
    ...blockingLine(context, subItem),
    table(context, subItem),
  ];
}

/** What keeps the sub-item from its next level; silent as long as nothing is rated. */
function blockingLine(context: ReportContext, subItem: Group): readonly Block[] {
  const node = context.node(subItem.id);
  if (!context.rated || node === undefined || node.level === null) return [];
  const next = context.requirement(node.blocking[0] ?? '')?.level;
  const line = next === undefined ? context.say('requirements.nothingBlocking') : context.say('requirements.blocking', { level: next, ids: node.blocking.join(', ') });
  return [{ kind: 'paragraph', tone: 'small', text: line }];
}

function table(context: ReportContext, subItem: Group): Table {
  const { say } = context;
  return {
    kind: 'table', id: `requirements.${subItem.id}`, caption: null, totals: null, empty: say('requirements.none'),
    columns: [
      column(context, 'id', 'column.id', 16), column(context, 'requirement', 'column.requirement', 78),
      column(context, 'suggestion', 'column.suggestion', 15, { align: 'center' }), column(context, 'rating', 'column.rating', 11, { align: 'center' }),
    ],
    rows: [1, 2, 3, 4, 5].flatMap((level) => levelRows(context, subItem, level)),
  };
}

function levelRows(context: ReportContext, subItem: Group, level: number): readonly Row[] {
  const here = subItem.requirements.filter((requirement) => requirement.level === level);
  if (here.length === 0) return [];
  const strip = ladderStrip(context, subItem.id);
  const cell = strip.cells.find((one) => one.level === level);
  const met = context.words('requirements.levelMet', { met: cell?.met ?? 0, total: cell?.total ?? 0 });
  const passed = strip.level !== null && strip.level >= level ? context.words('requirements.passed') : null;
  const note = passed === null ? met : { zh: `${met.zh}，${passed.zh}`, en: `${met.en}, ${passed.en}` };
  return [
    { kind: 'group', text: context.say('requirements.level', { level }), mark: null, note: context.rated ? context.both(note) : null },
    ...here.map((requirement) => requirementRow(context, requirement)),
  ];
}

function requirementRow(context: ReportContext, requirement: Requirement): Row {
  return {
    kind: 'cells', anchor: requirementAnchor(requirement.id),
    cells: [
      code(requirement.id),
      { kind: 'stack', cells: [text(context.both(requirement), 'strong'), ...requirementDetail(context, requirement)] },
      suggestionCell(context, requirement.id), ratingCell(context, requirement.id),
    ],
  };
}
