import type { Bilingual } from '../../language.ts';
import { countGaps } from '../../planning/gaps.ts';
import { column, citedPlaces, levelCell, nodeName, number, placeCells, ratingCell, requirementId, text } from '../cells.ts';
import { namedNode, type ReportContext } from '../context.ts';
import type { Block, Cell, Row, Table, Wording } from '../document.ts';
import { evidenceBalance, holdingBack, leadingGaps, strengths } from '../highlights.ts';
import { levelMark } from '../marks.ts';
import { listed } from '../wording.ts';

/** Level, interval and why; the domains; three strengths; five gaps; the plan in one line. */
export function ratedResult(context: ReportContext): readonly Block[] {
  const { say, input: { result } } = context;
  return [
    { kind: 'heading', level: 1, text: say('result.heading'), anchor: 'result', mark: null },
    { kind: 'verdict', mark: { ...levelMark(context, result.overall), target: wholeTarget(context) }, interval: interval(result.overall.min, result.overall.max, context), why: why(context) },
    { kind: 'paragraph', tone: 'small', text: evidenceLine(context) },
    domains(context),
    strengthsTable(context),
    gapsTable(context),
    { kind: 'paragraph', tone: 'body', text: planLine(context) },
  ];
}

function wholeTarget({ input: { state, plan } }: ReportContext): number | null {
  return state.targets[''] ?? plan.target;
}

function interval(min: number | null, max: number | null, { say }: ReportContext): Wording | null {
  return min === null || max === null || min === max ? null : say('result.interval', { min, max });
}

function why(context: ReportContext): readonly Wording[] {
  const { say, words, input: { result: { overall }, state } } = context;
  const progress = overall.assessed < overall.total
    ? say('result.partial', { assessed: overall.assessed, total: overall.total, min: overall.min ?? 0, max: overall.max ?? 0 })
    : say('result.complete', { total: overall.total });
  const policy: Bilingual = words('cover.policyOf', { policy: words(`policy.${state.policy}`), rollup: words(`rollup.${state.rollup}`) });
  return [progress, ...heldBy(context), towardsTarget(context), say('result.rule', { policy })];
}

const namedAtMost = 4;

function heldBy(context: ReportContext): readonly Wording[] {
  const held = holdingBack(context).map((id) => namedNode(context, id));
  if (held.length === 0) return [];
  const names = listed(held.slice(0, namedAtMost));
  return [held.length > namedAtMost ? context.say('result.heldByMore', { count: held.length, names }) : context.say('result.heldBy', { names })];
}

function towardsTarget(context: ReportContext): Wording {
  const target = wholeTarget(context);
  if (target === null) return context.say('result.noTarget');
  const { overall } = context.input.result;
  if (overall.level !== null && overall.level >= target) return context.say('result.atTarget', { target });
  const { all: gaps, undecided } = countGaps(context.input.plan.gaps);
  return undecided === 0 ? context.say('result.toTarget', { target, gaps }) : context.say('result.toTargetUndecided', { target, gaps, undecided });
}

/** What the evidence says in one line; the unrated page gives it more room. */
function evidenceLine({ say, input: { suggestions, readings, facts } }: ReportContext): Wording {
  const balance = evidenceBalance(suggestions);
  return say('result.evidence', {
    supported: balance.supported.length, contradicted: balance.contradicted.length, lacking: balance.lacking.length, unchecked: balance.unchecked.length, files: readings.length, facts: facts.length,
  });
}

function domains(context: ReportContext): Table {
  const { say, input: { pack } } = context;
  return {
    kind: 'table', dense: true, id: 'result.domains', caption: say('result.domains'), totals: null, empty: say('requirements.none'),
    columns: [
      column(context, 'name', 'column.name', 42), column(context, 'level', 'column.level', 12, { align: 'center' }), column(context, 'interval', 'column.interval', 20, { align: 'center' }),
      column(context, 'target', 'column.target', 12, { align: 'center' }), column(context, 'progress', 'column.progress', 24, { align: 'right' }),
    ],
    rows: pack.groups.filter(({ parent }) => parent === null).map((group) => domainRow(context, group.id)),
  };
}

function domainRow(context: ReportContext, id: string): Row {
  const node = context.node(id);
  if (node === undefined || !node.written) return { kind: 'cells', cells: [text(nodeName(context, id), 'muted'), levelCell(context, id), text([]), text([]), text(context.say('level.unwritten'), 'muted')] };
  const range = node.min === null ? [] : context.say('level.range', { min: node.min, max: node.max ?? node.min });
  return { kind: 'cells', cells: [text(nodeName(context, id), 'strong'), levelCell(context, id), text(node.min === node.max ? context.say('level.settled') : range), number(node.target), { kind: 'code', text: `${node.assessed} / ${node.total}` }] };
}

function strengthsTable(context: ReportContext): Table {
  const { say } = context;
  return {
    kind: 'table', dense: true, id: 'result.strengths', caption: say('result.strengths'), totals: null, empty: say('result.noStrengths'),
    columns: [column(context, 'id', 'column.id', 14), column(context, 'requirement', 'column.requirement', 86), column(context, 'rating', 'column.rating', 9, { align: 'center' })],
    rows: strengths(context, 3).map((requirement): Row => ({ kind: 'cells', cells: [
      requirementId(context, requirement.id),
      { kind: 'stack', cells: [text(context.both(requirement)), ...placeCells(context, citedPlaces(context, context.suggestion(requirement.id)), 1).slice(0, 1)] },
      ratingCell(context, requirement.id),
    ] })),
  };
}

function gapsTable(context: ReportContext): Table {
  const { say } = context;
  return {
    kind: 'table', dense: true, id: 'result.gaps', caption: say('result.gaps'), totals: null, empty: say('result.noGaps'),
    columns: [column(context, 'id', 'column.id', 14), column(context, 'requirement', 'column.requirement', 86), column(context, 'rating', 'column.rating', 9, { align: 'center' })],
    rows: leadingGaps(context, 5).map(({ requirement }): Row => ({ kind: 'cells', cells: [requirementId(context, requirement), text(requirementText(context, requirement)), ratingCell(context, requirement)] satisfies Cell[] })),
  };
}

function requirementText({ requirement, both }: ReportContext, id: string): Wording {
  const found = requirement(id);
  return found === undefined ? [] : both(found);
}

function planLine(context: ReportContext): Wording {
  const { say, words, both, input: { plan } } = context;
  const [first] = plan.actions.toSorted((a, b) => a.order - b.order);
  const open = words('result.planUncovered', { count: plan.uncovered.length });
  if (first === undefined) return plan.uncovered.length === 0 ? say('result.planNothing') : both(open);
  const { low, likely, high } = plan.effort;
  const line = words('result.plan', { actions: plan.actions.length, low, likely, high, first: first.name });
  if (plan.uncovered.length === 0) return both(line);
  return both({ zh: `${line.zh}${open.zh}`, en: `${line.en} ${open.en}` });
}
