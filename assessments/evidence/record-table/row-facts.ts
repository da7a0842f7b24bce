import type { Fact, FactOf } from '../facts.ts';
import { hoursBetween } from '../hosting/hours.ts';
import { ticketsIn } from '../hosting/tickets.ts';
import { type People, isProgram, withoutPeople } from '../people.ts';
import { cut } from '../pipeline-step/naming.ts';
import { unstatedApproval, unstatedIncident, unstatedRequest } from '../unstated-delivery.ts';
import type { RecordField, RecordKind, RecordMapping } from './mapping.ts';
import type { TableRow } from './table.ts';
import { incidentKind, said, writtenDecision, writtenMoment, writtenResolved, writtenState, writtenYes } from './values.ts';

/** The cell of a record under the heading of a field; null where there is no such column or it says nothing. */
type Cells = (field: RecordField) => string | null;
export type RowReader = { readonly facts: (row: TableRow, number: number) => readonly Fact[]; readonly kindOf: (row: TableRow) => RecordKind | null };

/** Reads the rows of a table by its mapping. A row whose type says it is something else is no record of ours. */
export function rowReader({ kind, headings, columns }: RecordMapping, people: People): RowReader {
  const cellsOf = (row: TableRow): Cells => (field) => {
    const heading = columns[field];
    return heading === undefined ? null : said(row.values[headings.indexOf(heading)]);
  };
  const kindOf = (row: TableRow): RecordKind | null => rowKind(kind, cellsOf(row)('kind'));
  return {
    kindOf,
    facts: (row, number) => {
      const own = kindOf(row);
      return own === null ? [] : readers[own]({ row, cells: cellsOf(row), people, id: cellsOf(row)('id') ?? `row ${number}` });
    },
  };
}

/** Exports mix tickets of many types; where the type names another kind of work, the row is left out. */
function rowKind(kind: RecordKind, type: string | null): RecordKind | null {
  if (type === null || kind === 'approval') return kind;
  if (/incident|outage|problem|故障|事件|事故/i.test(type)) return 'incident';
  if (/change|release|deploy|rfc|standard|normal|emergency|变更|发布|上线|紧急|标准|常规|普通|重大|一般/i.test(type)) return kind === 'incident' ? 'incident' : 'change';
  return /bug|defect|story|epic|task|sub-?task|feature|缺陷|需求|任务|故事/i.test(type) ? null : kind;
}

type Row = { readonly row: TableRow; readonly cells: Cells; readonly people: People; readonly id: string };

const readers: Readonly<Record<RecordKind, (row: Row) => readonly Fact[]>> = { change: changeFacts, approval: (row) => [approvalFact(row, 'other')], incident: incidentFacts };

/** A change, the approval written in the same row, and that it was taken back. */
function changeFacts(of: Row): readonly Fact[] {
  const { row, cells, id } = of;
  const state = writtenState(cells('status'));
  const [opened, closed] = [momentIn(cells, 'openedAt'), momentIn(cells, 'closedAt')];
  const request: FactOf<'change.request'> = {
    type: 'change.request', place: row.place, ...unstatedRequest, id, system: 'table', commit: cells('commit'), release: cells('release'), title: withoutPeople(cells('title')), state, ...approvalsOf(of), issues: ticketsIn(cells('title')).filter((ticket) => ticket !== id),
    createdAt: opened, mergedAt: state === 'merged' ? closed : null, hoursOpen: hoursBetween(opened, closed),
  };
  return [request, ...(cells('approver') === null && cells('decision') === null ? [] : [approvalFact(of, 'change')]), ...rollbackFacts(of)];
}

/** How many approved; named approvers without a decision or its time have not. */
function approvalsOf({ cells, people }: Row): Pick<FactOf<'change.request'>, 'approvals' | 'changesRequested' | 'reviewers' | 'selfMerged'> {
  const [approvers, requester] = [namesIn(cells('approver')), cells('requester')];
  const decision = writtenDecision(cells('decision')) ?? (momentIn(cells, 'decidedAt') === null ? null : true);
  const changesRequested = decision === false ? 1 : null;
  if (approvers.length === 0) return { approvals: null, changesRequested, reviewers: null, selfMerged: null };
  return {
    approvals: decision === true ? approvers.filter((name) => !isProgram(name)).length : 0, changesRequested, reviewers: new Set(approvers.map((name) => people(name))).size,
    selfMerged: requester === null ? null : approvers.every((name) => people(name) === people(requester)),
  };
}

