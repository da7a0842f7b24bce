import { isWholeCommit } from '../../digest.ts';
import type { FactOf } from '../../facts.ts';
import { messageMarks } from '../../git/message-marks.ts';
import { instantOf } from '../../instant.ts';
import { withoutPeople } from '../../people.ts';
import { type Spot, at, items, placeOf, textAt } from '../../spot.ts';
import { repositoryOf } from './record.ts';

/** The commits that were pushed; a tag stands at the one that was checked out. */
export function pushFacts(spot: Spot): readonly FactOf<'code.revision'>[] {
  const ref = textAt(spot, 'ref') ?? '';
  const tag = /^refs\/tags\/(.+)/.exec(ref)?.[1];
  return items(at(spot, 'commits')).flatMap((commit): readonly FactOf<'code.revision'>[] => {
    const id = textAt(commit, 'id');
    const message = textAt(commit, 'message');
    if (id === null) return [];
    return [{
      type: 'code.revision', place: placeOf(commit), also: [], release: null, run: null, repository: repositoryOf(spot), commit: id, commitWhole: isWholeCommit(id), source: 'hosting',
      branch: /^refs\/heads\/(.+)/.exec(ref)?.[1] ?? null, tags: tag !== undefined && textAt(spot, 'checkout_sha') === id ? [tag] : [], file: null,
      title: withoutPeople((message ?? '').split('\n', 1)[0] ?? '', 200), merge: null, signed: null, dirty: null, request: message === null ? null : messageMarks(message).request, at: instantOf(textAt(commit, 'timestamp')),
    }];
  });
}
