import { isWholeCommit } from '../digest.ts';
import type { FactOf } from '../facts.ts';
import type { Place } from '../place.ts';
import { messageMarks } from './message-marks.ts';

/** A commit that a tag or HEAD names. Null: the source does not show it. */
export type NamedCommit = {
  readonly commit: string; readonly tags: readonly string[]; readonly branch: string | null;
  readonly message: string | null; readonly merge: boolean | null; readonly signed: boolean | null; readonly at: string | null;
};

/** How many tagged commits become facts, the newest first. */
export const mostRevisions = 100;

export function revisionFact(place: Place, repository: string | null, { commit, tags, branch, message, merge, signed, at }: NamedCommit): FactOf<'code.revision'> {
  return {
    type: 'code.revision', place, also: [], release: null, run: null,
    repository, commit, commitWhole: isWholeCommit(commit), source: 'git',
    branch, tags, file: null, title: message === null ? null : (message.split('\n', 1)[0] ?? '').slice(0, 200).toWellFormed(),
    merge, signed, dirty: null, request: message === null ? null : messageMarks(message).request, at,
  };
}
