import type { Bilingual } from '../language.ts';

/** An applicable requirement at or below the target of its sub-item that is not fully met. */
export type Gap = { readonly requirement: string; readonly subItem: string; readonly level: number; readonly value: 'N' | 'P' | 'L' | null; readonly actions: readonly string[] };

export type PlannedAction = {
  readonly action: string; readonly name: Bilingual; readonly closes: readonly string[];
  readonly effort: { readonly low: number; readonly likely: number; readonly high: number };
  readonly calendarWeeks: number; readonly prerequisites: readonly string[]; readonly roles: readonly string[];
  /** 1-based place in an order in which prerequisites come first and lower levels before higher ones. */
  readonly order: number;
};

/** A list, not an optimum: every action that closes a gap, with its prerequisites. `provenOptimal` is always false here. */
export type Plan = {
  readonly target: number | null;
  readonly gaps: readonly Gap[];
  readonly actions: readonly PlannedAction[];
  readonly effort: { readonly low: number; readonly likely: number; readonly high: number };
  /** Gaps that no action of the pack closes. */
  readonly uncovered: readonly string[];
  readonly provenOptimal: boolean;
};
