/** What the API is asked about plans, and tells. */
import type { ActionWork, Plan, PlanSettings, Scenario } from '#assessments';
import type { Header, Saved } from './rating.ts';

/** What the plan is asked, where it is asked for something else than the assessment says. `targets`: key '' = the whole pack. */
export type PlanQuestion = Partial<PlanSettings> & {
  readonly targets?: Readonly<Record<string, number>>;
  /** Least effort for every level of the whole and of each domain; how many next-best sets of actions, at most 5. Both take longer. */
  readonly curve?: boolean; readonly alternatives?: number;
};
/** A saved scenario with the levels it would give, by node ('' = the whole pack), and the likely effort of its actions. */
export type ScenarioView = Scenario & { readonly levels: readonly { readonly node: string; readonly level: number | null; readonly grade: string | null }[]; readonly likely: number };
export type PlanView = Saved & {
  readonly header: Header;
  readonly plan: Plan;
  /** What the plan was computed with: what the assessment says, with the question put over it. */
  readonly settings: PlanSettings;
  /** Owner, due day and status by action, for those about which somebody said something. */
  readonly work: readonly ActionWork[];
  readonly scenarios: readonly ScenarioView[];
};
