import { diagnostic } from '../diagnostics.ts';
import type { Documents } from '../documents.ts';
import type { SourceFile } from '../file.ts';
import type { Importer, Reading } from '../importer.ts';
import { mostFacts } from '../most-facts.ts';
import { numberedPeople } from '../people.ts';
import { type RecordMapping, headingsKey } from '../record-table/mapping.ts';
import { knownMapping } from '../record-table/propose.ts';
import { rowReader } from '../record-table/row-facts.ts';
import { type RecordTable, tablesIn } from '../record-table/table.ts';

/**
 * Records of changes, approvals and incidents as tables: exports of ticket systems and lists people keep, as CSV or
 * workbook. Known by their headings, or by a mapping that a person made for this file.
 */
export const recordTable: Importer = {
  id: 'record-table',
  title: { zh: '变更、审批与事件记录表', en: 'Tables of changes, approvals and incidents' },
  recognises: (file, documents) => file.mapping !== undefined || mappedTables(file, documents).length > 0,
  read: (file, documents): Reading => {
    const tables = mappedTables(file, documents);
    if (tables.length === 0) return { facts: [], diagnostics: [diagnostic('partial', file.path, { detail: file.mapping?.headings.slice(0, 5).join(' | ') ?? '' })] };
    const people = numberedPeople();
    const readings = tables.map(({ table, mapping }) => tableFacts(file.path, table, rowReader(mapping, people)));
    const { facts, diagnostics } = mostFacts(file.path, readings.flatMap((one) => one.facts));
    return { facts, diagnostics: [...diagnostics, ...readings.flatMap((one) => one.diagnostics)] };
  },
};

type Mapped = { readonly table: RecordTable; readonly mapping: RecordMapping };

/** With a mapping, the tables it was made for; otherwise those whose headings are known. */
function mappedTables(file: SourceFile, documents: Documents): readonly Mapped[] {
  const { mapping } = file;
  if (mapping === undefined) return tablesIn(file, documents).flatMap((table) => {
    const known = knownMapping(table, file.path);
    return known === null ? [] : [{ table, mapping: known }];
  });
  const wanted = headingsKey(mapping.headings);
  return tablesIn(file, documents, mapping.headings).filter(({ sheet, headings }) => headingsKey(headings) === wanted && (mapping.sheet === null || sheet === null || sheet === mapping.sheet)).map((table) => ({ table, mapping }));
}

/** Rows that hold something else, and a table without rows, are told. */
function tableFacts(path: string, table: RecordTable, reader: ReturnType<typeof rowReader>): Pick<Reading, 'facts' | 'diagnostics'> {
  const rows = table.rows();
  const others = rows.filter((row) => reader.kindOf(row) === null).length;
  const facts = rows.flatMap((row, index) => reader.facts(row, index + 1));
  if (rows.length === 0) return { facts, diagnostics: [diagnostic('empty', path, { detail: table.sheet ?? table.headings.slice(0, 4).join(' | ') })] };
  return { facts, diagnostics: others === 0 ? [] : [diagnostic('partial', path, { detail: `${others} / ${rows.length}` })] };
}
