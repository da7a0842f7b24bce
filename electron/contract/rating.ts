/** What the API tells of an open assessment and of what people recorded in it. */
import type { Author, Bilingual, CarriedRating, FinalRating, Layer, Place, Policy, Rating, RatingValue, Rollup, ScoreResult, ScoringRules } from '#assessments';
import type { AssessmentHandle } from './handles.ts';

export type Header = {
  readonly assessment: AssessmentHandle; readonly id: string; readonly fileName: string;
  readonly organisation: string; readonly project: string; readonly scope: string; readonly timeZone: string; readonly sample: boolean;
  /** The number of its type among those of the pack; null where none was chosen. */
  readonly organisationType: number | null;
  readonly window: { readonly from: string | null; readonly to: string | null };
  readonly policy: Policy; readonly rollup: Rollup;
  /** All rules of scoring with their numbers; `policy` and `rollup` are theirs. */
  readonly rules: ScoringRules;
  readonly targets: Readonly<Record<string, number>>;
  readonly layer: Layer;
  readonly readOnly: boolean;
  readonly assessors: readonly Author[];
  /** What its user should know about where the file lies, as seen when it was opened; each says what to do. */
  readonly hints: readonly Bilingual[];
};

/** Everything recorded about one requirement. `mine` is the rating of the identity at the keyboard in the current layer. */
export type RequirementView = {
  readonly requirement: string;
  readonly mine: Rating | null;
  readonly others: readonly Rating[];
  readonly machine: Rating | null;
  readonly consensus: { readonly value: RatingValue; readonly rationale: string; readonly author: Author; readonly at: string; readonly stale: boolean } | null;
  readonly final: FinalRating;
  /** What it was rated in the assessment this one was carried over from; counts for nothing until somebody rates it here. */
  readonly carried: CarriedRating | null;
  /** It reads otherwise now than when a standing rating was given: the edition and the wording then, and whose ratings (ids of their authors). */
  readonly reworded: { readonly edition: string; readonly zh: string; readonly en: string; readonly by: readonly string[] } | null;
  readonly rejected: { readonly reason: string; readonly author: Author; readonly at: string } | null;
  readonly notes: readonly { readonly note: string; readonly text: string; readonly saidBy: string | null; readonly author: Author; readonly at: string }[];
  readonly links: readonly { readonly link: string; readonly path: string; readonly locator: Place | null; readonly stance: 'for' | 'against'; readonly note: string; readonly author: Author }[];
  /** All that happened to it, newest first, undone batches included. */
  readonly history: readonly { readonly at: string; readonly author: Author; readonly what: 'rated' | 'cleared' | 'rejected' | 'consensus' | 'consensus-cleared' | 'noted' | 'linked'; readonly value: RatingValue | null; readonly text: string; readonly undone: boolean }[];
};

/** `revision` grows with every event; `savedAt` was read back from the file after the commit. */
export type Saved = { readonly revision: number; readonly savedAt: string };

export type ScoreView = Saved & {
  readonly header: Header;
  readonly result: ScoreResult;
  readonly requirements: readonly RequirementView[];
  /** What Ctrl+Z and Ctrl+Shift+Z would act on; null where there is nothing. Own batches of this session only. */
  readonly undo: UndoLabel | null; readonly redo: UndoLabel | null;
  readonly conflicts: number;
};
export type UndoLabel = { readonly batch: string; readonly what: string; readonly requirement: string | null; readonly count: number };

/** A change to ratings, notes and the like: what to show at once. `requirements` holds only those that changed. */
export type Change = Saved & { readonly result: ScoreResult; readonly requirements: readonly RequirementView[]; readonly undo: UndoLabel | null; readonly redo: UndoLabel | null };
