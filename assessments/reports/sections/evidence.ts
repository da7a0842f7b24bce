import { code, column, ids, number, text } from '../cells.ts';
import type { ReportContext } from '../context.ts';
import type { Block, Cell, Row } from '../document.ts';
import { evidenceIndex, type EvidenceEntry } from '../evidence-index.ts';

/** Every evidence file with its SHA-256, who read it, and the requirements that cite it; then what was purged. */
export function evidence(context: ReportContext): readonly Block[] {
  const { say, input: { state, options } } = context;
  const entries = evidenceIndex(context);
  const bytes = entries.reduce((sum, { size }) => sum + size, 0);
  const read = entries.filter(({ facts }) => facts > 0).length;
  const unread = entries.filter(({ importer }) => importer === null).length;
  return [
    { kind: 'page-break' },
    { kind: 'heading', level: 1, text: say('evidence.heading'), anchor: 'evidence', mark: null },
    { kind: 'paragraph', tone: 'body', text: entries.length === 0 ? say('evidence.none') : say('evidence.count', { files: entries.length, bytes, read, unread }) },
    ...(options.withPersonalData || entries.length === 0 ? [] : [{ kind: 'paragraph', tone: 'small', text: say('evidence.masked') } as const]),
    ...(entries.length === 0 ? [] : [{
      kind: 'table', id: 'evidence.index', caption: null, totals: null, empty: say('evidence.none'),
      columns: [
        column(context, 'path', 'column.path', 96), column(context, 'size', 'column.size', 16, { align: 'right' }), column(context, 'importer', 'column.importer', 23),
        column(context, 'facts', 'column.facts', 13, { align: 'right' }), column(context, 'cited', 'column.cited', 24),
      ],
      rows: entries.map((entry): Row => ({ kind: 'cells', cells: [
        { kind: 'stack', cells: [code(entry.path), code(entry.artefact, 'fine')] }, number(entry.size),
        readCell(context, entry), number(entry.facts), ids(entry.cited),
      ] })),
    } as const]),
    ...purged(context, state.purged),
  ];
}

/** Who read the file; else whether it could not be read, or is of no known format. */
export function readCell({ say }: ReportContext, { importer, diagnosed }: EvidenceEntry): Cell {
  if (importer !== null) return code(importer);
  return text(say(diagnosed ? 'evidence.unread' : 'evidence.unknown'), 'muted');
}

function purged(context: ReportContext, entries: ReportContext['input']['state']['purged']): readonly Block[] {
  if (entries.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: context.say('evidence.purged'), anchor: 'purged', mark: null },
    { kind: 'table', id: 'evidence.purged', caption: null, totals: null, empty: context.say('report.none'),
      columns: [column(context, 'hash', 'column.hash', 80), column(context, 'what', 'column.what', 60)],
      rows: entries.map(({ artefact, reason }): Row => ({ kind: 'cells', cells: [code(artefact), code(reason)] })) },
  ];
}
