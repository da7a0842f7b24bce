import type { Fact, FactType, NodeResult, Place, RatingValue, ScoreResult, Sufficiency, Suggestion, SuggestionChange } from '#assessments';
import type { AssessmentHandle, CitedFact, Header, IntakeReport, JournalFilter, PlanView, Problem, ReportFile, ReportRequest, RequirementView, SourceHandle, SourceView, StartView, SubjectName, Told, UndoLabel, XrayView } from '#contract';
import type { Filter } from './filters.ts';
import type { PackIndex } from './pack-index.ts';

export const screens = ['overview', 'score', 'evidence', 'findings', 'gaps', 'compare', 'reports', 'catalogue', 'journal'] as const;
export type Screen = (typeof screens)[number] | 'home' | 'settings' | 'about';

/** The open assessment as it was last read. Levels, gaps and suggestions come from the machine, never from here. */
export type Working = {
  readonly assessment: AssessmentHandle;
  readonly header: Header;
  readonly index: PackIndex;
  readonly result: ScoreResult;
  readonly nodes: ReadonlyMap<string, NodeResult>;
  readonly views: ReadonlyMap<string, RequirementView>;
  readonly suggestions: ReadonlyMap<string, Suggestion>;
  readonly cited: ReadonlyMap<number, CitedFact>;
  readonly facts: number; readonly files: number;
  /** As last worked out; it follows a change of ratings and links a moment later. */
  readonly sufficiency: ReadonlyMap<string, Sufficiency>;
  /** What the last change of the evidence made of the suggestions, as last worked out; null before. `gone`: had a suggestion once and has none now. */
  readonly changed: { readonly batch: string | null; readonly of: ReadonlyMap<string, SuggestionChange['change']>; readonly seen: boolean; readonly gone: ReadonlySet<string> } | null;
  readonly revision: number; readonly savedAt: string;
  readonly undo: UndoLabel | null; readonly redo: UndoLabel | null;
  readonly conflicts: number;
};

/** What a single line of text is being asked for, beside the requirement in hand. */
export type Asking = 'not-applicable' | 'reject' | 'note' | 'consensus' | 'link';

/** What was typed for a requirement before a rating carries it. */
export type RatingDraft = { readonly confidence: 'low' | 'medium' | 'high' | null; readonly rationale: string };

export const detailTabs = ['verify', 'evidence', 'notes', 'raters', 'history'] as const;
export type DetailTab = (typeof detailTabs)[number];

export type Scoring = {
  readonly node: string;
  readonly current: string | null;
  readonly filters: ReadonlySet<Filter>;
  readonly search: string;
  /** Counts up each time the keyboard asks for the search field. */
  readonly searchWanted: number;
  readonly tab: DetailTab;
  readonly asking: Asking | null;
  readonly awaitingConfidence: boolean;
  readonly explained: boolean;
  readonly drafts: ReadonlyMap<string, RatingDraft>;
};

export type Import =
  | { readonly state: 'idle' }
  | { readonly state: 'running'; readonly job: string; readonly progress: Extract<Told, { kind: 'progress' }> | null; readonly cancelling: boolean }
  | { readonly state: 'done'; readonly report: IntakeReport; readonly undone: boolean }
  | { readonly state: 'failed'; readonly problem: Problem };

/** Files whose contents are to be purged, and a file that does not open. */
export type Purging = { readonly files: readonly { readonly intake: string; readonly path: string; readonly size: number }[] };
/** The file whose table of records is mapped. */
export type Mapping = { readonly intake: string; readonly path: string };
export type Repairing = { readonly file: SourceHandle; readonly name: string };
/** What is to be done with many suggestions at once. */
export type Bulk = { readonly what: 'accept' | 'reject'; readonly requirements: readonly string[] };
export type Overlay = 'new' | 'licensed-wording' | 'rules' | 'clone' | 'palette' | 'code' | 'help' | 'identity' | 'details' | { readonly purge: Purging } | { readonly mapping: Mapping } | { readonly bulk: Bulk } | { readonly repair: Repairing };
/** A file open at a place, or as a `whole`; `fact` is the one whose place it is, with what its fields mean. */
export type Source = { readonly place: Place; readonly whole: boolean; readonly fact: OpenFact | null; readonly view: SourceView | null; readonly problem: Problem | null };
export type OpenFact = { readonly fact: Fact; readonly meanings: Readonly<Record<string, string>> };

/** The file that is being linked, the place in it that the link will lead to (null: the whole file), and the requirement (null: still to be chosen beside the list of files). */
export type Linking = { readonly path: string; readonly locator: Place | null; readonly to: string | null };

