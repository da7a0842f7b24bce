import type { RatingValue } from '../journal/event.ts';
import type { FinalRating, ScoreResult } from '../scoring/result.ts';
import { type PlanningInput, finalsAfter, scoreOf } from './planning-input.ts';

export type WhatIfInput = Pick<PlanningInput, 'pack' | 'finals' | 'rules' | 'targets'> & {
  /** Actions taken as done, whatever they need: what they satisfy and applies becomes F. */
  readonly actions: readonly string[];
  /** Ratings taken as given; they stand above what the actions give. */
  readonly ratings: readonly { readonly requirement: string; readonly value: RatingValue }[];
};

/** The levels that actions and assumed ratings would give. Ids the pack does not have change nothing. */
export function whatIf({ actions, ratings, ...input }: WhatIfInput): ScoreResult {
  const assumed = new Map(ratings.map(({ requirement, value }) => [requirement, value]));
  const finals = finalsAfter(input.pack, input.finals, new Set(actions)).map((final): FinalRating => {
    const value = assumed.get(final.requirement);
    return value === undefined ? final : { ...final, value, disputed: [] };
  });
  return scoreOf(input, finals);
}
