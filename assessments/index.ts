/** The door of the core: everything others may use, by name. */
export type { Bilingual, Language } from './language.ts';
export { type Result, fail, ok } from './result.ts';
export { type Messages, type Text, createText } from './text.ts';

export { type Action, type Check, type Group, type GroupKind, type Level, type OrganisationType, type Pack, type PackText, type Requirement, type Role, type TagKind, type TagTerm, axes, roles, tagKinds, verifyMethods } from './catalogue/pack.ts';
export { codesIn } from './catalogue/evidence-codes.ts';
export { packHash } from './catalogue/hash.ts';
export { loadPack } from './catalogue/load.ts';
export type { CatalogueProblem, CatalogueProblemKind } from './catalogue/problem.ts';
export { type PackSurvey, surveyPack } from './catalogue/survey.ts';
export { tagsOf } from './catalogue/tags.ts';
export { licensedEdition, licensedNotice } from './catalogue/wording/licensed-edition.ts';
export type { WordingProblem } from './catalogue/wording/problem.ts';
export { type PackWording, readWording } from './catalogue/wording/read-wording.ts';
export { type WordingWorkbook, wordingWorkbook } from './catalogue/wording/sheets.ts';
export { type WordMark, wordMarks } from './catalogue/wording/word-marks.ts';
export { type WordingChange, type WordingDiff, wordingDiff } from './catalogue/wording/wording-diff.ts';

export type { Place } from './evidence/place.ts';
export type { Diagnostic, DiagnosticKind, SourceFile } from './evidence/file.ts';
export type { Decoded, DecodedDocument, DecodedGit, DecodedRow, DecodedSheet, DecodedSheets, DecodedTable, DecodedTables, DecodedValue, GitCommit, GitRef } from './evidence/decoded.ts';
export { type Fragment, fragment as fragmentSchema } from './evidence/fragment.ts';
export { type Fact, type FactOf, type FactType, fact as factSchema, factFamilies, factTypes } from './evidence/facts.ts';
export { documentFormats } from './evidence/facts/documents.ts';
export { instantOf } from './evidence/instant.ts';
export { type DaySource, type EffectiveDays, daySources, effectiveDays, liesWithin } from './evidence/effective-days.ts';
export { documentRoot } from './evidence/document-root.ts';
export type { Documents } from './evidence/documents.ts';
export type { Importer, Reading } from './evidence/importer.ts';
export { importers } from './evidence/importers/index.ts';
export { parseDocuments } from './evidence/parse-documents.ts';
export { type LineRange, placeLines } from './evidence/place-lines.ts';
export { type PersonalData, personalDataIn, personalKinds } from './evidence/personal-data-in.ts';
export { pointerTokens } from './evidence/pointer.ts';
export { type FileReading, readEvidence } from './evidence/read-evidence.ts';
export { type RecordField, type RecordKind, type RecordMapping, headingsKey, recordFields, recordKinds, recordMapping as recordMappingSchema } from './evidence/record-table/mapping.ts';
export { likelyMapping } from './evidence/record-table/propose.ts';
export { tablesIn } from './evidence/record-table/table.ts';
export { type FoundInFile, searchFile, soughtWords } from './evidence/search-file.ts';
export { type Resolution, resolvePlace } from './evidence/resolve-place.ts';
export { type CompletedFacts, completeFacts } from './evidence/complete-facts.ts';
export { changedFileKind } from './evidence/git/changed-files.ts';
export { type Subject, subjectsOf } from './evidence/subjects.ts';
export { type SubjectKind, subjectKinds } from './evidence/mentions.ts';
export { type FactFamily, factNames, familyNames, subjectNames } from './evidence/words/fact-names.ts';
export { type FieldName, fieldName } from './evidence/words/field-names.ts';
export { escapedSigns, soughtForm, visibleName, visibleSigns } from './evidence/visible-signs.ts';
export { valueInChinese } from './evidence/words/value-words.ts';

export { checkCatalogue } from './findings/check-catalogue.ts';
export { type CheckProgram, compileChecks, knownChecks } from './findings/compile.ts';
export { type SuggestionChange, suggestionChanges } from './findings/suggestion-changes.ts';
export { placeText } from './findings/sentence.ts';
export { suggest, suggestStepwise } from './findings/suggest.ts';
export type { CheckFinding, Suggestion } from './findings/suggestion.ts';

