import { citedPlaces, code, column, levelCell, masked, number, placeCells, ratingCell, saidBy, suggestionCell, text } from '../cells.ts';
import type { ReportContext } from '../context.ts';
import type { Block, Row, Sheet, Table, Wording } from '../document.ts';
import { evidenceBalance, leadingGaps, strengths } from '../highlights.ts';
import { levelMark } from '../marks.ts';
import { cover } from '../sections/cover.ts';
import { data } from '../wording.ts';
import { sheetName } from './sheet-title.ts';

/** The first sheet: whom it is about, the level or what the evidence says, domains, strengths and gaps. */
export function summarySheet(context: ReportContext): Sheet {
  return {
    id: 'summary', name: sheetName(context, 'sheet.summary'),
    blocks: [
      { kind: 'heading', level: 1, text: context.say('report.title'), anchor: 'summary', mark: null },
      fields(context),
      { kind: 'paragraph', tone: 'small', text: context.both(context.input.pack.disclaimer) },
      { kind: 'paragraph', tone: 'small', text: context.say('cover.notOfficial') },
      balance(context),
      ...(context.rated ? rated(context) : unrated(context)),
    ],
  };
}

function fields(context: ReportContext): Table {
  const { say, input: { result: { overall }, state, plan } } = context;
  const [page] = cover(context);
  const known: Row[] = (page?.kind === 'cover' ? page.fields : []).map(({ label, value }) => ({ kind: 'cells', cells: [text(label, 'strong'), text(value)] }));
  const mark = { ...levelMark(context, overall), target: state.targets[''] ?? plan.target };
  const level: Row[] = context.rated ? [
    { kind: 'cells', cells: [text(say('column.level'), 'strong'), { kind: 'level', mark }] },
    { kind: 'cells', cells: [text(say('column.interval'), 'strong'), text(overall.min === null ? [] : data(`${overall.min}–${overall.max ?? overall.min}`))] },
  ] : [];
  return { kind: 'table', id: 'summary.fields', caption: null, totals: null, empty: [], columns: [{ id: 'label', title: [], width: 22 }, { id: 'value', title: [], width: 74 }], rows: [...known, ...level] };
}

function balance(context: ReportContext): Table {
  const { say, input: { suggestions, readings, facts, result: { overall } } } = context;
  const counted = evidenceBalance(suggestions);
  const row = (label: Wording, value: number): Row => ({ kind: 'cells', cells: [text(label), number(value)] });
  return {
    kind: 'table', id: 'summary.balance', caption: null, totals: null, empty: [],
    columns: [{ id: 'what', title: [], width: 22 }, { id: 'count', title: [], width: 74 }],
    rows: [
      row(say('balance.assessed'), overall.assessed), row(say('balance.supported'), counted.supported.length), row(say('balance.contradicted'), counted.contradicted.length),
      row(say('balance.lacking'), counted.lacking.length), row(say('balance.unchecked'), counted.unchecked.length), row(say('balance.files'), readings.length), row(say('balance.facts'), facts.length),
    ],
  };
}

function rated(context: ReportContext): readonly Block[] {
  const { say } = context;
  return [
    domains(context),
    requirementTable(context, 'summary.strengths', say('result.strengths'), say('result.noStrengths'), strengths(context, 3).map(({ id }) => id)),
    requirementTable(context, 'summary.gaps', say('result.gaps'), say('result.noGaps'), leadingGaps(context, 5).map(({ requirement }) => requirement)),
  ];
}

function domains(context: ReportContext): Table {
  const { say, input: { pack } } = context;
  return {
    kind: 'table', id: 'summary.domains', caption: say('result.domains'), totals: null, empty: say('requirements.none'),
    columns: [
      column(context, 'id', 'column.id', 22), column(context, 'name', 'column.name', 74), column(context, 'level', 'column.level', 14, { align: 'center' }), column(context, 'interval', 'column.interval', 14, { align: 'center' }),
      column(context, 'target', 'column.target', 14, { align: 'center' }), column(context, 'assessed', 'column.assessed', 14, { align: 'right' }), column(context, 'total', 'column.total', 14, { align: 'right' }),
    ],
    rows: pack.groups.filter(({ parent }) => parent === null).map((group): Row => {
      const node = context.node(group.id);
      const range = node === undefined || node.min === null ? '' : `${node.min}–${node.max ?? node.min}`;
      return { kind: 'cells', cells: [code(group.id), text(context.both(group)), levelCell(context, group.id), code(range), number(node?.target ?? null), number(node?.written === true ? node.assessed : null), number(node?.written === true ? node.total : null)] };
    }),
  };
}

function requirementTable(context: ReportContext, id: string, caption: Wording, empty: Wording, ids: readonly string[]): Table {
  return {
    kind: 'table', id, caption, totals: null, empty,
    columns: [column(context, 'id', 'column.id', 22), column(context, 'requirement', 'column.requirement', 74), column(context, 'rating', 'column.rating', 14, { align: 'center' })],
    rows: ids.map((one): Row => { const found = context.requirement(one); return { kind: 'cells', cells: [code(one), text(found === undefined ? [] : context.both(found)), ratingCell(context, one)] }; }),
  };
}

function unrated(context: ReportContext): readonly Block[] {
  const { say, input: { suggestions } } = context;
  const { supported, contradicted, lacking } = evidenceBalance(suggestions);
  const found = (id: string, caption: Wording, empty: Wording, all: typeof supported): Table => ({
    kind: 'table', id, caption, totals: null, empty,
    columns: [column(context, 'id', 'column.id', 22), column(context, 'says', 'column.evidenceSays', 74), column(context, 'suggestion', 'column.suggestion', 14, { align: 'center' })],
    rows: all.slice(0, 10).map((one): Row => ({ kind: 'cells', cells: [
      code(one.requirement),
      { kind: 'stack', cells: [...(one.checks.length > 0 ? saidBy(context, one) : one.missing.map((missing) => masked(context, missing))).map((sentence) => text(context.both(sentence))), ...placeCells(context, citedPlaces(context, one), 3)] },
      suggestionCell(context, one.requirement),
    ] })),
  });
  const counts = (all: typeof supported) => ({ count: Math.min(10, all.length), total: all.length });
  return [
    { kind: 'paragraph', tone: 'notice', text: say('result.unratedNotice') },
    found('summary.supported', say('balance.supportedTop', counts(supported)), say('balance.noSupported'), supported),
    found('summary.contradicted', say('balance.contradictedTop', counts(contradicted)), say('balance.noContradicted'), contradicted),
    found('summary.lacking', say('balance.lackingTop', counts(lacking)), say('balance.noLacking'), lacking),
  ];
}
