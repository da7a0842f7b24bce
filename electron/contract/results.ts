/** What the API tells of levels: where an assessment stands, why, and how that came about over time. */
import type { Author, Bilingual, Comparison, Plan, Reached, ScoreResult, ScoringRules, Severity, TagViews, Why, XrayFinding } from '#assessments';
import type { Header, Saved } from './rating.ts';

export type OverviewView = {
  readonly header: Header; readonly result: ScoreResult;
  /** The gaps, and all actions that close one: a list that takes no time. The optimum is `readPlan`. */
  readonly plan: Plan;
  readonly evidence: { readonly supported: number; readonly contradicted: number; readonly lacking: number; readonly unchecked: number };
  /** Across the tree: what is met by capability, pipeline part and principle. */
  readonly tagViews: TagViews;
  /** What to do next, most useful first; each leads to a requirement or a screen. */
  readonly next: readonly { readonly kind: 'no-evidence' | 'unassessed-blocking' | 'suggestion-waiting' | 'conflict' | 'disputed' | 'consensus-stale' | 'gap'; readonly requirement: string | null; readonly count: number; readonly zh: string; readonly en: string }[];
};

/** Why a node has its level, and the same in sentences, most important first. */
export type WhyView = Saved & { readonly why: Why; readonly words: readonly Bilingual[] };
/** The standing checks: errors first, then in document order; each leads to a requirement, a node or a file. */
export type XrayView = Saved & { readonly findings: readonly XrayFinding[]; readonly counts: Readonly<Record<Severity, number>> };

/** A named point of the journal and the levels as they were then. */
export type MilestoneRow = {
  readonly milestone: string; readonly name: string; readonly at: string; readonly author: Author; readonly events: number; readonly signed: boolean;
  readonly overall: Reached; readonly domains: readonly (Reached & { readonly node: string })[];
};
/** Oldest first, which is the trend; `now` is the assessment as it stands. */
export type MilestonesView = Saved & { readonly milestones: readonly MilestoneRow[]; readonly now: Pick<MilestoneRow, 'overall' | 'domains'> };
/** Two states beside each other, and the same in sentences. */
export type ComparisonView = { readonly comparison: Comparison; readonly words: readonly Bilingual[] };
/** The rules of scoring as somebody wants them. `targets`: key '' = the whole pack; a node that is not in it has none of its own. */
export type WantedRules = ScoringRules & { readonly targets: Readonly<Record<string, number>> };
