import { countGaps } from '../../planning/gaps.ts';
import type { PlannedAction } from '../../planning/plan.ts';
import { code, column, ids, number, ratingCell, requirementId, text } from '../cells.ts';
import type { ReportContext } from '../context.ts';
import type { Block, Row, Table, Wording } from '../document.ts';
import { data } from '../wording.ts';
import { curveBlocks } from './curve.ts';
import { planSummary, scenariosTable, wavesTable } from './plan-summary.ts';

/** What has to be done and in which order, then every gap with the actions that close it. */
export function gaps(context: ReportContext): readonly Block[] {
  const { say, input: { plan } } = context;
  const { all: count, undecided } = countGaps(plan.gaps);
  return [
    { kind: 'page-break' },
    { kind: 'heading', level: 1, text: say('gaps.heading'), anchor: 'gaps', mark: null },
    { kind: 'paragraph', tone: 'body', text: plan.target === null ? say('gaps.noTarget', { count }) : say('gaps.target', { target: plan.target, count }) },
    ...undecidedNote(context, undecided),
    ...planSummary(context),
    { kind: 'heading', level: 2, text: say('gaps.actions'), anchor: 'actions', mark: null },
    { kind: 'paragraph', tone: 'small', text: say('gaps.order') },
    actionsTable(context),
    ...uncovered(context), ...wavesTable(context, 'gaps.waves'), ...curveBlocks(context, 'gaps.curve'), ...scenariosTable(context, 'gaps.scenarios'),
    { kind: 'heading', level: 2, text: say('gaps.list'), anchor: 'gap-list', mark: null },
    gapsTable(context),
  ];
}

function undecidedNote({ say, rated }: ReportContext, count: number): readonly Block[] {
  if (!rated) return [{ kind: 'paragraph', tone: 'notice', text: say('gaps.notRated') }];
  return count === 0 ? [] : [{ kind: 'paragraph', tone: 'body', text: say('gaps.undecided', { count }) }];
}

function actionsTable(context: ReportContext): Table {
  const { say, input: { plan } } = context;
  const total = plan.effort;
  return {
    kind: 'table', id: 'gaps.actions', caption: null, empty: say('gaps.noActions'),
    columns: [
      column(context, 'order', 'column.order', 9, { align: 'right' }), column(context, 'action', 'column.action', 58), column(context, 'closes', 'column.closes', 40), column(context, 'quarter', 'column.quarter', 18),
      column(context, 'effort', 'column.effort', 24, { align: 'right' }), column(context, 'weeks', 'column.weeks', 10, { align: 'right' }), column(context, 'after', 'column.after', 14),
    ],
    rows: plan.actions.toSorted((a, b) => a.order - b.order).map((action): Row => ({ kind: 'cells', cells: [
      number(action.order), { kind: 'stack', cells: [text(context.both(action.name), 'strong'), ...outcome(context, action.action), ...agreed(context, action.action), code(action.action, 'fine')] }, ids(action.closes), code(quarters(action), 'fine'),
      code(effortText(action.effort)), number(action.calendarWeeks), code(places(context, action), 'fine'),
    ] })),
    totals: plan.actions.length === 0 ? null : [code(''), text(say('gaps.total'), 'strong'), code(''), code(''), code(effortText(total), 'strong'), code(''), code('')],
  };
}

/** The quarters it is worked on; empty in a list without waves. */
export function quarters({ begins, ends }: Pick<PlannedAction, 'begins' | 'ends'>): string {
  if (begins === null) return '';
  return ends === null || ends === begins ? begins : `${begins}–${ends}`;
}

/** The places in this order of what has to be done before; what is not in the plan is done already. */
function places({ input: { plan } }: ReportContext, { prerequisites }: PlannedAction): string {
  return prerequisites.flatMap((id) => plan.actions.find(({ action }) => action === id)?.order ?? []).toSorted((a, b) => a - b).map((order) => `#${order}`).join(' ');
}

/** What was agreed about it, where anything was. */
function agreed({ say, words, input: { state } }: ReportContext, id: string) {
  const work = state.work.find(({ action }) => action === id);
  if (work === undefined || (work.owner === null && work.due === null && work.status === 'open')) return [];
  return [text(say('gaps.work', { status: words(`work.${work.status}`), owner: work.owner ?? '–', due: work.due ?? '–' }), 'fine')];
}

function outcome({ input: { pack }, both }: ReportContext, id: string) {
  const action = pack.actions.find((one) => one.id === id);
  return action === undefined ? [] : [text(both(action.outcome), 'muted')];
}

function effortText({ low, likely, high }: { readonly low: number; readonly likely: number; readonly high: number }): string {
  return `${low} / ${likely} / ${high}`;
}

function uncovered({ say, input: { plan } }: ReportContext): readonly Block[] {
  return plan.uncovered.length === 0 ? [] : [{ kind: 'paragraph', tone: 'body', text: say('gaps.uncovered', { ids: plan.uncovered.join(', ') }) }];
}

function gapsTable(context: ReportContext): Table {
  const { say, input: { plan } } = context;
  return {
    kind: 'table', id: 'gaps.list', caption: null, totals: null, empty: say('gaps.none'),
    columns: [
      column(context, 'id', 'column.id', 19), column(context, 'level', 'column.level', 10, { align: 'center' }), column(context, 'requirement', 'column.requirement', 70),
      column(context, 'rating', 'column.rating', 12, { align: 'center' }), column(context, 'actions', 'column.actions', 38),
    ],
    rows: plan.gaps.map(({ requirement, level, actions }): Row => ({ kind: 'cells', cells: [
      requirementId(context, requirement), number(level), text(requirementText(context, requirement)), ratingCell(context, requirement), ids(actions, 'fine'),
    ] })),
  };
}

function requirementText({ requirement, both }: ReportContext, id: string): Wording {
  const found = requirement(id);
  return found === undefined ? data(id) : both(found);
}
