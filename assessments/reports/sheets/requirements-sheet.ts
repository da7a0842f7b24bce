import type { Group, Requirement } from '../../catalogue/pack.ts';
import type { Suggestion } from '../../findings/suggestion.ts';
import { citedPlaces, code, column, masked, placeCells, ratingCell, saidBy, suggestionCell, text } from '../cells.ts';
import type { ReportContext } from '../context.ts';
import type { Cell, Column, Row, Sheet, Table } from '../document.ts';
import { ratersOf, type RatedBy } from '../raters.ts';
import { data } from '../wording.ts';
import { sheetHeading, sheetName } from './sheet-title.ts';

/** Every requirement on one row, to filter and to sort; the other sheets count over it. */
export function requirementsSheet(context: ReportContext): Sheet {
  const note = { kind: 'paragraph', tone: 'small', text: context.say('requirements.editNote') } as const;
  return { id: 'requirements', name: sheetName(context, 'sheet.requirements'), blocks: [sheetHeading(context, 'requirements.heading'), note, table(context)] };
}

function table(context: ReportContext): Table {
  return {
    kind: 'table', id: 'requirements', caption: null, totals: null, empty: context.say('requirements.none'),
    columns: [
      column(context, 'id', 'column.id', 16), column(context, 'subItem', 'column.subItem', 10), column(context, 'subItemName', 'column.subItemName', 20), column(context, 'level', 'column.level', 8, { align: 'center' }),
      ...wordings(context), column(context, 'rating', 'column.rating', 9, { align: 'center', choices: ['N', 'P', 'L', 'F', 'NA'] }), column(context, 'suggestion', 'column.suggestion', 10, { align: 'center' }),
      column(context, 'strength', 'column.strength', 10), column(context, 'says', 'column.evidenceSays', 44), column(context, 'places', 'column.places', 44), column(context, 'missing', 'column.missing', 44),
      column(context, 'layer', 'column.layer', 12), column(context, 'basis', 'column.basis', 12), column(context, 'who', 'column.who', 16), column(context, 'confidence', 'column.confidence', 10), column(context, 'rationale', 'column.rationale', 44),
    ],
    rows: context.requirements.map(({ requirement, group }) => row(context, requirement, group)),
  };
}

/** One column per language, so that each can be filtered by itself. */
function wordings(context: ReportContext): readonly Column[] {
  if (context.languages.length === 1) return [column(context, 'requirement', 'column.requirement', 52)];
  return [column(context, 'textZh', 'column.textZh', 46), column(context, 'textEn', 'column.textEn', 52)];
}

function row(context: ReportContext, requirement: Requirement, group: Group): Row {
  const suggestion = context.suggestion(requirement.id);
  const texts = context.both(requirement).map((line) => text([line]));
  return { kind: 'cells', cells: [
    code(requirement.id), code(group.id), text(context.both(group)), { kind: 'number', value: requirement.level }, ...texts,
    ratingCell(context, requirement.id), suggestionCell(context, requirement.id), strengthCell(context, suggestion),
    { kind: 'stack', cells: saidBy(context, suggestion).map((sentence) => text(context.both(sentence))) },
    { kind: 'stack', cells: placeCells(context, citedPlaces(context, suggestion), 5) },
    { kind: 'stack', cells: (suggestion?.missing ?? []).map((missing) => text(context.both(masked(context, missing)))) },
    ...ratedCells(context, ratersOf(context, requirement.id)),
  ] };
}

function strengthCell({ say }: ReportContext, suggestion: Suggestion | undefined): Cell {
  const strength = suggestion?.strength ?? null;
  return text(strength === null ? [] : say(`strength.${strength}`));
}

function ratedCells({ say }: ReportContext, raters: readonly RatedBy[]): readonly Cell[] {
  const each = (cell: (rater: RatedBy) => Cell): Cell => ({ kind: 'stack', cells: raters.map(cell) });
  return [
    each(({ layer }) => text(say(`layer.${layer}`))), each(({ basis }) => text(say(`basis.${basis}`))), each(({ who, value }) => text(data(raters.length > 1 ? `${who} ${value}` : who))),
    each(({ confidence }) => text(confidence === null ? [] : say(`confidence.${confidence}`))), each(({ rationale }) => text(data(rationale))),
  ];
}
