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

/** A table of data may have an id, a status and a date too: it takes an approver, a cause, or a word for what the rows are. */
function kindOf(columns: Columns, about: string): RecordKind | null {
  const some = (...fields: readonly RecordField[]): boolean => fields.some((field) => columns[field] !== undefined);
  const every = (...fields: readonly RecordField[]): boolean => fields.every((field) => columns[field] !== undefined);
  if (!some('openedAt', 'closedAt', 'decidedAt') || !some('id', 'title')) return null;
  const [incident, change, approval] = [incidentWords, changeWords, approvalWords].map((words) => words.test(about));
  const rules: readonly (readonly [RecordKind, boolean])[] = [
    ['incident', every('severity') && some('cause', 'actions', 'lesson') && (incident === true || every('status'))],
    ['incident', incident === true && change === false && some('severity', 'cause')],
    ['change', change === true && every('id') && some('status', 'approver', 'rollback')],
    ['approval', approval === true && every('approver') && some('decision', 'decidedAt', 'status')],
  ];
  return rules.find(([, holds]) => holds)?.[0] ?? null;
}
