/**
 * The API: all that the renderer may see of the machine, in both shells. An interface of plain functions; the bridge,
 * the handlers and the shells derive everything else from it. Replies are values: `{ ok, value }` or `{ ok, problem }`.
 * No method takes or gives a path of the machine: files travel as handles that only a shell can issue.
 */
import type {
  ActionWork, Author, Bilingual, CarriedRating, Comparison, Confidence, DecodedDocument, Diagnostic, DiagnosticKind, EffectiveDays, Fact, FactFamily, FactType, FinalRating, GroupKind, Language, Layer, NodeResult, OrganisationType, Pack, Place, Plan, PlanSettings, Policy, Rating, RatingValue, Reached, RecordMapping, RequestFilter, Rollup, Scenario, ScoreResult, ScoringRules, Severity, SubjectKind, Suggestion, TagViews, Why, WordingDiff, XrayFinding,
} from '#assessments';
import type { EffectiveDaysView, SuggestionChangesView, SufficiencyView, RequestMatches, WantedLink, SearchView, PersonalDataView, FactFilter, FactsView, SubjectsView } from './contract/evidence.ts';
import type { JournalFilter, JournalEntryView, JournalView } from './contract/journal.ts';
import type { BackupHandle, BackupsView, DamageView, PurgeReport } from './contract/keeping.ts';

export type { EffectiveDaysView, SuggestionChangesView, SufficiencyView, RequestMatches, WantedLink, SearchView, PersonalDataView, FactFilter, FactsView, FieldMeanings, SubjectName, SubjectRow, SubjectsView } from './contract/evidence.ts';
export { type JournalKind, type JournalFilter, type JournalRow, type JournalEventRow, type JournalEntryView, type JournalView, journalKinds } from './contract/journal.ts';
export type { BackupHandle, BackupRow, BackupsView, DamageView, PurgeReport } from './contract/keeping.ts';

/** An open assessment, as the program that has it open calls it. */
export type AssessmentHandle = string;
/** A file or folder the user chose; issued by a dialog, a drop or an upload, good for one use. */
export type SourceHandle = string;
/** A file ready to be saved or downloaded by the user. */
export type DownloadHandle = string;

export type Theme = 'system' | 'light' | 'dark';
export type Settings = {
  readonly language: Language; readonly theme: Theme; readonly autoAdvance: boolean;
  /** How often an open assessment is backed up; 0 = only when it is closed. */
  readonly backupMinutes: number;
  /** After how many days without a copy elsewhere one is reminded of it; 0 = never. */
  readonly copyReminderDays: number;
};
/** Who is at the keyboard. `role` is free text, e.g. 主评估师. */
export type Identity = { readonly id: string; readonly name: string; readonly role: string };

export type AssessmentCard = {
  readonly file: SourceHandle;
  readonly name: string; readonly organisation: string; readonly project: string;
  readonly level: string | null; readonly assessed: number; readonly total: number;
  readonly lastSavedAt: string | null;
  /** Settings of the same thing made apart that wait to be settled. */
  readonly conflicts: number;
  readonly lastBackupAt: string | null;
  /** A copy on another disk is due, as the settings ask for. */
  readonly copyDue: boolean;
  /** Why it cannot be opened, where it cannot. */
  readonly problem: Problem | null;
};

export type StartView = {
  readonly version: string; readonly shell: 'electron' | 'browser';
  readonly settings: Settings;
  readonly identity: Identity | null; readonly identities: readonly Identity[];
  /** Name of the folder in which new assessments are kept, for people to read. */
  readonly folder: string;
  readonly recent: readonly AssessmentCard[];
  readonly packs: readonly { readonly id: string; readonly edition: string; readonly zh: string; readonly en: string; readonly written: number; readonly subItems: number; readonly requirements: number; readonly organisationTypes: readonly OrganisationType[] }[];
  /** The assessment named on the command line, to be opened at once. */
  readonly open: SourceHandle | null;
};

