import { code, column, masked, number, text } from '../cells.ts';
import type { ReportContext } from '../context.ts';
import type { Block, Row, Sheet } from '../document.ts';
import { evidenceIndex } from '../evidence-index.ts';
import { placeText } from '../../findings/sentence.ts';
import { readCell } from '../sections/evidence.ts';
import { sheetHeading, sheetName } from './sheet-title.ts';

/** Every evidence file with its SHA-256 and who cites it, and why a file or a part of it was not read. */
export function evidenceSheet(context: ReportContext): Sheet {
  return { id: 'evidence', name: sheetName(context, 'sheet.evidence'), blocks: [sheetHeading(context, 'evidence.heading'), index(context), ...diagnostics(context)] };
}

function index(context: ReportContext): Block {
  const { say } = context;
  return {
    kind: 'table', id: 'evidence', caption: null, totals: null, empty: say('evidence.none'),
    columns: [
      column(context, 'path', 'column.path', 60), column(context, 'size', 'column.size', 16, { align: 'right' }), column(context, 'hash', 'column.hash', 68), column(context, 'importer', 'column.importer', 20),
      column(context, 'facts', 'column.facts', 10, { align: 'right' }), column(context, 'cited', 'column.cited', 40), column(context, 'intake', 'column.intake', 24),
    ],
    rows: evidenceIndex(context).map((entry): Row => ({ kind: 'cells', cells: [
      code(entry.path), number(entry.size), code(entry.artefact), readCell(context, entry), number(entry.facts), code(entry.cited.join(', ')), code(entry.intake),
    ] })),
  };
}

function diagnostics(context: ReportContext): readonly Block[] {
  const { say } = context;
  const all = context.input.readings.flatMap((reading) => reading.diagnostics);
  if (all.length === 0) return [];
  return [{
    kind: 'table', id: 'diagnostics', caption: say('diagnostics.heading'), totals: null, empty: say('diagnostics.none'),
    columns: [column(context, 'path', 'column.path', 60), column(context, 'kind', 'column.kind', 16), column(context, 'what', 'column.what', 68)],
    rows: all.map((one): Row => ({ kind: 'cells', cells: [code(context.evidence(one.place === null ? one.path : placeText(one.place))), code(one.kind), text(context.both(masked(context, one)))] })),
  }];
}
