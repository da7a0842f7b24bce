import { whatIf } from '../../planning/what-if.ts';
import { code, column, ids, nodeName, number, text } from '../cells.ts';
import type { ReportContext } from '../context.ts';
import type { Block, Cell, Column, Row, Table, Wording } from '../document.ts';
import { data } from '../wording.ts';

/** What the plan gives, how it was chosen, the range of its effort and what stands in the way of the targets. */
export function planSummary(context: ReportContext): readonly Block[] {
  const { say, both, input: { plan } } = context;
  const level = (at: number | null): number | string => at ?? '–';
  const sentences: readonly Wording[] = [
    ...(plan.method === 'optimum' && context.rated ? [say('gaps.levels', { now: level(plan.levels.now), after: level(plan.levels.after) })] : []),
    ...(plan.range === null ? [] : [say('gaps.range', { p10: plan.range.p10, p50: plan.range.p50, p90: plan.range.p90, runs: plan.range.runs })]),
    ...plan.obstacles.map(both),
  ];
  return [...sentences.map((sentence): Block => ({ kind: 'paragraph', tone: 'body', text: sentence })), { kind: 'paragraph', tone: 'small', text: both(plan.how) }];
}

/** The work of each quarter; nothing in a list without waves. */
export function wavesTable(context: ReportContext, id: string): readonly Block[] {
  const { say, both, input: { plan } } = context;
  const { waves } = plan;
  if (waves === null || waves.quarters.length === 0) return [];
  const table: Table = {
    kind: 'table', id, caption: say('gaps.waves'), empty: say('gaps.noActions'),
    columns: [column(context, 'quarter', 'column.quarter', 20), column(context, 'days', 'column.days', 20, { align: 'right' }), column(context, 'actions', 'column.actions', 110)],
    rows: waves.quarters.map(({ quarter, days, actions }): Row => ({ kind: 'cells', cells: [code(quarter), number(days), ids(actions.map(({ action }) => action), 'fine')] })),
    totals: [text(say('gaps.total'), 'strong'), { kind: 'number', value: plan.effort.likely, formula: { kind: 'sum', table: id, column: 'days' } }, code('')],
  };
  return [{ kind: 'paragraph', tone: 'small', text: both(waves.how) }, table];
}

/** The saved scenarios beside the assessment as it stands: the whole and each domain; nothing where none was saved. */
export function scenariosTable(context: ReportContext, id: string): readonly Block[] {
  const { say, input: { pack, state, result } } = context;
  if (state.scenarios.length === 0) return [];
  const domains = pack.groups.filter(({ parent }) => parent === null).map((group) => group.id);
  const levels = (of: typeof result): readonly Cell[] => [of.overall.level, ...domains.map((domain) => of.nodes.find((node) => node.id === domain)?.level ?? null)].map(number);
  const supposed = state.scenarios.map(({ name, actions, ratings }): Row => ({
    kind: 'cells', cells: [text(data(name)), number(actions.length), number(ratings.length), ...levels(whatIf({ pack, finals: result.finals, rules: result.rules, targets: state.targets, actions, ratings }))],
  }));
  return [
    { kind: 'paragraph', tone: 'small', text: say('gaps.scenariosHow') },
    {
      kind: 'table', id, caption: say('gaps.scenarios'), totals: null, empty: say('report.none'),
      columns: [
        column(context, 'scenario', 'column.scenario', 50), column(context, 'actions', 'column.supposedActions', 16, { align: 'right' }), column(context, 'ratings', 'column.supposedRatings', 16, { align: 'right' }),
        column(context, 'whole', 'column.whole', 14, { align: 'right' }), ...domains.map((domain): Column => ({ id: `domain-${domain}`, title: nodeName(context, domain), width: 18, align: 'right' })),
      ],
      rows: [{ kind: 'cells', cells: [text(say('gaps.asItStands'), 'strong'), number(0), number(0), ...levels(result)] }, ...supposed],
    },
  ];
}