/** What this program is made of, and where it keeps things. Folders are named for people to read, from the home folder on. */
export type AboutView = {
  readonly version: string; readonly shell: 'electron' | 'browser'; readonly platform: string;
  readonly parts: readonly { readonly name: string; readonly version: string }[];
  readonly dataFolder: string; readonly assessmentsFolder: string; readonly backupsFolder: string; readonly logFile: string;
  readonly licences: readonly { readonly name: string; readonly version: string; readonly licence: string }[];
  readonly deviceKey: { readonly fingerprint: string; readonly protection: 'os-key-store' | 'file' };
};

export type Header = {
  readonly assessment: AssessmentHandle; readonly id: string; readonly fileName: string;
  readonly organisation: string; readonly project: string; readonly scope: string; readonly timeZone: string; readonly sample: boolean;
  /** The number of its type among those of the pack; null where none was chosen. */
  readonly organisationType: number | null;
  readonly window: { readonly from: string | null; readonly to: string | null };
  readonly policy: Policy; readonly rollup: Rollup;
  /** All rules of scoring with their numbers; `policy` and `rollup` are theirs. */
  readonly rules: ScoringRules;
  readonly targets: Readonly<Record<string, number>>;
  readonly layer: Layer;
  readonly readOnly: boolean;
  readonly assessors: readonly Author[];
  /** What its user should know about where the file lies, as seen when it was opened; each says what to do. */
  readonly hints: readonly Bilingual[];
};

/** Everything recorded about one requirement. `mine` is the rating of the identity at the keyboard in the current layer. */
export type RequirementView = {
  readonly requirement: string;
  readonly mine: Rating | null;
  readonly others: readonly Rating[];
  readonly machine: Rating | null;
  readonly consensus: { readonly value: RatingValue; readonly rationale: string; readonly author: Author; readonly at: string; readonly stale: boolean } | null;
  readonly final: FinalRating;
  /** What it was rated in the assessment this one was carried over from; counts for nothing until somebody rates it here. */
  readonly carried: CarriedRating | null;
  /** It reads otherwise now than when a standing rating was given: the edition and the wording then, and whose ratings (ids of their authors). */
  readonly reworded: { readonly edition: string; readonly zh: string; readonly en: string; readonly by: readonly string[] } | null;
  readonly rejected: { readonly reason: string; readonly author: Author; readonly at: string } | null;
  readonly notes: readonly { readonly note: string; readonly text: string; readonly saidBy: string | null; readonly author: Author; readonly at: string }[];
  readonly links: readonly { readonly link: string; readonly path: string; readonly locator: Place | null; readonly stance: 'for' | 'against'; readonly note: string; readonly author: Author }[];
  /** All that happened to it, newest first, undone batches included. */
  readonly history: readonly { readonly at: string; readonly author: Author; readonly what: 'rated' | 'cleared' | 'rejected' | 'consensus' | 'consensus-cleared' | 'noted' | 'linked'; readonly value: RatingValue | null; readonly text: string; readonly undone: boolean }[];
};

/** `revision` grows with every event; `savedAt` was read back from the file after the commit. */
export type Saved = { readonly revision: number; readonly savedAt: string };

export type ScoreView = Saved & {
  readonly header: Header;
  readonly result: ScoreResult;
  readonly requirements: readonly RequirementView[];
  /** What Ctrl+Z and Ctrl+Shift+Z would act on; null where there is nothing. Own batches of this session only. */
  readonly undo: UndoLabel | null; readonly redo: UndoLabel | null;
  readonly conflicts: number;
};
export type UndoLabel = { readonly batch: string; readonly what: string; readonly requirement: string | null; readonly count: number };

/** A change to ratings, notes and the like: what to show at once. `requirements` holds only those that changed. */
export type Change = Saved & { readonly result: ScoreResult; readonly requirements: readonly RequirementView[]; readonly undo: UndoLabel | null; readonly redo: UndoLabel | null };