export {
  type Author, type Confidence, type Draft, type EventType, type EvidenceFile, type JournalEvent, type Layer, type Payload, type Policy, type RatingValue, type Rollup, type StoredEvent,
  confidences, layers, machineAuthor, planning as planningSchema, policies, ratingValues, rollups,
} from './journal/event.ts';
export type { AssessmentState, CarriedRating, Conflict, Consensus, Intake, Rating } from './journal/state.ts';
export { canonicalHash, canonicalText } from './journal/canonical.ts';
export { type CausalFault, type CausalOrder, causalOrder } from './journal/causal-order.ts';
export { chainHeads } from './journal/chain-heads.ts';
export { type EvidenceChange, lastEvidenceChange } from './journal/evidence-changes.ts';
export { editionsInForce, pinnedEditions } from './journal/editions-in-force.ts';
export { eventsAt } from './journal/events-at.ts';
export { type Folding, fold, startFolding } from './journal/fold.ts';
export { chosenOrganisationType, organisationTypeOf, organisationTypeParameter } from './journal/organisation-type.ts';
export { type Sealing, sealEvent, sealedText } from './journal/seal-event.ts';
export { type UndoVerdict, type UndoVerdicts, undoVerdicts } from './journal/undo-verdicts.ts';
export { type UndoBatch, type UndoScope, redoable, undoable } from './journal/undoable.ts';
export { type JournalFault, verifyChains } from './journal/verify-chains.ts';

export { type CarryInput, carryOver } from './scoring/carry-over.ts';
export { type CompareSide, compare, sideOf } from './scoring/compare.ts';
export { comparisonInWords } from './scoring/compare-in-words.ts';
export type { Causes, ComparedNode, Comparison, RatingMove, Reached, SideName } from './scoring/comparison.ts';
export { type Certainty, type Doubt, certaintyOf, confidencesOf, doubts } from './scoring/doubts.ts';
export { finalRatings } from './scoring/final-rating.ts';
export type { Lift, RatingChange } from './scoring/lift.ts';
export type { FinalRating, NodeResult, ScoreResult } from './scoring/result.ts';
export { policyNames, rollupNames, rulesInWords } from './scoring/rule-words.ts';
export { type ScoringRules, defaultRules, ruleParameters, rulesOf } from './scoring/rules.ts';
export { type ScoreInput, score } from './scoring/score.ts';
export { sufficiencyOf, sufficiencyShares } from './scoring/sufficiency.ts';
export { type AskNext, askNext } from './scoring/sufficiency/ask-next.ts';
export { type Sufficiency, type SufficiencyInput, evidenceKinds, sufficiencyStates } from './scoring/sufficiency/result.ts';
export { type TagLevel, type TagView, type TagViews, tagViews } from './scoring/tag-views.ts';
export { type WhyInput, why } from './scoring/why.ts';
export { whyInWords } from './scoring/why-in-words.ts';
export type { Blocker, Sensitivity, Turn, Why } from './scoring/why-result.ts';
export { type Severity, type XrayFinding, type XrayInput, type XrayKind, severities, xray, xrayKinds } from './scoring/xray.ts';
export { computePlan } from './planning/compute-plan.ts';
export { countGaps, gapsOf } from './planning/gaps.ts';
export { type PlanInput, makePlan } from './planning/make-plan.ts';
export type {
  ActionWork, Alternative, CurvePoint, Effort, EffortRange, Gap, Obstacle, Plan, PlanGoal, PlannedAction, PlanSettings, QuickWin, Scenario, Wave, Waves,
} from './planning/plan.ts';
export { type PlanningInput, openSettings } from './planning/planning-input.ts';
export type { Programme, Solution, Solve } from './planning/programme.ts';
export { type WhatIfInput, whatIf } from './planning/what-if.ts';

export type {
  Block, Cell, ChartSpec, Column, Condition, CurveSpec, Formula, LadderCell, LadderSpec, LadderStrip, LevelMark, Line, RadarSpec, RatingMark, ReportDocument, Row, Sheet, SuggestionMark, Table, Tone, TrendSpec, Wording,
} from './reports/document.ts';
export { type EvidenceRequest, type RequestFilter, evidenceRequests } from './reports/requests/evidence-requests.ts';
export { type FileMatch, type KnownContent, type MatchedFolder, isSureMatch, linkOfMatch, matchFiles } from './reports/requests/match-files.ts';
export { type RequestList, requestDocument } from './reports/requests/request-document.ts';
export { roleNames, stateNames } from './reports/requests/request-words.ts';
export type { ReportDepth, ReportInput, ReportOptions } from './reports/report-input.ts';
export { buildReport } from './reports/build-report.ts';
export { paperColours, radarOption } from './reports/charts.ts';
export { type Shape, ladderPicture, ladderRow } from './reports/ladder-drawing.ts';
export { type LineColours, type Picture, curvePicture, trendPicture } from './reports/line-drawings.ts';
export { type EvidenceBalance, evidenceBalance } from './reports/highlights.ts';
export { levelColours, palette } from './reports/palette.ts';

export { type ResultJson, resultJson, resultJsonSchema } from './reports/result-json.ts';
