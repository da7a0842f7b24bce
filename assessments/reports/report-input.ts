import type { Language } from '../language.ts';
import type { Pack } from '../catalogue/pack.ts';
import type { Fact } from '../evidence/facts.ts';
import type { Diagnostic } from '../evidence/file.ts';
import type { Suggestion } from '../findings/suggestion.ts';
import type { AssessmentState } from '../journal/state.ts';
import type { Comparison } from '../scoring/comparison.ts';
import type { ScoreResult } from '../scoring/result.ts';
import type { Plan } from '../planning/plan.ts';

export type ReportDepth = 'executive' | 'management' | 'full';
export type ReportOptions = {
  readonly language: Language | 'both';
  /** executive: cover and one page; management: levels, domains, gaps, method; full: every requirement and file. */
  readonly depth: ReportDepth;
  /** Leave user names, home paths and mail addresses of evidence as they are; masked unless asked for. */
  readonly withPersonalData: boolean;
};

/** Everything a report is made from; a pure function of it, so the same input is the same report. */
export type ReportInput = {
  /** The pack the assessment is scored against. */
  readonly pack: Pack;
  readonly state: AssessmentState;
  /** Levels, intervals and final ratings. */
  readonly result: ScoreResult;
  readonly suggestions: readonly Suggestion[];
  /** The list that the findings of `suggestions` index into. */
  readonly facts: readonly Fact[];
  /** What was read of each evidence file; `importer` null where no importer knew it. */
  readonly readings: readonly { readonly path: string; readonly importer: string | null; readonly diagnostics: readonly Diagnostic[] }[];
  /** Lines of cited places in their files, by `placeText`; a place without is told by its pointer. */
  readonly lines: readonly (readonly [place: string, lines: readonly [number, number]])[];
  readonly plan: Plan;
  /** What changed since a milestone; missing or null where none was chosen. */
  readonly comparison?: Comparison | null;
  readonly options: ReportOptions;
};