/** A fact a suggestion rests on, ready to show: `lines` and `excerpt` where the place could be found in the text. */
export type CitedFact = { readonly index: number; readonly fact: Fact; readonly lines: readonly [number, number] | null; readonly excerpt: string | null };

export type SuggestionsView = {
  readonly suggestions: readonly Suggestion[];
  readonly cited: readonly CitedFact[];
  readonly facts: number; readonly files: number;
};

export type EvidenceRow = {
  readonly intake: string; readonly path: string; readonly artefact: string; readonly size: number; readonly mediaType: string; readonly encoding: string | null;
  readonly importer: string | null; readonly facts: number;
  /** Its contents were purged: only its name, size and hash are left. */
  readonly purged: boolean;
  readonly diagnostics: readonly Diagnostic[];
  /** Requirements whose suggestion cites a fact of this file, and those it was linked to by hand. */
  readonly requirements: readonly string[];
  /** The days its content speaks of, as somebody described it or as its facts say; null where it says none. */
  readonly effective: EffectiveDays | null;
  /** None of those days lies in the assessment period. */
  readonly expired: boolean;
};
/** A table of a file, its first rows, and how it could be read. */
export type TableOffer = { readonly sheet: string | null; readonly headings: readonly string[]; readonly sample: readonly (readonly string[])[]; readonly mapping: RecordMapping; readonly from: 'current' | 'remembered' | 'headings' };
export type EvidenceView = {
  readonly intakes: readonly { readonly id: string; readonly label: string; readonly at: string; readonly author: Author; readonly files: number; readonly bytes: number }[];
  readonly files: readonly EvidenceRow[];
  readonly facts: readonly { readonly type: FactType; readonly family: FactFamily; readonly count: number }[];
  /** What the importers that read the files are called, by their ids. */
  readonly importers: Readonly<Record<string, Bilingual>>;
};

/** The result page of an import: offered = taken + duplicates + refused, always. `taken` holds new files and the changed ones. */
export type IntakeReport = Saved & {
  readonly intake: string; readonly label: string; readonly batch: string;
  readonly offered: number; readonly taken: number; readonly duplicates: number; readonly refused: number;
  readonly bytes: number;
  /** Where the same folder was imported before: files that took the place of older versions, and paths that were not offered again (and stay). */
  readonly changed: readonly string[]; readonly gone: readonly string[];
  readonly refusals: readonly { readonly path: string; readonly kind: DiagnosticKind; readonly zh: string; readonly en: string }[];
  readonly read: number; readonly unrecognised: number; readonly diagnosed: number; readonly facts: number;
};

/** An evidence file around a cited place. `lines` are those to highlight, 1-based inclusive. */
export type SourceView = {
  readonly path: string; readonly artefact: string; readonly mediaType: string; readonly encoding: string | null; readonly size: number;
  readonly firstLine: number; readonly text: string | null; readonly totalLines: number;
  readonly lines: readonly [number, number] | null;
  /** What stands at the place, where it is more than lines of text. */
  readonly picture: PlacePicture | null;
  /** Facts read from this file: the first of them, and how many there are. */
  readonly facts: readonly Fact[]; readonly factCount: number;
};

/** The surroundings of a cited place: always a few rows, however large the file. */
export type PlacePicture =
  /** `several`: the members of the root are documents, counted from 0. */
  | { readonly kind: 'tree'; readonly several: boolean; readonly lines: readonly TreeLine[] }
  | TablePicture
  | GitPicture
  | ImagePicture
  | DocumentPicture;

