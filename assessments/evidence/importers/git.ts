import type { DecodedGit, GitCommit } from '../decoded.ts';
import type { Fact, FactOf } from '../facts.ts';
import { historyNumbers } from '../git/history-numbers.ts';
import { newestFirst, refNumbers } from '../git/ref-names.ts';
import { mostRevisions, revisionFact } from '../git/revision.ts';
import type { Importer } from '../importer.ts';
import type { Place } from '../place.ts';

/** A repository, read from its `.git` folder: its history in numbers, and the commits that HEAD and tags name. Authors are counted, never named. */
export const git: Importer = {
  id: 'git',
  title: { zh: 'Git 仓库', en: 'Git repository' },
  recognises: ({ decoded }) => decoded?.kind === 'git',
  read: ({ path, decoded }) => ({ facts: decoded?.kind === 'git' ? repositoryFacts(path, decoded) : [], diagnostics: [] }),
};

function repositoryFacts(file: string, repository: DecodedGit): readonly Fact[] {
  return [historyFact(file, repository), ...revisionFacts(file, repository)];
}

function historyFact(file: string, { repository, head, complete, refs, commits }: DecodedGit): FactOf<'code.history'> {
  return {
    type: 'code.history', place: { file, pointer: '' }, also: [],
    repository, branch: head, complete,
    ...historyNumbers(commits.map((commit) => ({ parents: commit.parents.length, at: commit.at, author: commit.author, message: messageOf(commit), signed: commit.signed, changed: commit.changed }))),
    ...refNumbers(refs),
  };
}

/** HEAD first, then tagged commits, the newest tag first; a commit with several tags is one. */
function revisionFacts(file: string, { repository, head, refs, commits }: DecodedGit): readonly Fact[] {
  const known = new Map(commits.map((commit, index) => [commit.hash, { commit, index }] as const));
  const tags = Map.groupBy(refs.filter(({ kind }) => kind === 'tag').toSorted(newestFirst), ({ commit }) => commit);
  const current = refs.find(({ kind, name }) => (head === null ? kind === 'other' && name === 'HEAD' : kind === 'branch' && name === head))?.commit;
  const named = [...new Set([...(current === undefined ? [] : [current]), ...[...tags.keys()].slice(0, mostRevisions)])];
  return named.map((hash) => {
    const found = known.get(hash);
    const own = tags.get(hash) ?? [];
    const place: Place = { file, pointer: found === undefined ? `/refs/${refs.findIndex(({ commit }) => commit === hash)}` : `/commits/${found.index}` };
    return revisionFact(place, repository, { commit: hash, tags: own.map(({ name }) => name), branch: hash === current ? head : null, ...shown(found?.commit), at: found?.commit.at ?? own[0]?.at ?? null });
  });
}

function shown(commit: GitCommit | undefined): { readonly message: string | null; readonly merge: boolean | null; readonly signed: boolean | null } {
  return commit === undefined ? { message: null, merge: null, signed: null } : { message: messageOf(commit), merge: commit.parents.length > 1, signed: commit.signed };
}

function messageOf({ subject, body }: GitCommit): string {
  return body === undefined ? subject : `${subject}\n${body}`;
}
