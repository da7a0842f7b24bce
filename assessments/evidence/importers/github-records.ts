import { diagnostic } from '../diagnostics.ts';
import type { Documents } from '../documents.ts';
import type { Fact } from '../facts.ts';
import type { Importer, Reading } from '../importer.ts';
import { mostFacts } from '../most-facts.ts';
import { numberedPeople } from '../people.ts';
import { type Spot, at, isMapping, isWritten, items, rootSpots, textAt } from '../spot.ts';
import { type GithubRecord, recordOf } from './github-records/record.ts';
import { factsOfRecords } from './github-records/record-facts.ts';
import { isWebhook, webhookRecords } from './github-records/webhook.ts';

/**
 * What GitHub records of work that was done, as its webhooks and its REST interface tell it (also `gh run list` and
 * `gh pr list` with `--json`): workflow runs and jobs, pull requests and reviews, deployments, releases, environments.
 */
export const githubRecords: Importer = {
  id: 'github-records',
  title: { zh: 'GitHub 运行、评审与部署记录', en: 'GitHub records of runs, reviews and deployments' },
  recognises: (file, documents) => contentOf(file.path, documents) !== null,
  read: (file, documents): Reading => {
    const content = contentOf(file.path, documents);
    if (content === null) return { facts: [], diagnostics: [] };
    if ('hollow' in content) return { facts: [], diagnostics: [diagnostic('empty', file.path, { detail: content.hollow })] };
    const { facts, diagnostics } = mostFacts(file.path, recordFacts(content.records));
    return { facts, diagnostics: facts.length === 0 ? [...diagnostics, diagnostic('unrecognised', file.path, { detail: content.about })] : diagnostics };
  },
};

type Content = { readonly records: readonly GithubRecord[]; readonly about: string } | { readonly hollow: string };

const longestList = 20_000;

function contentOf(path: string, documents: Documents): Content | null {
  if (documents.kind !== 'json' && documents.kind !== 'ndjson' && documents.kind !== 'yaml') return null;
  const roots = rootSpots(path, documents).filter(({ value }) => value !== null);
  // Pages of a list are written one after another, or each object on a line of its own.
  const read = roots.slice(0, longestList).map(rootContent);
  if (read.length === 0 || read.includes(null)) return null;
  const found = read.filter((one) => one !== null);
  const records = found.flatMap((one) => ('records' in one ? one.records : []));
  const hollow = found.find((one) => 'hollow' in one);
  const about = found.flatMap((one) => ('records' in one ? [one.about] : []))[0] ?? '';
  return found.every((one) => 'hollow' in one) && hollow !== undefined ? hollow : { records, about };
}

/** Names under which the interface gives lists, each beside `total_count`. */
const listNames = ['workflow_runs', 'jobs', 'check_runs', 'environments'] as const;

function rootContent(root: Spot): Content | null {
  if (Array.isArray(root.value)) return listed(items(root));
  if (!isMapping(root.value)) return null;
  if (isWebhook(root)) {
    return { records: webhookRecords(root), about: ['action', textAt(root, 'action') ?? ''].join(' ') };
  }
  const name = isWritten(at(root, 'total_count')) ? listNames.find((one) => Array.isArray(at(root, one).value)) : undefined;
  if (name === undefined) return listed([root]);
  const members = items(at(root, name));
  return members.length === 0 ? { hollow: `${name}: []` } : listed(members);
}

function listed(spots: readonly Spot[]): Content | null {
  const records = spots.slice(0, longestList).map((spot) => recordOf(spot));
  return records.length === 0 || records.includes(null) ? null : { records: records.filter((record) => record !== null), about: records[0]?.kind ?? '' };
}

function recordFacts(records: readonly GithubRecord[]): readonly Fact[] {
  return factsOfRecords(records, numberedPeople());
}