/** A picture as its file holds it, in base64; told apart by its own bytes, and small enough to be drawn. */
export type ImagePicture = { readonly kind: 'image'; readonly mediaType: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp'; readonly width: number; readonly height: number; readonly data: string };
/** What a document, picture or recording says of itself, and where its pages begin in its text. Pages are never drawn: they may hold programs. */
export type DocumentPicture = Omit<DecodedDocument, 'complete'>;

/** A line of a parsed document: a node, or a door to those of its parent's members that are left out, from index `from` on. */
export type TreeLine =
  | {
    readonly kind: 'node'; readonly pointer: string; readonly depth: number; readonly key: string | null; readonly shape: 'map' | 'list' | 'text' | 'number' | 'boolean' | 'null';
    /** Members of a map or list; null for a value. */
    readonly members: number | null; readonly value: string | null; readonly open: boolean; readonly cited: boolean;
  }
  | { readonly kind: 'left-out'; readonly pointer: string; readonly depth: number; readonly from: number; readonly count: number };

/** Rows around the cited one. `key` is the row's number or id; `citedColumn` counts within the columns shown. */
export type TablePicture = {
  readonly kind: 'table'; readonly name: string | null; readonly header: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly string[]; readonly cited: boolean }[];
  readonly citedColumn: number | null;
  readonly rowsBefore: number; readonly rowsAfter: number; readonly columnsLeftOut: number;
};

/** A repository around a cited commit or ref. Authors are numbers, never names. */
export type GitPicture = {
  readonly kind: 'git'; readonly repository: string | null; readonly head: string | null; readonly complete: boolean;
  readonly refs: readonly { readonly name: string; readonly kind: 'branch' | 'remote' | 'tag' | 'other'; readonly commit: string; readonly at: string | null; readonly cited: boolean }[];
  readonly commits: readonly { readonly hash: string; readonly at: string | null; readonly author: number; readonly subject: string; readonly merge: boolean; readonly signed: boolean; readonly cited: boolean }[];
  readonly refsLeftOut: number; readonly commitsBefore: number; readonly commitsAfter: number;
};

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

/** `job` names the writing, so that its progress is told and it can be cancelled. */
export type ReportRequest = { readonly assessment: AssessmentHandle; readonly job?: string; readonly formats: readonly ('pdf' | 'xlsx' | 'json')[]; readonly language: Language | 'both'; readonly depth: 'executive' | 'management' | 'full';
  /** A milestone with which the state is compared in the report. */
  readonly since?: string };
/** What a wording workbook would change, before anything is applied. `edition` is the present one; `rated`: requirements with a standing rating that would read otherwise. */
export type WordingPreview = WordingDiff & { readonly staged: string; readonly edition: string; readonly rated: number };
/** The editions of the pack that were ever pinned, in order, and what the ratings give under each of them (null: it has no such node). Node '' is the whole. */
export type EditionsView = {
  readonly editions: readonly { readonly hash: string; readonly edition: string; readonly zh: string; readonly en: string; readonly at: string; readonly by: string; readonly licensed: boolean; readonly current: boolean }[];
  readonly nodes: readonly { readonly node: string; readonly kind: GroupKind | null; readonly zh: string; readonly en: string; readonly levels: readonly (Pick<NodeResult, 'level' | 'grade' | 'min' | 'max' | 'assessed' | 'total'> | null)[] }[];
};
export type ReportFile = { readonly name: string; readonly size: number; readonly format: 'pdf' | 'xlsx' | 'json' | 'maturity'; readonly download: DownloadHandle };

export type Verification = { readonly ok: boolean; readonly events: number; readonly artefacts: number; readonly firstFault: { readonly kind: string; readonly where: string; readonly zh: string; readonly en: string } | null };

/**
 * What went wrong and can be mended by the user: a kind, the place, and one plain sentence in both languages that says
 * what to do. A bug arrives only as `unexpected` with a log reference.
 */
export type Problem = {
  readonly kind: 'cancelled' | 'bad-input' | 'not-found' | 'not-an-assessment' | 'damaged' | 'newer-file' | 'locked' | 'read-only' | 'disk-full' | 'io' | 'no-identity' | 'nothing-to-undo' | 'unexpected';
  readonly place: string | null;
  readonly zh: string; readonly en: string;
  readonly reference?: string;
};
export type Reply<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: Problem };

