import type { Payload } from '../journal/event.ts';
import type { Bilingual } from '../language.ts';

/** An applicable requirement at or below the target of its sub-item that is not fully met. */
export type Gap = { readonly requirement: string; readonly subItem: string; readonly level: number; readonly value: 'N' | 'P' | 'L' | null; readonly actions: readonly string[] };

/** Person-days. */
export type Effort = { readonly low: number; readonly likely: number; readonly high: number };

export type PlannedAction = {
  readonly action: string; readonly name: Bilingual; readonly closes: readonly string[];
  readonly effort: Effort;
  readonly calendarWeeks: number; readonly prerequisites: readonly string[]; readonly roles: readonly string[];
  /** 1-based place in an order in which prerequisites come first; by quarter, then lower levels before higher ones. */
  readonly order: number;
  /** The first and last quarter it is worked on, `2026-Q4`; null in a list without waves. */
  readonly begins: string | null; readonly ends: string | null;
};

/**
 * What is asked of the plan beside the target. `must`, `never`: actions that are in it whatever they close, with their
 * prerequisites, and actions that are never in it. `budget`: the most likely effort there may be in all, in person-days;
 * `capacity`, `roleCapacity`: person-days there are in a quarter, and of single roles, among which an action's effort is
 * shared evenly. `start`: the first quarter of work, `2026-Q4` (null: the one after the last entry of the journal).
 */
export type PlanSettings = Payload<'planning.set'>;

/** What has been agreed about an action: who does it, until which day (`2026-12-31`), and how far it is. */
export type ActionWork = Payload<'action.changed'>;
/** Actions taken as done and ratings taken as given, by name. */
export type Scenario = Payload<'scenario.saved'>;

/**
 * A node with a target. `goal` is what is aimed at: `wanted`, lowered to its ceiling and to what the actions can reach.
 * `after` is its level once the plan is done; null = no requirement applies. `node` '' = the whole pack.
 */
export type PlanGoal = {
  readonly node: string; readonly wanted: number; readonly ceiling: number | null; readonly reachable: number | null;
  readonly goal: number; readonly now: number | null; readonly after: number | null;
};

/** What stands between the plan and what was asked for, in words. */
export type Obstacle = Bilingual & {
  readonly kind: 'no-action' | 'never' | 'ceiling' | 'budget' | 'deadline' | 'must-never' | 'must-over-budget' | 'unknown-action';
  readonly node: string | null; readonly requirements: readonly string[]; readonly actions: readonly string[];
};

/** The work of a quarter: an action that takes several quarters is in each of them with the days it needs there. */
export type Wave = { readonly quarter: string; readonly days: number; readonly actions: readonly { readonly action: string; readonly days: number }[] };
/** `fewest`: proven that no order of the same actions needs fewer quarters. `late`: it ends after the deadline. */
export type Waves = { readonly start: string; readonly quarters: readonly Wave[]; readonly capacity: number | null; readonly fewest: boolean; readonly late: boolean; readonly how: Bilingual };

/** A next-best set of actions that reaches the same goals and does not hold a better one. `added`, `dropped`: against the plan. */
export type Alternative = { readonly actions: readonly string[]; readonly effort: Effort; readonly added: readonly string[]; readonly dropped: readonly string[]; readonly provenOptimal: boolean };

/** The least effort by which a node reaches a level; `effort` null where no actions reach it, or (not proven) nothing was found in time. `node` '' = the whole pack. */
export type CurvePoint = { readonly node: string; readonly level: number; readonly effort: Effort | null; readonly actions: number; readonly provenOptimal: boolean };

/** An action that can begin at once and closes much for little: see `quickWins`. */
export type QuickWin = { readonly action: string; readonly closes: readonly string[]; readonly effort: Effort };

/** Total effort in person-days that is kept to with a chance of 10, 50 and 90 percent. */
export type EffortRange = { readonly p10: number; readonly p50: number; readonly p90: number; readonly runs: number };

/**
 * Gaps, and the actions that close them. `method` tells how they were chosen: `optimum` = the cheapest that reach the
 * goals (or, within limits that do not allow that, the most that can be had), exactly; `list` = all that close a gap.
 * `provenOptimal` is true where the solver proved every step; `how` says it in a sentence.
 */
export type Plan = {
  readonly target: number | null;
  readonly gaps: readonly Gap[];
  readonly actions: readonly PlannedAction[];
  readonly effort: Effort;
  /** Gaps that no action of the pack closes. */
  readonly uncovered: readonly string[];
  readonly provenOptimal: boolean;
  readonly method: 'list' | 'optimum';
  readonly how: Bilingual;
  /** Key '' = the whole pack. */
  readonly targets: Readonly<Record<string, number>>;
  readonly goals: readonly PlanGoal[];
  /** Level of the whole now and after the plan. */
  readonly levels: { readonly now: number | null; readonly after: number | null };
  readonly obstacles: readonly Obstacle[];
  /** Null in a list. */
  readonly waves: Waves | null; readonly range: EffortRange | null;
  readonly quickWins: readonly QuickWin[];
  /** Empty where they were not asked for. */
  readonly alternatives: readonly Alternative[];
  readonly curve: readonly CurvePoint[];
};
