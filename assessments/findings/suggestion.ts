import type { Bilingual } from '../language.ts';

/** One check that said something about one requirement. `facts` index into the list of facts the findings were made from. */
export type CheckFinding = {
  readonly id: string;
  readonly outcome: 'supports' | 'contradicts';
  readonly suggests: 'N' | 'P' | 'L' | 'F';
  readonly strength: 'direct' | 'indirect';
  readonly facts: readonly number[];
  readonly count: number;
  readonly values: readonly string[];
  readonly says: Bilingual;
};

/**
 * What the checks say about one requirement; never a rating. `rating` null = not enough to say.
 * `conflict` = a contradiction beside a support, which caps the suggestion at P. `missing` = what would raise it,
 * in the pack's words; `unchecked` = the requirement has no check at all, so only people can tell.
 */
export type Suggestion = {
  readonly requirement: string;
  readonly rating: 'N' | 'P' | 'L' | 'F' | null;
  readonly strength: 'direct' | 'indirect' | null;
  readonly conflict: boolean;
  readonly unchecked: boolean;
  readonly checks: readonly CheckFinding[];
  readonly missing: readonly Bilingual[];
};
