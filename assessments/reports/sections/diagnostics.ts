import { code, column, masked, text } from '../cells.ts';
import type { ReportContext } from '../context.ts';
import type { Block, Row } from '../document.ts';
import { placeText } from '../../findings/sentence.ts';

/** Which files, or parts of them, were not read, and why. */
export function diagnostics(context: ReportContext): readonly Block[] {
  const { say } = context;
  const all = context.input.readings.flatMap((reading) => reading.diagnostics);
  return [
    { kind: 'heading', level: 1, text: say('diagnostics.heading'), anchor: 'diagnostics', mark: null },
    { kind: 'paragraph', tone: 'body', text: say(all.length === 0 ? 'diagnostics.none' : 'diagnostics.lead') },
    ...(all.length === 0 ? [] : [{
      kind: 'table', id: 'diagnostics.list', caption: null, totals: null, empty: say('diagnostics.none'),
      columns: [column(context, 'path', 'column.path', 58), column(context, 'kind', 'column.kind', 20), column(context, 'what', 'column.what', 62)],
      rows: all.map((one): Row => ({ kind: 'cells', cells: [code(context.evidence(one.place === null ? one.path : placeText(one.place))), code(one.kind), text(context.both(masked(context, one)))] })),
    } as const]),
  ];
}
