import { severities, xray, type XrayFinding } from '../../scoring/xray.ts';
import { code, column, masked, requirementId, text } from '../cells.ts';
import type { ReportContext } from '../context.ts';
import type { Block, Cell, Row, Table } from '../document.ts';

/** The standing checks, errors first. */
export function findings(context: ReportContext): readonly Block[] {
  const { say } = context;
  const found = findingsOf(context);
  return [
    { kind: 'page-break' },
    { kind: 'heading', level: 1, text: say('xray.heading'), anchor: 'xray', mark: null },
    { kind: 'paragraph', tone: 'small', text: say('xray.what') },
    figures(context, found), table(context, found),
  ];
}

/** How many there are of each severity, to be seen at a glance. */
function figures({ say }: ReportContext, found: readonly XrayFinding[]): Block {
  return { kind: 'figures', figures: severities.map((severity) => {
    const count = found.filter((one) => one.severity === severity).length;
    return { value: String(count), label: say(`xray.${severity}`), tone: severity === 'error' && count > 0 ? 'bad' : 'plain' } as const;
  }) };
}

/** How many findings of each severity there are, which the workbook counts itself, and every finding with where it is. */
export function findingBlocks(context: ReportContext): readonly Block[] {
  const found = findingsOf(context);
  return [sums(context, found), table(context, found)];
}

function findingsOf({ input: { pack, state, result, suggestions, facts } }: ReportContext): readonly XrayFinding[] {
  return xray({ pack, state, result, suggestions, facts });
}

function sums(context: ReportContext, found: readonly XrayFinding[]): Table {
  const { say, tell } = context;
  return {
    kind: 'table', id: 'findings.sum', caption: say('xray.sum'), totals: null, empty: say('xray.none'),
    columns: [column(context, 'severity', 'column.severity', 30), column(context, 'count', 'column.count', 20, { align: 'right' })],
    rows: severities.map((severity): Row => ({ kind: 'cells', cells: [
      text(say(`xray.${severity}`)),
      { kind: 'number', value: found.filter((one) => one.severity === severity).length, ...(found.length === 0 ? {} : { formula: { kind: 'count', table: 'findings', sums: [[{ column: 'severity', is: tell(`xray.${severity}`) }]] } as const }) },
    ] })),
  };
}

function table(context: ReportContext, found: readonly XrayFinding[]): Table {
  const { say, both, tell } = context;
  return {
    kind: 'table', id: 'findings', caption: null, totals: null, empty: say('xray.none'),
    columns: [column(context, 'severity', 'column.severity', 15), column(context, 'id', 'column.id', 22), column(context, 'finding', 'column.finding', 110), column(context, 'path', 'column.path', 34)],
    rows: found.map((one): Row => ({ kind: 'cells', cells: [
      code(tell(`xray.${one.severity}`)), placeOf(context, one), text(both(masked(context, one))), code(one.file === null ? '' : context.evidence(one.file), 'fine'),
    ] })),
  };
}

function placeOf(context: ReportContext, { requirement, node }: XrayFinding): Cell {
  return requirement === null ? code(node) : requirementId(context, requirement);
}
