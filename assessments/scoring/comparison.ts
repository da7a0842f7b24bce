import type { GroupKind } from '../catalogue/pack.ts';
import type { RatingValue } from '../journal/event.ts';
import type { ScoringRules } from './rules.ts';

/** A rating that counts differently than before. `direction`: between N and F up or down; otherwise what became of it. */
export type RatingMove = {
  readonly requirement: string; readonly subItem: string;
  readonly from: RatingValue | null; readonly to: RatingValue | null;
  readonly direction: 'raised' | 'lowered' | 'assessed' | 'unassessed' | 'became-na' | 'no-longer-na';
};

/**
 * What moved a level: other rules, another edition of the pack, the children whose levels moved it, and the ratings
 * behind it all. With only these changes made to the earlier state, and none of them left out, the level is the later one.
 */
export type Causes = { readonly rules: boolean; readonly pack: boolean; readonly children: readonly string[]; readonly ratings: readonly string[] };

export type Reached = { readonly level: number | null; readonly grade: string | null; readonly min: number | null; readonly max: number | null; readonly assessed: number; readonly total: number };

/** One node then and now; null on a side where the pack does not have it. `causes` null where its level did not move. */
export type ComparedNode = {
  /** '' = the whole. */
  readonly node: string; readonly kind: GroupKind | 'whole';
  readonly from: Reached | null; readonly to: Reached | null;
  readonly moved: 'risen' | 'fallen' | 'same' | 'appeared' | 'gone';
  readonly causes: Causes | null;
};

type LinkName = { readonly requirement: string; readonly path: string; readonly stance: 'for' | 'against' };
type Turnover<Item> = { readonly gained: readonly Item[]; readonly lost: readonly Item[] };

/** Two states of one assessment, or of two, beside each other. */
export type Comparison = {
  readonly from: SideName; readonly to: SideName;
  /** The whole first, then the nodes of the later pack in its order, then those only the earlier one has. */
  readonly nodes: readonly ComparedNode[];
  /** Requirements that both packs have and whose rating counts differently, in the order of the later pack. */
  readonly ratings: readonly RatingMove[];
  readonly requirements: Turnover<string>;
  /** Evidence files by path; `changed`: same path, other contents. */
  readonly files: Turnover<string> & { readonly changed: readonly string[] };
  readonly links: Turnover<LinkName>;
  /** Null where both were scored by the same rules. */
  readonly rules: { readonly from: ScoringRules; readonly to: ScoringRules } | null;
  /** The nodes that stand lower than before. */
  readonly dropped: readonly string[];
};

/** What a side is called, when it was, and how many events it rests on. */
export type SideName = { readonly name: string; readonly at: string; readonly events: number };
