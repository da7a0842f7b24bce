import { policies, rollups } from '../../journal/event.ts';
import { confidencesOf } from '../../scoring/doubts.ts';
import type { Lift } from '../../scoring/lift.ts';
import { sufficiencyOf, sufficiencyShares } from '../../scoring/sufficiency.ts';
import { why } from '../../scoring/why.ts';
import type { Sensitivity, Why } from '../../scoring/why-result.ts';
import type { Bilingual } from '../../language.ts';
import { code, column, nodeName, requirementId, text } from '../cells.ts';
import type { ReportContext } from '../context.ts';
import type { Block, Cell, Column, Row, Table, Wording } from '../document.ts';
import { levelMark } from '../marks.ts';

/** How many ids stand in a cell before the rest is counted, and how many ratings of each domain are listed. */
const idsShown = 14;
const perDomain = 5;

/** Why the whole and each domain has its level; nothing where nobody has rated. */
export function whySection(context: ReportContext): readonly Block[] {
  if (!context.rated) return [];
  const { say } = context;
  return [
    { kind: 'page-break' },
    { kind: 'heading', level: 1, text: say('why.heading'), anchor: 'why', mark: null },
    ...whyBlocks(context),
  ];
}

/** The answers as tables: for the whole and each domain what blocks it and the shortest way up, where to look again, and other rules. */
export function whyBlocks(context: ReportContext): readonly Block[] {
  const { say, input: { pack } } = context;
  const ask = asker(context);
  const domains = pack.groups.filter(({ parent }) => parent === null).flatMap(({ id }) => ask(id) ?? []);
  const whole = ask('');
  if (whole === null) return [];
  const { requirements, asN, asF } = whole.notApplicable;
  return [
    { kind: 'paragraph', tone: 'small', text: say('why.what') },
    nodesTable(context, [whole, ...domains]),
    ...(requirements.length === 0 ? [] : [{ kind: 'paragraph', tone: 'body', text: say('why.na', { count: requirements.length, asN: asN ?? '–', asF: asF ?? '–' }) } as const]),
    { kind: 'heading', level: 2, text: say('why.hour'), anchor: 'why-hour', mark: null },
    { kind: 'paragraph', tone: 'small', text: say('why.hourWhat') },
    hourTable(context, domains),
    { kind: 'heading', level: 2, text: say('why.others'), anchor: 'why-others', mark: null },
    { kind: 'paragraph', tone: 'small', text: say('why.othersWhat') },
    othersTable(context, whole),
  ];
}

function asker({ input: { pack, state, result, suggestions, facts } }: ReportContext): (node: string) => Why | null {
  const confidence = confidencesOf(state, result.finals);
  const sufficiency = sufficiencyShares(sufficiencyOf({ pack, state, suggestions, facts }));
  return (node) => why({ pack, finals: result.finals, targets: state.targets, ...result.rules, confidence, sufficiency }, node);
}

function nodesTable(context: ReportContext, all: readonly Why[]): Table {
  return {
    kind: 'table', id: 'why.nodes', caption: null, totals: null, empty: context.say('requirements.none'),
    columns: [column(context, 'node', 'column.node', 30), column(context, 'level', 'column.level', 11, { align: 'center' }), column(context, 'blocking', 'column.blocking', 52), column(context, 'lift', 'column.lift', 60)],
    rows: all.map((one): Row => ({ kind: 'cells', cells: [
      text(nodeWords(context, one.node), 'strong'), { kind: 'level', mark: levelMark(context, { level: one.level, grade: one.grade, target: one.target }) },
      text(listed(context, one.blocking.map(({ requirement }) => requirement))), text(liftWords(context, one.lift)),
    ] })),
  };
}

function nodeWords(context: ReportContext, node: string): Wording {
  return node === '' ? context.say('column.whole') : nodeName(context, node);
}

/** The first ids, and how many there are in all. */
function listed({ both, words }: ReportContext, ids: readonly string[]): Wording {
  return both(shortened(words, ids));
}

function shortened(words: ReportContext['words'], ids: readonly string[]): Bilingual {
  const list = ids.slice(0, idsShown).join(', ');
  return ids.length <= idsShown ? { zh: list, en: list } : words('why.more', { list, count: ids.length });
}

function liftWords({ say, words }: ReportContext, lift: Lift | null): Wording {
  if (lift === null) return say('why.liftNone');
  const parts = (['F', 'L', 'P'] as const).flatMap((to): readonly Bilingual[] => {
    const ids = lift.changes.filter((change) => change.to === to).map(({ requirement }) => requirement);
    return ids.length === 0 ? [] : [words('why.changeTo', { to, list: shortened(words, ids) })];
  });
  return say('why.lift', { level: lift.level, count: lift.changes.length, changes: { zh: parts.map(({ zh }) => zh).join('；'), en: parts.map(({ en }) => en).join('; ') } });
}

function hourTable(context: ReportContext, domains: readonly Why[]): Table {
  const { say } = context;
  return {
    kind: 'table', id: 'why.hour', caption: null, totals: null, empty: say('why.hourNone'),
    columns: [column(context, 'domain', 'column.domain', 30), column(context, 'id', 'column.id', 20), column(context, 'requirement', 'column.requirement', 60), column(context, 'doubt', 'column.doubt', 18), column(context, 'moves', 'column.moves', 28)],
    rows: domains.flatMap(({ node, sensitivity }) => sensitivity.slice(0, perDomain).map((one): Row => ({ kind: 'cells', cells: [
      text(nodeName(context, node)), requirementId(context, one.requirement), text(requirementWords(context, one.requirement)), text(say(`why.doubt.${one.doubt}`)), moves(context, one),
    ] }))),
  };
}

export function requirementWords({ requirement, both }: ReportContext, id: string): Wording {
  const found = requirement(id);
  return found === undefined ? [] : both(found);
}

function moves({ say }: ReportContext, { raises, lowers }: Sensitivity): Cell {
  return { kind: 'stack', cells: [...(raises === null ? [] : [text(say('why.raises', raises))]), ...(lowers === null ? [] : [text(say('why.lowers', lowers))])] };
}

function othersTable(context: ReportContext, { alternatives, rules }: Why): Table {
  const { say } = context;
  return {
    kind: 'table', id: 'why.others', caption: null, totals: null, empty: say('requirements.none'),
    columns: [column(context, 'policy', 'column.policyName', 40), ...rollups.map((rollup): Column => ({ id: rollup, title: say(`rollup.${rollup}`), width: 30, align: 'center' }))],
    rows: policies.map((policy): Row => ({ kind: 'cells', cells: [
      text(say(`policy.${policy}`)),
      ...rollups.map((rollup): Cell => {
        const range = rangeOf(alternatives.find((one) => one.policy === policy && one.rollup === rollup));
        return policy === rules.policy && rollup === rules.rollup ? text(say('why.chosen', { range }), 'strong') : code(range);
      }),
    ] })),
  };
}

function rangeOf(found: Why['alternatives'][number] | undefined): string {
  if (found === undefined || found.level === null) return '–';
  return found.min === found.max ? String(found.level) : `${found.level} (${found.min ?? '–'}–${found.max ?? '–'})`;
}
