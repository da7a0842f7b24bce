import type { Alternative, CurvePoint } from '../../planning/plan.ts';
import { code, column, nodeName, number, text } from '../cells.ts';
import type { ReportContext } from '../context.ts';
import type { Block, Cell, Column, CurveSpec, Row, Table, Wording } from '../document.ts';

const levels = [1, 2, 3, 4, 5] as const;

/** What each level would cost, as a curve and in numbers, and what else could be chosen; nothing where it was not worked out. */
export function curveBlocks(context: ReportContext, id: string): readonly Block[] {
  const { say, input: { plan: { curve, levels: { now } } } } = context;
  if (curve.length === 0) return [];
  const reachable = curve.some(({ node, effort, level }) => node === '' && effort !== null && level > (now ?? 0));
  return [
    { kind: 'heading', level: 2, text: say('curve.heading'), anchor: 'curve', mark: null },
    { kind: 'paragraph', tone: 'small', text: say('curve.what') },
    ...(reachable ? [{ kind: 'chart', chart: curveSpec(context), alt: say('curve.alt'), height: 0 } as const] : []),
    curveTable(context, id), ...alternatives(context, `${id}.alternatives`),
  ];
}

function curveSpec({ tell, input: { plan: { curve, target, levels: { now } } } }: ReportContext): CurveSpec {
  return { kind: 'curve', points: curve.filter(({ node }) => node === '').map(({ level, effort }) => ({ level, effort })), now, levels: levels.map((level) => tell('level.of', { level })), target, axis: tell('curve.axis') };
}

function curveTable(context: ReportContext, id: string): Table {
  const { say, input: { plan: { curve } } } = context;
  const nodes = [...new Set(curve.map(({ node }) => node))];
  return {
    kind: 'table', id, caption: say('curve.heading'), totals: null, empty: say('gaps.noActions'),
    columns: [column(context, 'node', 'column.node', 60), ...levels.map((level): Column => ({ id: `level${level}`, title: say('level.of', { level }), width: 22, align: 'right' }))],
    rows: nodes.map((node): Row => ({ kind: 'cells', cells: [
      text(node === '' ? say('column.whole') : nodeName(context, node)), ...levels.map((level) => effortCell(context, curve.find((point) => point.node === node && point.level === level))),
    ] })),
  };
}

function effortCell({ say }: ReportContext, point: CurvePoint | undefined): Cell {
  if (point === undefined || point.effort === null) return code('–');
  return point.actions === 0 ? text(say('curve.there'), 'muted') : number(point.effort.likely);
}

function alternatives(context: ReportContext, id: string): readonly Block[] {
  const { say, input: { plan } } = context;
  if (plan.alternatives.length === 0) return [];
  const table: Table = {
    kind: 'table', id, caption: say('curve.alternatives'), totals: null, empty: say('gaps.noActions'),
    columns: [column(context, 'number', 'column.number', 12, { align: 'right' }), column(context, 'likely', 'column.likely', 22, { align: 'right' }), column(context, 'difference', 'column.difference', 136)],
    rows: plan.alternatives.map((one, at): Row => ({ kind: 'cells', cells: [number(at + 1), number(one.effort.likely), { kind: 'stack', cells: difference(context, one).map((name) => text(name)) }] })),
  };
  return [{ kind: 'paragraph', tone: 'small', text: say('curve.alternativesWhat') }, table];
}

function difference({ both, input: { pack } }: ReportContext, { added, dropped }: Alternative): readonly Wording[] {
  const signed = (sign: string) => (id: string): Wording => {
    const action = pack.actions.find((one) => one.id === id);
    return both({ zh: `${sign} ${action?.zh ?? id}`, en: `${sign} ${action?.en ?? id}` });
  };
  return [...added.map(signed('+')), ...dropped.map(signed('−'))];
}