type Of = { readonly assessment: AssessmentHandle };

export interface Api {
  start(input: Record<string, never>): StartView;
  setSettings(input: Partial<Settings>): Settings;
  /** With an id switches to that identity; without one adds a new identity and switches to it. */
  setIdentity(input: { readonly id?: string; readonly name: string; readonly role: string }): { readonly identity: Identity; readonly identities: readonly Identity[] };

  /** Takes somebody off the list of this computer; what they recorded stays theirs. The one at the keyboard stays. */
  removeIdentity(input: { readonly id: string }): { readonly identities: readonly Identity[] };
  readAbout(input: Record<string, never>): AboutView;
  /** The text of a licence on the list; empty where the program brings none. */
  readLicence(input: { readonly name: string; readonly version: string }): { readonly text: string };

  /** `organisationType`: the number of one of the pack's types; null, or without it: none. */
  createAssessment(input: { readonly organisation: string; readonly organisationType?: number | null; readonly project: string; readonly scope: string; readonly pack: string; readonly target: number; readonly policy: Policy; readonly rollup: Rollup }): Header;
  openAssessment(input: { readonly file: SourceHandle }): Header;
  /** Makes a copy of the sample assessment, which shows every feature with invented data, and opens it. */
  openSample(input: Record<string, never>): Header;
  closeAssessment(input: Of): null;
  describeAssessment(input: Of & { readonly organisation: string; readonly organisationType?: number | null; readonly project: string; readonly scope: string; readonly target: number; readonly policy: Policy; readonly rollup: Rollup; readonly window: { readonly from: string | null; readonly to: string | null } }): Header;
  /** A new assessment that carries over rules, targets and, to be confirmed, the ratings of this one; evidence stays behind. Opens it. */
  cloneAssessment(input: Of & { readonly project: string; readonly scope: string; readonly window: { readonly from: string | null; readonly to: string | null } }): Header;
  /** Which layer new ratings of this session go to; starts as the latest that has any, or self-assessment. */
  setLayer(input: Of & { readonly layer: Layer }): Header;
  saveCopy(input: Of): ReportFile;

