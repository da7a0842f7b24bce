import type { GroupKind } from '../catalogue/pack.ts';
import type { Policy, RatingValue, Rollup } from '../journal/event.ts';
import type { Certainty } from './doubts.ts';
import type { Lift } from './lift.ts';
import type { ScoringRules } from './rules.ts';

/** A requirement that keeps a node from its next level. `needs`: the least it must be rated; null where none decides by itself (`threshold`). */
export type Blocker = { readonly requirement: string; readonly subItem: string; readonly level: number; readonly value: RatingValue | null; readonly needs: 'P' | 'L' | 'F' | null };

/** Another value of one rating, the nearest that moves the node, and the level the node has then. */
export type Turn = { readonly to: 'N' | 'P' | 'L' | 'F'; readonly level: number };

/**
 * A single rating on which the level of a node hangs: `raises` and `lowers` are the nearest values above and below it
 * that move the node, null where none does. An unassessed one counts as N and so can only raise; one that is not
 * applicable is taken as if it were rated, and may do both. `oneStep`: a neighbouring value is enough.
 */
export type Sensitivity = Certainty & {
  readonly requirement: string; readonly subItem: string; readonly level: number; readonly value: RatingValue | null;
  readonly raises: Turn | null; readonly lowers: Turn | null; readonly oneStep: boolean;
};

/** What can be asked of any level: why it is not higher, the shortest way up, and what it hangs on. */
export type Why = {
  /** The id of the node; '' = the whole. */
  readonly node: string; readonly kind: GroupKind | 'whole';
  readonly rules: ScoringRules;
  readonly level: number | null; readonly grade: string | null; readonly min: number | null; readonly max: number | null;
  readonly ceiling: number | null; readonly target: number | null;
  /** In document order; empty at the ceiling. */
  readonly blocking: readonly Blocker[];
  /** The shortest set of changes that lifts the node by one (or to the next level it can have), and the one to its target; null where it is there or cannot be. */
  readonly lift: Lift | null; readonly toTarget: Lift | null;
  /** The children with their levels; `holds`: it stands no higher than the node. */
  readonly children: readonly { readonly node: string; readonly level: number | null; readonly ceiling: number | null; readonly holds: boolean }[];
  /** Where to spend the remaining hour: the most doubtful first, then in document order. */
  readonly sensitivity: readonly Sensitivity[];
  /** What is rated as not applicable, and the level if all of it were N, and if all of it were F. */
  readonly notApplicable: { readonly requirements: readonly string[]; readonly asN: number | null; readonly asF: number | null };
  /** What each policy with each roll-up would have given, policy by policy; the numbers of the rules stay. */
  readonly alternatives: readonly { readonly policy: Policy; readonly rollup: Rollup; readonly level: number | null; readonly min: number | null; readonly max: number | null }[];
};