export const browsings = ['files', 'types', 'subjects', 'search', 'requests'] as const;
/** How the evidence is looked at, and what is chosen in each way. */
export type Browsing = { readonly by: (typeof browsings)[number]; readonly file: string | null; readonly type: FactType | null; readonly subject: SubjectName | null };
/** What the journal shows: the filter, and the action looked at. */
export type Reading = { readonly only: JournalFilter; readonly chosen: string | null };

/** By what the requirements of the catalogue are narrowed. */
export const facets = ['level', 'axis', 'role', 'method', 'capability', 'pipeline', 'principle', 'checked', 'mandatory'] as const;
export type Facet = (typeof facets)[number];
/** Values of one facet add to each other, facets narrow each other. */
export type Chosen = Readonly<Record<Facet, readonly string[]>>;
/** What the catalogue shows: a place in the tree ('' = the whole), or what was found; and the requirement looked at. */
export type Consulting = {
  readonly node: string; readonly current: string | null;
  readonly search: string; readonly chosen: Chosen;
  /** Counts up each time the keyboard asks for the search field. */
  readonly searchWanted: number;
  readonly choosing: boolean;
  readonly shows: 'node' | 'hits';
};
export const planTabs = ['actions', 'schedule', 'choices', 'suppose', 'gaps'] as const;
export type PlanTab = (typeof planTabs)[number];
/** The plan as it was last computed, which is being computed anew where there is a job; `detailed`: with its curve and next-best choices. */
export type Planning = { readonly tab: PlanTab; readonly view: PlanView | null; readonly detailed: boolean; readonly job: string | null; readonly problem: Problem | null };
/** What is assumed: actions taken as done, ratings taken as given. `scenario`: the saved one it was begun from. */
export type Supposing = { readonly scenario: string | null; readonly name: string; readonly actions: readonly string[]; readonly ratings: readonly { readonly requirement: string; readonly value: RatingValue }[] };
/** A report file of this session, and when it was saved. */
export type Delivery = { readonly file: ReportFile; readonly depth: ReportRequest['depth']; readonly language: ReportRequest['language']; readonly madeAt: string; readonly savedAt: string | null };
/** The reports being written, where there are any (`of` files), and those of this session. */
export type Reporting = { readonly job: string | null; readonly of: number; readonly progress: Extract<Told, { kind: 'progress' }> | null; readonly made: readonly Delivery[] };
export type Toast = { readonly id: number; readonly text: string; readonly tone: 'plain' | 'bad' };

export type DeskState = {
  readonly start: StartView | null;
  readonly screen: Screen;
  readonly working: Working | null;
  readonly scoring: Scoring;
  readonly importing: Import;
  readonly browsing: Browsing;
  /** The file that is being linked; null where none is, or it is still to be chosen. */
  readonly linking: Linking | null;
  readonly reading: Reading;
  readonly reporting: Reporting;
  readonly consulting: Consulting;
  readonly planning: Planning;
  readonly supposing: Supposing;
  /** The node whose level is being questioned ('' = the whole); null = none. */
  readonly asked: string | null;
  /** The standing checks as last read. */
  readonly findings: XrayView | null;
  readonly overlay: Overlay | null;
  readonly source: Source | null;
  readonly toast: Toast | null;
  /** Read out by assistive software: what was saved, which level changed. */
  readonly announcement: string;
  readonly busy: boolean;
};

export const noScoring: Scoring = {
  node: '', current: null, filters: new Set(), search: '', searchWanted: 0, tab: 'verify', asking: null, awaitingConfidence: false, explained: false, drafts: new Map(),
};

export const noBrowsing: Browsing = { by: 'files', file: null, type: null, subject: null };

export const noReading: Reading = { only: { author: null, kind: null, requirement: null, search: '' }, chosen: null };

export const nothingChosen: Chosen = { level: [], axis: [], role: [], method: [], capability: [], pipeline: [], principle: [], checked: [], mandatory: [] };

export const noConsulting: Consulting = { node: '', current: null, search: '', chosen: nothingChosen, searchWanted: 0, choosing: false, shows: 'node' };

export const noReporting: Reporting = { job: null, of: 0, progress: null, made: [] };

export const noPlanning: Planning = { tab: 'actions', view: null, detailed: false, job: null, problem: null };

export const noSupposing: Supposing = { scenario: null, name: '', actions: [], ratings: [] };

export const emptyDesk: DeskState = {
  start: null, screen: 'home', working: null, scoring: noScoring, importing: { state: 'idle' }, browsing: noBrowsing, linking: null, reading: noReading, reporting: noReporting, consulting: noConsulting, planning: noPlanning, supposing: noSupposing, asked: null, findings: null, overlay: null, source: null, toast: null, announcement: '', busy: false,
};