  readCatalogue(input: Of): Pack;
  readScore(input: Of): ScoreView;
  readSuggestions(input: Of): SuggestionsView;
  /** Worked out from the journal, so that it is the same after closing and opening. */
  readSuggestionChanges(input: Of): SuggestionChangesView;
  /** Remembers on this computer that what a change made of the suggestions was seen. */
  seeSuggestionChanges(input: Of & { readonly batch: string }): null;
  readOverview(input: Of): OverviewView;
  /** Why a node ('' = the whole) has its level; under other rules where they are given. `not-found` where the pack has no such node. */
  readWhy(input: Of & { readonly node: string; readonly rules?: Partial<ScoringRules> }): WhyView;
  readXray(input: Of): XrayView;
  listMilestones(input: Of): MilestonesView;
  /** `from` and `to` are milestones; null = the assessment as it stands. */
  compareMilestones(input: Of & { readonly from: string | null; readonly to: string | null }): ComparisonView;
  /** The other file as it stands is the earlier side. Nothing is written to it. */
  compareWithFile(input: Of & { readonly file: SourceHandle }): ComparisonView;
  /**
   * The cheapest way to the targets. Computed in a process of its own within 30 seconds; what was found but not proven
   * by then says so. `job` names the computing, so that it can be cancelled; without a question it is the assessment's own.
   */
  readPlan(input: Of & { readonly question?: PlanQuestion; readonly job?: string }): PlanView;
  readEvidence(input: Of): EvidenceView;
  readSufficiency(input: Of): SufficiencyView;
  /** The list of evidence to be asked for, as a workbook. */
  makeRequestList(input: Of & RequestFilter & { readonly language: Language | 'both' }): ReportFile & { readonly requests: number };
  /** Which files of an import (null: of all) answer what was asked for; records nothing. */
  matchRequests(input: Of & RequestFilter & { readonly intake: string | null }): RequestMatches;
  /** Runs to the end or to `cancel`; progress comes as events. Words of two Chinese characters are found as well. */
  searchEvidence(input: Of & { readonly query: string; readonly job: string }): SearchView;
  readPersonalData(input: Of & { readonly job: string }): PersonalDataView;
  /** The days a file is effective for, as its content says and as somebody corrected them. */
  readEffectiveDays(input: Of & { readonly intake: string; readonly path: string }): EffectiveDaysView;
  /** Corrects the day a file is effective for, null: back to what its content says; the reason goes into the journal. */
  correctEffectiveDay(input: Of & { readonly intake: string; readonly path: string; readonly day: string | null; readonly reason: string }): Change;
  /** The tables of an evidence file with a mapping for each: the one in force, one remembered for the organisation, or what the headings seem to say. */
  proposeMapping(input: Of & { readonly intake: string; readonly path: string }): { readonly current: RecordMapping | null; readonly tables: readonly TableOffer[] };
  /** At most 200 facts at a time. */
  readFacts(input: Of & { readonly only: FactFilter; readonly from: number; readonly count: number }): FactsView;
  /** At most 200 subjects at a time. */
  readSubjects(input: Of & { readonly kind: SubjectKind | null; readonly search: string; readonly from: number; readonly count: number }): SubjectsView;
  readSource(input: Of & { readonly place: Place }): SourceView;
  /** The members of one node of a parsed document, from index `from` on; at most 100, with a door to what follows. */
  readBranch(input: Of & { readonly file: string; readonly pointer: string; readonly from: number }): { readonly lines: readonly TreeLine[] };
  /** At most 200 actions at a time. */
  readJournal(input: Of & { readonly only: JournalFilter; readonly from: number; readonly count: number }): JournalView;
  /** An action as it stands, and what it recorded in the order it was recorded; at most 200 events at a time. */
  readJournalEntry(input: Of & { readonly batch: string; readonly from: number; readonly count: number }): JournalEntryView;

  /** Runs to the end or to `cancel`; progress comes as events. All or nothing: cancelled leaves no trace. */
  importEvidence(input: Of & { readonly sources: readonly SourceHandle[]; readonly job: string }): IntakeReport;
  /** Waits for an import that was begun before the page was loaded again, and answers what its call answers; `not-found` where it is not known any more. */
  rejoin(input: { readonly job: string }): IntakeReport;
  cancel(input: { readonly job: string }): null;
  removeEvidence(input: Of & { readonly intake: string; readonly paths: readonly string[] | null }): Change;

