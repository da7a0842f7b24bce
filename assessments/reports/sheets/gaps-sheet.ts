import { code, column, nodeName, number, ratingCell, text } from '../cells.ts';
import type { ReportContext } from '../context.ts';
import type { Cell, Row, Sheet, Table } from '../document.ts';
import { quarters } from '../sections/gaps.ts';
import { planSummary, scenariosTable, wavesTable } from '../sections/plan-summary.ts';
import { sheetHeading, sheetName } from './sheet-title.ts';

/** The actions in order with their effort summed by formula, and every gap beneath. */
export function gapsSheet(context: ReportContext): Sheet {
  const { say, input: { plan } } = context;
  const uncovered = plan.uncovered.length === 0 ? [] : [{ kind: 'paragraph', tone: 'body', text: say('gaps.uncovered', { ids: plan.uncovered.join(', ') }) } as const];
  return {
    id: 'gaps', name: sheetName(context, 'sheet.gaps'),
    blocks: [
      sheetHeading(context, 'gaps.heading'),
      ...(context.rated ? [] : [{ kind: 'paragraph', tone: 'notice', text: say('gaps.notRated') } as const]),
      ...planSummary(context), { kind: 'paragraph', tone: 'small', text: say('gaps.order') }, actions(context), ...uncovered, ...wavesTable(context, 'waves'), ...scenariosTable(context, 'scenarios'), gaps(context),
    ],
  };
}

function actions(context: ReportContext): Table {
  const { say, both, input: { plan, pack } } = context;
  return {
    kind: 'table', id: 'actions', caption: say('gaps.actions'), empty: say('gaps.noActions'),
    columns: [
      column(context, 'order', 'column.order', 9, { align: 'right' }), column(context, 'id', 'column.id', 20), column(context, 'action', 'column.action', 52), column(context, 'outcome', 'column.outcome', 52), column(context, 'closes', 'column.closes', 26),
      column(context, 'low', 'column.low', 9, { align: 'right' }), column(context, 'likely', 'column.likely', 10, { align: 'right' }), column(context, 'high', 'column.high', 9, { align: 'right' }),
      column(context, 'weeks', 'column.weeks', 9, { align: 'right' }), column(context, 'after', 'column.after', 20), column(context, 'roles', 'column.roles', 30), column(context, 'quarter', 'column.quarter', 18), column(context, 'owner', 'column.owner', 18), column(context, 'due', 'column.due', 12), column(context, 'status', 'column.status', 12),
    ],
    rows: plan.actions.toSorted((a, b) => a.order - b.order).map((action): Row => ({ kind: 'cells', cells: [
      number(action.order), code(action.action), text(both(action.name)), outcome(context, pack.actions.find(({ id }) => id === action.action)), code(action.closes.join(', ')),
      number(action.effort.low), number(action.effort.likely), number(action.effort.high), number(action.calendarWeeks), code(action.prerequisites.join(', ')), code(action.roles.join(', ')), code(quarters(action)), ...agreed(context, action.action),
    ] })),
    totals: plan.actions.length === 0 ? null : totals(context),
  };
}

/** Owner, due day and status. */
function agreed({ tell, input: { state } }: ReportContext, id: string): readonly Cell[] {
  const work = state.work.find(({ action }) => action === id);
  return [code(work?.owner ?? ''), code(work?.due ?? ''), code(tell(`work.${work?.status ?? 'open'}`))];
}

function outcome({ both }: ReportContext, action: ReportContext['input']['pack']['actions'][number] | undefined): Cell {
  return text(action === undefined ? [] : both(action.outcome));
}

function totals({ say, input: { plan } }: ReportContext): readonly Cell[] {
  const sum = (name: 'low' | 'likely' | 'high'): Cell => ({ kind: 'number', value: plan.effort[name], formula: { kind: 'sum', table: 'actions', column: name } });
  const empty = code('');
  return [empty, empty, text(say('gaps.total'), 'strong'), empty, empty, sum('low'), sum('likely'), sum('high'), empty, empty, empty, empty, empty, empty, empty];
}

function gaps(context: ReportContext): Table {
  const { say, both, requirement, input: { plan } } = context;
  return {
    kind: 'table', id: 'gaps', caption: say('gaps.list'), totals: null, empty: say('gaps.none'),
    columns: [
      column(context, 'level', 'column.level', 9, { align: 'right' }), column(context, 'id', 'column.id', 20), column(context, 'requirement', 'column.requirement', 52), column(context, 'actions', 'column.actions', 52),
      column(context, 'subItem', 'column.subItem', 26), column(context, 'rating', 'column.rating', 9, { align: 'center' }),
    ],
    rows: plan.gaps.map((gap): Row => {
      const found = requirement(gap.requirement);
      return { kind: 'cells', cells: [number(gap.level), code(gap.requirement), text(found === undefined ? [] : both(found)), code(gap.actions.join(', ')), text(nodeName(context, gap.subItem)), ratingCell(context, gap.requirement)] };
    }),
  };
}
