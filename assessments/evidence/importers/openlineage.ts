import { diagnostic } from '../diagnostics.ts';
import type { Documents } from '../documents.ts';
import type { SourceFile } from '../file.ts';
import type { Importer, Reading } from '../importer.ts';
import { mostFacts } from '../most-facts.ts';
import { type Spot, items, rootSpots } from '../spot.ts';
import { isEvent, missingIn } from './openlineage/event.ts';
import { assertionFacts, edgeFacts, runFacts } from './openlineage/facts.ts';

/** OpenLineage events: one, a list, or one a line. */
export const openlineage: Importer = {
  id: 'openlineage',
  title: { zh: 'OpenLineage 血缘事件', en: 'OpenLineage events' },
  recognises: (file, documents) => eventsIn(file.path, documents).length > 0,
  read: (file, documents) => reading(file, eventsIn(file.path, documents)),
};

function eventsIn(path: string, documents: Documents): readonly Spot[] {
  if (documents.kind !== 'json' && documents.kind !== 'ndjson') return [];
  const events = rootSpots(path, documents).flatMap((root) => (Array.isArray(root.value) ? items(root) : [root]));
  return events.every(isEvent) && events.some(tells) ? events : [];
}

/** Expectations of tests have the shape of events; one that names neither run, time nor producer, and joins no data, tells nothing. */
function tells(event: Spot): boolean {
  return missingIn(event).filter((key) => key !== 'job.name').length < 3 || edgeFacts(event).length > 0;
}

/** What an event lacks is told: without a run it records nothing, and what it says of data is only declared. */
function reading(file: SourceFile, events: readonly Spot[]): Reading {
  const { facts, diagnostics } = mostFacts(file.path, [...runFacts(events), ...events.flatMap(edgeFacts), ...events.flatMap(assertionFacts)]);
  const missing = [...new Set(events.flatMap(missingIn))];
  const told = file.text?.includes('${json-unit') === true ? [diagnostic('template', file.path)] : missing.length > 0 ? [diagnostic('partial', file.path, { detail: missing.join(', ') })] : [];
  return { facts, diagnostics: [...diagnostics, ...told] };
}
