import type { Messages } from '#assessments';
import type { mapping as zh } from '../zh/mapping.ts';

/** Words of the column mapping of record tables. */
export const mapping = {
  'map.action': 'A table of records? Map columns…',
  'map.action-again': 'Change the column mapping…',
  'map.action-of': 'Map the columns of {path}',
  'map.title': 'Map the columns of a table of records',
  'map.why': 'Say what the table records and what each column means, and it is read accordingly. The mapping goes into the journal and is remembered for this organisation: it is offered again for a table with the same headings.',
  'map.table': 'Table', 'map.table-only': '(the only one)', 'map.columns-of': 'What each column means',
  'map.kind': 'Each row is', 'map.kind.change': 'a change', 'map.kind.approval': 'an approval', 'map.kind.incident': 'an incident or outage',
  'map.from.current': 'The table is read like this now.', 'map.from.remembered': 'This is how this organisation mapped the same headings last time; please check it.', 'map.from.headings': 'This is guessed from the headings; please check it.',
  'map.heading': 'Heading', 'map.sample': 'First rows', 'map.meaning': 'Meaning', 'map.empty-heading': '(no heading)', 'map.unused': 'not used',
  'map.field.id': 'Number or id', 'map.field.title': 'Title or content', 'map.field.kind': 'Type', 'map.field.status': 'Status', 'map.field.openedAt': 'Opened or happened at', 'map.field.closedAt': 'Done, restored or closed at',
  'map.field.decision': 'Decision', 'map.field.decidedAt': 'Decided at', 'map.field.approver': 'Approver (counted, not named)', 'map.field.role': 'Role of the approver', 'map.field.requester': 'Requester or reporter (not named)', 'map.field.owner': 'Owner (not named)',
  'map.field.release': 'Version, release or change it names', 'map.field.commit': 'Commit', 'map.field.model': 'Model', 'map.field.modelVersion': 'Model version', 'map.field.severity': 'Severity or level', 'map.field.rollback': 'Rolled back: yes or no',
  'map.field.cause': 'Cause', 'map.field.actions': 'Actions taken or to take', 'map.field.lesson': 'Lesson or review', 'map.field.rationale': 'Comment or reason',
  'map.needs': 'Say at least which column holds the number or the title.',
  'map.none': 'No table with headings was found in this file.', 'map.loading': 'Looking at the tables…',
  'map.do': 'Read it like this', 'map.doing': 'Reading…', 'map.take-back': 'Take the mapping back', 'map.done': '{path} was read again by the new mapping.', 'map.taken-back': 'The mapping of {path} was taken back.',
} as const satisfies Messages<typeof zh>;
