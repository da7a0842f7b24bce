/** What the API tells of evidence beyond the files themselves: its sufficiency, requests for it, what stands in it. */
import type { AskNext, Author, DaySource, EvidenceRequest, Fact, FactType, FileMatch, PersonalData, Place, SubjectKind, Sufficiency, SuggestionChange } from '#assessments';
import type { Saved } from './rating.ts';

/** How sufficient the evidence of each requirement is, in the pack's order, and what to ask next, most useful first. */
export type SufficiencyView = Saved & { readonly rows: readonly Sufficiency[]; readonly next: readonly AskNext[] };

/** The files of an import (null: of all) beside what was asked for. `linked`: the file is linked to the requirement already. */
export type RequestMatches = {
  readonly matches: readonly (FileMatch & { readonly intake: string; readonly linked: boolean })[];
  readonly missing: readonly EvidenceRequest[];
  readonly extra: readonly { readonly file: string; readonly known: string | null }[];
};

/** A file to be linked to a requirement. */
export type WantedLink = { readonly requirement: string; readonly intake: string; readonly path: string; readonly locator: Place | null; readonly stance: 'for' | 'against'; readonly note: string };

/** The files that hold all words of a query: those with most such places first. `skipped`: too large to be searched, or not readable. */
export type SearchView = {
  readonly files: readonly { readonly path: string; readonly total: number; readonly lines: readonly { readonly place: Place; readonly text: string }[] }[];
  readonly searched: number; readonly skipped: number; readonly more: boolean;
};

/** The files in which rules or importers see personal data; `named`: a fact of theirs names a person. */
export type PersonalDataView = {
  readonly files: readonly { readonly path: string; readonly found: readonly (PersonalData | { readonly kind: 'named'; readonly count: number; readonly line: null })[] }[];
  readonly searched: number; readonly skipped: number;
};

/**
 * What the last change of the evidence (`batch`; null: there was none) made of the suggestions, and whether the user of this
 * computer has seen it. `gone`: requirements that once had a suggestion and have none now, by whatever change.
 */
export type SuggestionChangesView = { readonly batch: string | null; readonly rows: readonly SuggestionChange[]; readonly seen: boolean; readonly gone: readonly string[] };

/** The days a file is effective for: where its content states the first and the last (null: nowhere), and what somebody said instead, and why. */
export type EffectiveDaysView = {
  readonly content: { readonly first: DaySource; readonly last: DaySource } | null;
  readonly corrected: { readonly day: string; readonly reason: string; readonly author: Author; readonly at: string } | null;
};

/** Which facts are asked for: all conditions hold together, null and '' ask for nothing. `search` looks into values and paths. */
export type FactFilter = { readonly type: FactType | null; readonly file: string | null; readonly subject: SubjectName | null; readonly search: string };

export type FactsView = {
  /** All that fit, of which these are the ones from `from` on; contradictions come first. */
  readonly total: number; readonly from: number;
  readonly facts: readonly { readonly index: number; readonly fact: Fact }[];
  /** What the fields of the types on this page mean, by type and field; English, as the fact types are documented. */
  readonly meanings: FieldMeanings;
};

export type FieldMeanings = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A thing that files speak of, as it is told from others; `hash` is the first of its hashes. */
export type SubjectName = { readonly kind: SubjectKind; readonly name: string; readonly version: string | null; readonly hash: string | null };

export type SubjectRow = SubjectName & {
  /** Other spellings, and how many different hashes are stated. */
  readonly otherNames: readonly string[]; readonly hashes: number;
  readonly facts: number; readonly files: number; readonly contradictions: number;
};

export type SubjectsView = {
  readonly total: number; readonly from: number; readonly subjects: readonly SubjectRow[];
  /** How many there are of each kind, whatever kind is asked for. */
  readonly kinds: readonly { readonly kind: SubjectKind; readonly count: number }[];
};
