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
  const has = (...fields: readonly RecordField[]): boolean => fields.every((field) => columns[field] !== undefined);
  const dated = has('openedAt') || has('closedAt') || has('decidedAt');
  if (!dated || !(has('id') || has('title'))) return null;
  if (has('severity') && (has('cause') || has('actions') || has('lesson')) && (incidentWords.test(about) || has('status'))) return 'incident';
  if (incidentWords.test(about) && !changeWords.test(about) && (has('severity') || has('cause'))) return 'incident';
  if (changeWords.test(about) && has('id') && has('status')) return 'change';
  if (changeWords.test(about) && has('id') && (has('approver') || has('rollback'))) return 'change';
  return approvalWords.test(about) && has('approver') && (has('decision') || has('decidedAt') || has('status')) ? 'approval' : null;
}
