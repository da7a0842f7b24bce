import { diagnostic } from '../diagnostics.ts';
import type { Documents } from '../documents.ts';
import type { Importer, Reading } from '../importer.ts';
import { mostFacts } from '../most-facts.ts';
import { type People, numberedPeople } from '../people.ts';
import { type Spot, items, rootSpots } from '../spot.ts';
import { type GitlabRecord, recordOf } from './gitlab-records/record.ts';
import { factsOfRecord } from './gitlab-records/record-facts.ts';

/**
 * What GitLab records of work that was done, as its webhooks and its REST interface tell it: pipelines and jobs, merge
 * requests and their approvals, deployments, releases, environments and who may deploy to them.
 */
export const gitlabRecords: Importer = {
  id: 'gitlab-records',
  title: { zh: 'GitLab 运行、评审与部署记录', en: 'GitLab records of runs, reviews and deployments' },
  recognises: (file, documents) => recordsIn(file.path, documents).length > 0,
  read: (file, documents): Reading => {
    const records = recordsIn(file.path, documents);
    const people: People = numberedPeople();
    const { facts, diagnostics } = mostFacts(file.path, records.flatMap((record) => factsOfRecord(record, people)));
    return { facts, diagnostics: facts.length === 0 ? [...diagnostics, diagnostic('unrecognised', file.path, { detail: records[0]?.kind ?? '' })] : diagnostics };
  },
};

const longestList = 20_000;

/** Every object of the file is a record that is known, or the file is none of ours. */
function recordsIn(path: string, documents: Documents): readonly GitlabRecord[] {
  if (documents.kind !== 'json' && documents.kind !== 'ndjson' && documents.kind !== 'yaml') return [];
  const roots = rootSpots(path, documents).filter(({ value }) => value !== null);
  const spots: readonly Spot[] = roots.flatMap((root) => (Array.isArray(root.value) ? items(root) : [root])).slice(0, longestList);
  const records = spots.map(recordOf);
  return records.includes(null) ? [] : records.filter((record) => record !== null);
}
