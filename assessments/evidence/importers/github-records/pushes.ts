import { isWholeCommit } from '../../digest.ts';
import type { FactOf } from '../../facts.ts';
import { messageMarks } from '../../git/message-marks.ts';
import { instantOf } from '../../instant.ts';
import { withoutPeople } from '../../people.ts';
import { type Spot, at, items, placeOf, textAt } from '../../spot.ts';
import { type GithubRecord, repositoryOf } from './record.ts';

/** The commits that were pushed, each as the state of the code it makes; deleting a branch pushes none. */
export function pushFacts(record: GithubRecord): readonly FactOf<'code.revision'>[] {
  const { spot } = record;
  const ref = textAt(spot, 'ref') ?? '';
  const listed = items(at(spot, 'commits'));
  const head = at(spot, 'head_commit');
  const commits = listed.length === 0 && textAt(head, 'id') !== null ? [head] : listed;
  return commits.flatMap((commit) => revision(commit, { ref, last: textAt(spot, 'after') === textAt(commit, 'id'), repository: repositoryOf(record) }));
}

function revision(commit: Spot, push: { readonly ref: string; readonly last: boolean; readonly repository: string | null }): readonly FactOf<'code.revision'>[] {
  const id = textAt(commit, 'id');
  const message = textAt(commit, 'message');
  if (id === null) return [];
  const tag = /^refs\/tags\/(.+)/.exec(push.ref)?.[1];
  return [{
    type: 'code.revision', place: placeOf(commit), also: [], release: null, run: null, repository: push.repository, commit: id, commitWhole: isWholeCommit(id), source: 'hosting',
    branch: /^refs\/heads\/(.+)/.exec(push.ref)?.[1] ?? null, tags: tag !== undefined && push.last ? [tag] : [], file: null,
    title: withoutPeople((message ?? '').split('\n', 1)[0] ?? '', 200), merge: null, signed: null, dirty: null,
    request: message === null ? null : messageMarks(message).request, at: instantOf(textAt(commit, 'timestamp')),
  }];
}
