import type { GroupKind } from '../catalogue/pack.ts';
import type { Policy, RatingValue, Rollup } from '../journal/event.ts';
import type { ScoringRules } from './rules.ts';

/**
 * The rating that counts for a requirement (design: final rating). `value` null = unassessed; `disputed` lists the
 * differing values of several assessors and makes it unassessed. `basis`: who it rests on.
 */
export type FinalRating = {
  readonly requirement: string;
  readonly value: RatingValue | null;
  readonly basis: 'consensus' | 'human' | 'machine' | null;
  readonly disputed: readonly RatingValue[];
  readonly layer: string | null;
};

/**
 * Level of one node. `level` null = no applicable requirement below it (left out of the roll-up), otherwise 0..5 and
 * always equal to `min`. `grade`: '3', '3−' (U+2212), or the plain level above sub-items. `blocking`: requirement ids
 * that keep a sub-item from its next level; for nodes above, those of the children that hold the level down.
 */
export type NodeResult = {
  readonly id: string; readonly kind: GroupKind;
  readonly level: number | null; readonly grade: string | null;
  readonly min: number | null; readonly max: number | null;
  readonly ceiling: number | null;
  readonly assessed: number; readonly total: number;
  readonly blocking: readonly string[];
  /** False where no requirement of this node or below it is written yet. */
  readonly written: boolean;
  /** min(target, ceiling); null where no target is set or nothing is written. */
  readonly target: number | null;
};

export type ScoreResult = {
  readonly policy: Policy; readonly rollup: Rollup;
  /** All the rules it was scored by; `policy` and `rollup` are theirs. */
  readonly rules: ScoringRules;
  readonly overall: { readonly level: number | null; readonly grade: string | null; readonly min: number | null; readonly max: number | null; readonly ceiling: number | null; readonly assessed: number; readonly total: number; readonly blocking: readonly string[] };
  /** In the pack's document order. */
  readonly nodes: readonly NodeResult[];
  readonly finals: readonly FinalRating[];
};
