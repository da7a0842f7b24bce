/**
 * The API: all that the renderer may see of the machine, in both shells. An interface of plain functions; the bridge,
 * the handlers and the shells derive everything else from it. Replies are values: `{ ok, value }` or `{ ok, problem }`.
 * No method takes or gives a path of the machine: files travel as handles that only a shell can issue.
 */
import type { ActionWork, Confidence, Language, Layer, Pack, Place, PlanSettings, Policy, RatingValue, RecordMapping, RequestFilter, Rollup, Scenario, ScoringRules, SubjectKind } from '#assessments';
import type { EffectiveDaysView, FactFilter, FactsView, PersonalDataView, RequestMatches, SearchView, SubjectsView, SufficiencyView, SuggestionChangesView, WantedLink } from './contract/evidence.ts';
import type { EvidenceView, IntakeReport, TableOffer } from './contract/files.ts';
import type { AssessmentHandle, SourceHandle } from './contract/handles.ts';
import type { JournalEntryView, JournalFilter, JournalView } from './contract/journal.ts';
import type { BackupHandle, BackupsView, DamageView, PurgeReport, Verification } from './contract/keeping.ts';
import type { PlanQuestion, PlanView } from './contract/planning.ts';
import type { Change, Header, ScoreView } from './contract/rating.ts';
import type { ReportFile, ReportRequest } from './contract/reports.ts';
import type { ComparisonView, MilestonesView, OverviewView, WantedRules, WhyView, XrayView } from './contract/results.ts';
import type { SourceView, TreeLine } from './contract/sources.ts';
import type { AboutView, AssessmentCard, Identity, Settings, StartView } from './contract/start.ts';
import type { SuggestionsView } from './contract/suggestions.ts';
import type { EditionsView, WordingPreview } from './contract/wording.ts';

export type { Bridge, MenuCommand, Told } from './contract/bridge.ts';
export type { EffectiveDaysView, FactFilter, FactsView, FieldMeanings, PersonalDataView, RequestMatches, SearchView, SubjectName, SubjectRow, SubjectsView, SufficiencyView, SuggestionChangesView, WantedLink } from './contract/evidence.ts';
export type { EvidenceRow, EvidenceView, IntakeReport, TableOffer } from './contract/files.ts';
export type { AssessmentHandle, DownloadHandle, SourceHandle } from './contract/handles.ts';
export { type JournalEntryView, type JournalEventRow, type JournalFilter, type JournalKind, type JournalRow, type JournalView, journalKinds } from './contract/journal.ts';
export type { BackupHandle, BackupRow, BackupsView, DamageView, PurgeReport, Verification } from './contract/keeping.ts';
export type { PlanQuestion, PlanView, ScenarioView } from './contract/planning.ts';
export type { Change, Header, RequirementView, Saved, ScoreView, UndoLabel } from './contract/rating.ts';
export type { Problem, Reply } from './contract/replies.ts';
export type { ReportFile, ReportRequest } from './contract/reports.ts';
export type { ComparisonView, MilestoneRow, MilestonesView, OverviewView, WantedRules, WhyView, XrayView } from './contract/results.ts';
export type { DocumentPicture, GitPicture, ImagePicture, PlacePicture, SourceView, TablePicture, TreeLine } from './contract/sources.ts';
export type { AboutView, AssessmentCard, Identity, Settings, StartView, Theme } from './contract/start.ts';
export type { CitedFact, SuggestionsView } from './contract/suggestions.ts';
export type { EditionsView, WordingPreview } from './contract/wording.ts';

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

export const methods = Object.keys({
  start: true, setSettings: true, setIdentity: true, removeIdentity: true, readAbout: true, readLicence: true, createAssessment: true, openAssessment: true, openSample: true, closeAssessment: true, describeAssessment: true, cloneAssessment: true, setLayer: true, saveCopy: true,
  readCatalogue: true, readScore: true, readSuggestions: true, readSuggestionChanges: true, seeSuggestionChanges: true, readOverview: true, readWhy: true, readXray: true, listMilestones: true, compareMilestones: true, compareWithFile: true, readPlan: true, readEvidence: true, readSufficiency: true, makeRequestList: true, matchRequests: true, searchEvidence: true, readPersonalData: true, readEffectiveDays: true, correctEffectiveDay: true, readFacts: true, readSubjects: true, readSource: true, readBranch: true, readJournal: true, readJournalEntry: true,
  importEvidence: true, rejoin: true, cancel: true, removeEvidence: true, proposeMapping: true, setMapping: true,
  rate: true, clearRating: true, acceptSuggestions: true, rejectSuggestion: true, rejectSuggestions: true, confirmCarried: true, setRules: true, addMilestone: true, setConsensus: true, addNote: true, linkEvidence: true, linkFiles: true, unlinkEvidence: true, setPlanning: true, setAction: true, saveScenario: true, removeScenario: true, undo: true, redo: true, undoBatch: true,
  makeReport: true, verify: true, makeWordingTemplate: true, previewWording: true, applyWording: true, compareEditions: true, pinEdition: true,
  readBackups: true, makeBackup: true, drillBackup: true, restoreBackup: true, examineDamaged: true, repairDamaged: true, restoreDamaged: true, purgeEvidence: true,
} satisfies Record<Method, true>) as readonly Method[];
