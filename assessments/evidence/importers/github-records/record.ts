import { type Spot, at, isGiven, isMapping, isWritten, textAt } from '../../spot.ts';

/** What one object of the interface is a record of. */
export type RecordKind =
  | 'run' | 'job' | 'check' | 'suite' | 'status' | 'push' | 'dispatch' | 'request' | 'review' | 'deployment' | 'deployment-status' | 'deployment-review' | 'run-approval'
  | 'release' | 'environment' | 'protection' | 'listed-run' | 'listed-request';
/** `around`: the payload an object came in, which names the repository; the object itself where it stands alone. */
export type GithubRecord = { readonly kind: RecordKind; readonly spot: Spot; readonly around: Spot };

/** The keys that together make an object of a kind; `given` must have a value, `written` only stand there. */
const shapes: readonly { readonly kind: RecordKind; readonly given: readonly string[]; readonly written: readonly string[] }[] = [
  { kind: 'run', given: ['head_sha', 'event', 'workflow_id', 'run_number', 'status'], written: ['conclusion'] },
  { kind: 'job', given: ['run_id', 'steps', 'head_sha', 'status', 'name'], written: ['started_at', 'conclusion'] },
  { kind: 'check', given: ['head_sha', 'status', 'name', 'check_suite'], written: ['started_at', 'conclusion'] },
  { kind: 'request', given: ['number', 'state', 'head', 'base', 'title'], written: ['user', 'merge_commit_sha'] },
  { kind: 'review', given: ['state', 'pull_request_url', 'author_association'], written: ['commit_id', 'user'] },
  { kind: 'deployment', given: ['sha', 'ref', 'task', 'environment', 'original_environment'], written: [] },
  { kind: 'deployment-status', given: ['state', 'deployment_url'], written: ['environment', 'target_url'] },
  { kind: 'run-approval', given: ['state', 'environments', 'user'], written: ['comment'] },
  { kind: 'release', given: ['tag_name', 'target_commitish', 'assets'], written: ['draft', 'published_at'] },
  { kind: 'environment', given: ['name', 'protection_rules'], written: ['deployment_branch_policy'] },
  { kind: 'listed-run', given: ['headSha', 'event', 'status'], written: ['conclusion', 'headBranch'] },
  { kind: 'listed-request', given: ['number', 'headRefName', 'state'], written: ['mergedAt'] },
];

/** The record an object is; null where it is none of those known. An issue has neither head nor base, a branch rule no state. */
export function recordOf(spot: Spot, around: Spot = spot): GithubRecord | null {
  if (!isMapping(spot.value)) return null;
  const shape = shapes.find(({ given, written }) => given.every((key) => isGiven(at(spot, key))) && written.every((key) => isWritten(at(spot, key))));
  return shape === undefined || !isTrue(shape.kind, spot) ? null : { kind: shape.kind, spot, around };
}

function isTrue(kind: RecordKind, spot: Spot): boolean {
  if (kind === 'request') return isMapping(at(spot, 'head').value) && textAt(spot, 'base', 'ref') !== null;
  if (kind === 'job') return Array.isArray(at(spot, 'steps').value);
  return !['run-approval', 'environment', 'release'].includes(kind) || ['environments', 'protection_rules', 'assets'].some((key) => Array.isArray(at(spot, key).value));
}

/** `github.com/owner/name` of the payload's repository, or out of the addresses of the object itself. */
export function repositoryOf({ spot, around }: GithubRecord): string | null {
  const addresses = [
    textAt(around, 'repository', 'html_url'), textAt(spot, 'repository', 'html_url'), textAt(spot, 'base', 'repo', 'html_url'),
    textAt(spot, 'html_url'), textAt(spot, 'url'), textAt(spot, 'pull_request_url'), textAt(spot, 'deployment_url'), textAt(spot, 'repository_url'),
  ];
  const named = addresses.map(repositoryIn).find((name) => name !== null);
  return named ?? textAt(around, 'repository', 'full_name') ?? textAt(spot, 'repository', 'full_name');
}

/** Also from the interface: `https://api.github.com/repos/owner/name/…`, `https://git.example/api/v3/repos/owner/name/…`. */
function repositoryIn(address: string | null): string | null {
  const [, host, owner, name] = /^https?:\/\/([^/\s]+)\/(?:(?:api\/v[0-9]\/)?repos\/)?([^/\s]+)\/([^/\s?#]+)/.exec((address ?? '').slice(0, 500)) ?? [];
  return host === undefined || owner === undefined || name === undefined ? null : `${host.replace(/^api\.(?=github\.com$)/, '')}/${owner}/${name.replace(/\.git$/, '')}`;
}

/** The account of a person or program: `login`, also of a list item that is the account itself. */
export function accountOf(spot: Spot, ...keys: readonly string[]): string | null {
  return textAt(at(spot, ...keys), 'login');
}
