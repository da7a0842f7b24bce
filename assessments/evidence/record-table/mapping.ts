import { z } from 'zod';

/** What the rows of a table are records of. */
export const recordKinds = ['change', 'approval', 'incident'] as const;
/** What a column can say of a record. `release`: the change or release it names; `rollback`: whether it was taken back. */
export const recordFields = [
  'id', 'title', 'kind', 'status', 'openedAt', 'closedAt', 'decision', 'decidedAt', 'approver', 'role', 'requester', 'owner', 'release', 'commit', 'model', 'modelVersion',
  'severity', 'rollback', 'cause', 'actions', 'lesson', 'rationale',
] as const;

export type RecordKind = (typeof recordKinds)[number];
export type RecordField = (typeof recordFields)[number];

const heading = z.string().max(500);

/**
 * How a table of records is to be read: what its rows are, and under which heading each thing stands. `headings` are all
 * headings of the table in order, by which it is found in the file and known again elsewhere; `sheet` null means whichever.
 */
export const recordMapping = z.strictObject({
  kind: z.enum(recordKinds), sheet: z.string().max(200).nullable(), headings: z.array(heading).min(1).max(300).readonly(),
  columns: z.partialRecord(z.enum(recordFields), heading).readonly(),
}).readonly();

export type RecordMapping = z.infer<typeof recordMapping>;

/** The text by which the same headings are known again: without case, spaces and punctuation. */
export function headingsKey(headings: readonly string[]): string {
  return headings.map(plainHeading).join('|');
}

/** `变更编号（必填）` → 变更编号; `Fix Version/s` → fixversions. */
export function plainHeading(heading: string): string {
  return heading.slice(0, 200).toLowerCase().replace(/[（(【[][^）)】\]]{0,60}[）)】\]]/g, '').replace(/[\s_\-/.:：#*'"“”]+/g, '');
}