  rate(input: Of & { readonly requirements: readonly string[]; readonly value: RatingValue; readonly confidence: Confidence | null; readonly rationale: string; readonly accepted: readonly string[] }): Change;
  clearRating(input: Of & { readonly requirements: readonly string[] }): Change;
  /** Takes suggestions over as ratings of one's own, in one action; refused where one of the requirements has none, or somebody rejected it. */
  acceptSuggestions(input: Of & { readonly requirements: readonly string[] }): Change;
  rejectSuggestions(input: Of & { readonly requirements: readonly string[]; readonly reason: string }): Change;
  rejectSuggestion(input: Of & { readonly requirement: string; readonly reason: string }): Change;
  /** Rates requirements as they were carried over, in the name of the one at the keyboard; all carried ones that nobody has rated where null. Those reworded since are left out. */
  confirmCarried(input: Of & { readonly requirements: readonly string[] | null }): Change;
  /** Policy, roll-up, their numbers and all targets at once. */
  setRules(input: Of & { readonly rules: WantedRules }): Change;
  /** Names the present point of the journal; never undone. */
  addMilestone(input: Of & { readonly name: string }): MilestonesView;
  setConsensus(input: Of & { readonly requirement: string; readonly value: RatingValue | null; readonly rationale: string }): Change;
  addNote(input: Of & { readonly requirement: string; readonly text: string; readonly saidBy: string | null }): Change;
  /** How the table in a file is read from now on, null: by its headings alone; the file is read again. Remembered for the organisation. */
  setMapping(input: Of & { readonly intake: string; readonly path: string; readonly mapping: RecordMapping | null }): Change;
  linkEvidence(input: Of & { readonly requirement: string; readonly intake: string; readonly path: string; readonly locator: Place | null; readonly stance: 'for' | 'against'; readonly note: string }): Change;
  /** All links in one action, which is undone as one. */
  linkFiles(input: Of & { readonly links: readonly WantedLink[] }): Change;
  unlinkEvidence(input: Of & { readonly link: string }): Change;
  /** What the plan is asked from now on, in the reports as well. */
  setPlanning(input: Of & { readonly planning: PlanSettings }): Change;
  /** Owner, due day and status of an action of the pack. */
  setAction(input: Of & ActionWork): Change;
  /** Saves what-if assumptions by name: anew without a `scenario`, otherwise over the one of that id. */
  saveScenario(input: Of & Omit<Scenario, 'scenario'> & { readonly scenario?: string }): Change & { readonly scenario: string };
  removeScenario(input: Of & { readonly scenario: string }): Change;
  undo(input: Of): Change;
  redo(input: Of): Change;
  /** Takes back one of one's own actions from the journal, whatever session it was made in; refused where something rests on it. */
  undoBatch(input: Of & { readonly batch: string }): Change;

  makeReport(input: ReportRequest): { readonly files: readonly ReportFile[] };
  verify(input: Of): Verification;

  /** The workbook in which the wording of the pack is edited. Licensed wording is in it only where it is asked for. */
  makeWordingTemplate(input: Of & { readonly language: Language | 'both'; readonly withLicensedWording: boolean }): ReportFile;
  /** Reads a filled-in workbook and tells what it would change; records nothing. */
  previewWording(input: Of & { readonly source: SourceHandle }): WordingPreview;
  /** Pins the edition a previewed workbook makes. Ratings carry by requirement id. All requirements are in the answer. */
  applyWording(input: Of & { readonly staged: string; readonly edition: string }): Change;
  compareEditions(input: Of): EditionsView;
  /** Makes an edition that was pinned before the one that counts. */
  pinEdition(input: Of & { readonly hash: string }): Change;

  readBackups(input: Of): BackupsView;
  makeBackup(input: Of): BackupsView;
  /** The restore drill: copies the backup into a private folder, opens it, verifies all of it and removes it again. */
  drillBackup(input: Of & { readonly backup: BackupHandle }): Verification;
  /** Writes the backup as a new file beside the assessment, never over anything, and gives its card. */
  restoreBackup(input: Of & { readonly backup: BackupHandle }): AssessmentCard;
  /** What can still be read of a file that does not open, and which backups of it there are. Changes nothing. */
  examineDamaged(input: { readonly file: SourceHandle }): DamageView;
  /** Salvages what is whole into a new file beside the damaged one, which stays as it is. */
  repairDamaged(input: { readonly file: SourceHandle }): { readonly card: AssessmentCard; readonly view: DamageView };
  restoreDamaged(input: { readonly file: SourceHandle; readonly backup: BackupHandle }): AssessmentCard;
  /** Removes the bytes of files for good (personal data, wrong client): the journal keeps who, why and the hash. Never undone. */
  purgeEvidence(input: Of & { readonly files: readonly { readonly intake: string; readonly path: string }[]; readonly reason: string }): Change & { readonly purged: PurgeReport };
}

export type Method = keyof Api;
export type Input<M extends Method> = Parameters<Api[M]>[0];
export type Output<M extends Method> = ReturnType<Api[M]>;

