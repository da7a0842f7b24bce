import type { Pack, Requirement } from '../../catalogue/pack.ts';
import type { EffectiveDays } from '../../evidence/effective-days.ts';
import type { Fact } from '../../evidence/facts.ts';
import type { Suggestion } from '../../findings/suggestion.ts';
import type { Confidence } from '../../journal/event.ts';
import type { AssessmentState } from '../../journal/state.ts';
import type { Bilingual } from '../../language.ts';

export const sufficiencyStates = ['sufficient', 'thin', 'none', 'contradicted'] as const;
/** What a piece of evidence is: it shows the thing itself, something that follows from it, what somebody said; `machine`: the program read it. */
export const evidenceKinds = ['direct', 'indirect', 'affirmation', 'machine'] as const;

/**
 * How far the evidence carries the rating of a requirement. `share`: 0 to 1, for ordering; `confidence`: how sure a rater
 * can be of what the evidence alone shows, null where there is none; `ask`: the coded evidence still to be asked for.
 */
export type Sufficiency = {
  readonly requirement: string;
  readonly state: (typeof sufficiencyStates)[number];
  readonly kinds: readonly (typeof evidenceKinds)[number][];
  /** By the dates in the content; `unknown`: it states none, `no-window`: the assessment has no period. */
  readonly freshness: 'inside' | 'outside' | 'unknown' | 'no-window';
  /** Different contents and different people; copies of one file are one. */
  readonly sources: number;
  /** Pieces of evidence that say the contrary and were not rejected. */
  readonly against: number;
  readonly share: number;
  readonly confidence: Confidence | null;
  readonly reasons: readonly Bilingual[];
  readonly ask: Requirement['evidence'];
};

export type SufficiencyInput = {
  readonly pack: Pack;
  readonly state: Pick<AssessmentState, 'links' | 'notes' | 'ratings' | 'rejections' | 'window' | 'descriptions' | 'intakes'>;
  readonly suggestions: readonly Suggestion[]; readonly facts: readonly Fact[];
};

/**
 * One piece of evidence for a requirement. `source`: what makes it independent of others, a content or a person;
 * `within`: whether its days lie in the assessment period, null where it states none.
 */
export type Piece = { readonly kind: 'direct' | 'indirect' | 'affirmation'; readonly machine: boolean; readonly source: string; readonly name: string; readonly days: EffectiveDays | null; readonly within: boolean | null };

/** What is said for and against a requirement. `confirmed`: a person linked it, or accepted what the program read. */
export type Found = { readonly pieces: readonly Piece[]; readonly against: readonly string[]; readonly confirmed: boolean; readonly windowed: boolean; readonly names: readonly string[] };
export type Judged = Omit<Sufficiency, 'requirement' | 'reasons' | 'ask'>;
