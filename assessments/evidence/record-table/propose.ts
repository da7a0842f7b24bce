import { knownField, likelyField } from './headings.ts';
import { type RecordField, type RecordKind, type RecordMapping } from './mapping.ts';
import type { RecordTable } from './table.ts';

type Columns = Partial<Record<RecordField, string>>;

/** A mapping for a table whose headings are known; null where they do not say for sure that it is a table of such records. `name`: path of the file. */
export function knownMapping(table: RecordTable, name: string): RecordMapping | null {
  const columns = columnsBy(table.headings, knownField);
  const kind = kindOf(columns, `${name} ${table.sheet ?? ''} ${table.headings.join(' ')}`);
  return kind === null ? null : { kind, sheet: table.sheet, headings: table.headings, columns };
}

/** A mapping to begin with, for a person to complete: what headings seem to say. */
export function likelyMapping(table: Pick<RecordTable, 'sheet' | 'headings'>, name: string): RecordMapping {
  const columns = columnsBy(table.headings, likelyField);
  const about = `${name} ${table.sheet ?? ''} ${table.headings.join(' ')}`;
  const kind = kindOf(columns, about) ?? (incidentWords.test(about) ? 'incident' : columns.approver !== undefined && !changeWords.test(about) ? 'approval' : 'change');
  return { kind, sheet: table.sheet, headings: table.headings, columns };
}

/** The first heading for each field. */
function columnsBy(headings: readonly string[], fieldOf: (heading: string) => RecordField | null): Columns {
  const columns: Columns = {};
  for (const heading of headings) {
    const field = heading === '' ? null : fieldOf(heading);
    if (field !== null) columns[field] ??= heading;
  }
  return columns;
}

const incidentWords = /incident|outage|post-?mortem|事件|故障|事故/i;
const changeWords = /\bchanges?\b|change[-_ ]|\brfc\b|issue ?key|issue ?type|变更|上线|发布单|工单|工作项/i;
const approvalWords = /approv|sign-?off|审批|批准|评审/i;

type Rule = { readonly kind: RecordKind; readonly words: RegExp | null; readonly without: RegExp | null; readonly every: readonly RecordField[]; readonly some: readonly RecordField[] };

/** The first that holds: what its headings (with the names of file and sheet) speak of, columns it must have, and of which it must have one. */
const rules: readonly Rule[] = [
  { kind: 'incident', words: null, without: null, every: ['severity', 'status'], some: ['cause', 'actions', 'lesson'] },
  { kind: 'incident', words: incidentWords, without: null, every: ['severity'], some: ['cause', 'actions', 'lesson'] },
  { kind: 'incident', words: incidentWords, without: changeWords, every: [], some: ['severity', 'cause'] },
  { kind: 'change', words: changeWords, without: null, every: ['id'], some: ['status', 'approver', 'rollback'] },
  { kind: 'approval', words: approvalWords, without: null, every: ['approver'], some: ['decision', 'decidedAt', 'status'] },
];

/** A table of data may have an id, a status and a date too: it takes an approver, a cause, or a word for what the rows are. */
function kindOf(columns: Columns, about: string): RecordKind | null {
  const has = (field: RecordField): boolean => columns[field] !== undefined;
  const dated = (['openedAt', 'closedAt', 'decidedAt'] as const).some(has);
  if (!dated || !(['id', 'title'] as const).some(has)) return null;
  const holds = ({ words, without, every, some }: Rule): boolean => (words?.test(about) ?? true) && without?.test(about) !== true && every.every(has) && some.some(has);
  return rules.find(holds)?.kind ?? null;
}