/** Events from the machine to the renderer. */
export type Told =
  | { readonly kind: 'progress'; readonly job: string; readonly phase: 'listing' | 'storing' | 'reading' | 'suggesting' | 'writing'; readonly done: number; readonly total: number | null; readonly bytesDone: number; readonly bytesTotal: number | null; readonly current: string | null; readonly bytesPerSecond: number | null; readonly secondsLeft: number | null }
  | { readonly kind: 'changed'; readonly assessment: AssessmentHandle; readonly revision: number }
  | { readonly kind: 'open-requested'; readonly file: SourceHandle }
  /** Something beside the journal changed in some window: the layer of an assessment, or (null) settings and the identity at the keyboard. */
  | { readonly kind: 'refresh'; readonly assessment: AssessmentHandle | null }
  | { readonly kind: 'menu'; readonly command: MenuCommand };

/** What a native menu asks of the page. The shell offers a command only where it makes sense; the page performs it as it does for its own keys. */
export type MenuCommand = 'new' | 'open' | 'import-files' | 'import-folder' | 'save-copy' | 'report' | 'undo' | 'redo' | 'find' | 'print' | 'settings' | 'catalogue' | 'licensed-wording' | 'journal' | 'help' | 'about' | 'close';

/**
 * What a shell hands to the renderer. `chooseEvidence` and `takeDropped` give handles for what the user picked or
 * dropped (null: cancelled); `deliver` lets the user save a finished file (a dialog, or a download).
 */
export type Bridge = {
  readonly call: <M extends Method>(method: M, input: Input<M>) => Promise<Reply<Output<M>>>;
  readonly listen: (told: (event: Told) => void) => () => void;
  readonly chooseEvidence: (kind: 'files' | 'folder') => Promise<readonly SourceHandle[] | null>;
  readonly takeDropped: (transfer: unknown) => Promise<readonly SourceHandle[] | null>;
  readonly chooseAssessment: () => Promise<SourceHandle | null>;
  readonly deliver: (file: ReportFile) => Promise<boolean>;
  /** One more window of the program, on its home screen; the reason where there can be none. */
  readonly openWindow: () => Promise<Problem | null>;
};

export const methods = Object.keys({
  start: true, setSettings: true, setIdentity: true, removeIdentity: true, readAbout: true, readLicence: true, createAssessment: true, openAssessment: true, openSample: true, closeAssessment: true, describeAssessment: true, cloneAssessment: true, setLayer: true, saveCopy: true,
  readCatalogue: true, readScore: true, readSuggestions: true, readSuggestionChanges: true, seeSuggestionChanges: true, readOverview: true, readWhy: true, readXray: true, listMilestones: true, compareMilestones: true, compareWithFile: true, readPlan: true, readEvidence: true, readSufficiency: true, makeRequestList: true, matchRequests: true, searchEvidence: true, readPersonalData: true, readEffectiveDays: true, correctEffectiveDay: true, readFacts: true, readSubjects: true, readSource: true, readBranch: true, readJournal: true, readJournalEntry: true,
  importEvidence: true, rejoin: true, cancel: true, removeEvidence: true, proposeMapping: true, setMapping: true,
  rate: true, clearRating: true, acceptSuggestions: true, rejectSuggestion: true, rejectSuggestions: true, confirmCarried: true, setRules: true, addMilestone: true, setConsensus: true, addNote: true, linkEvidence: true, linkFiles: true, unlinkEvidence: true, setPlanning: true, setAction: true, saveScenario: true, removeScenario: true, undo: true, redo: true, undoBatch: true,
  makeReport: true, verify: true, makeWordingTemplate: true, previewWording: true, applyWording: true, compareEditions: true, pinEdition: true,
  readBackups: true, makeBackup: true, drillBackup: true, restoreBackup: true, examineDamaged: true, repairDamaged: true, restoreDamaged: true, purgeEvidence: true,
} satisfies Record<Method, true>) as readonly Method[];