/** Names in one cell: `张三、李四`, `a; b`. */
function namesIn(cell: string | null): readonly string[] {
  return (cell ?? '').slice(0, 2_000).split(/[、，,;；/|\n]+/).map((name) => name.trim()).filter((name) => name !== '');
}

function momentIn(cells: Cells, field: RecordField): string | null {
  const written = cells(field);
  return written === null ? null : writtenMoment(written);
}

/** What one row says of an approval; a named approver without a decision has not decided. */
function approvalFact({ row, cells, people }: Row, of: FactOf<'approval'>['of']): FactOf<'approval'> {
  const [first = null] = namesIn(cells('approver'));
  // In a table of changes, status and closing are those of the change.
  const own = of === 'change' ? (): null => null : cells;
  const decidedAt = momentIn(cells, 'decidedAt') ?? momentIn(own, 'closedAt');
  const approved = writtenDecision(cells('decision')) ?? writtenDecision(own('status'));
  return {
    type: 'approval', place: row.place, ...unstatedApproval, of: of === 'other' ? approvedThing(cells) : of, source: 'approval-table', release: cells('release'), model: cells('model'), modelVersion: cells('modelVersion'), approved,
    mode: first === null ? 'unstated' : isProgram(first) ? 'program' : 'person', channel: cells('decision') ?? cells('status'), approver: people(first), role: cells('role'), rationale: withoutPeople(cells('rationale')),
    conditions: conditionsIn(cells), decidedAt,
  };
}

/** What was approved only under conditions says them beside the decision. */
function conditionsIn(cells: Cells): readonly string[] {
  const decision = cells('decision') ?? '';
  return /有条件|conditional/i.test(decision) ? [cut(cells('rationale') ?? decision, 500)] : [];
}

function approvedThing(cells: Cells): FactOf<'approval'>['of'] {
  const about = `${cells('kind') ?? ''} ${cells('title') ?? ''}`;
  if (/deploy|部署/i.test(about)) return 'deployment';
  if (/release|发布|上线|版本/i.test(about) || cells('release') !== null) return 'release';
  if (/change|变更/i.test(about)) return 'change';
  if (/model|模型/i.test(about) || cells('model') !== null) return 'model';
  return /\bdata|数据/i.test(about) ? 'data' : 'other';
}

/** An incident; a cell under cause, actions or lesson that says nothing counts as none. */
function incidentFacts(of: Row): readonly Fact[] {
  const { row, cells, people, id } = of;
  const resolvedAt = momentIn(cells, 'closedAt');
  const incident: FactOf<'incident'> = {
    type: 'incident', place: row.place, ...unstatedIncident, incident: id, release: cells('release'), model: cells('model'), modelVersion: cells('modelVersion'), title: withoutPeople(cells('title')), severity: cells('severity'),
    source: people(cells('requester')), kind: incidentKind(cells('kind'), cells('title')), cause: cells('cause') !== null, actions: cells('actions') === null ? 0 : 1, resolved: writtenResolved(cells('status')) ?? (resolvedAt === null ? null : true),
    lesson: cells('lesson') !== null, owner: people(cells('owner')), at: momentIn(cells, 'openedAt'), resolvedAt,
  };
  return [incident, ...rollbackFacts(of)];
}

/** A record that says it was rolled back is a rollback that really happened; how it ended stands in none of these tables. */
function rollbackFacts({ row, cells }: Row): readonly FactOf<'rollback.drill'>[] {
  if (writtenYes(cells('rollback')) !== true) return [];
  return [{
    type: 'rollback.drill', place: row.place, also: [], release: cells('release'), model: cells('model'), modelVersion: cells('modelVersion'), modelHash: null, performed: true, live: true, target: null, succeeded: null,
    durationSeconds: null, targetSeconds: null, automatic: null, at: momentIn(cells, 'closedAt'),
  }];
}
