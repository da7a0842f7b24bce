import type { Bilingual, Confidence, Place, RatingValue, RecordMapping, Suggestion } from '#assessments';
import type { Change, JournalRow, Reply, WantedLink } from '#contract';
import { languageOf, say, setScoring, showProblem, type Desk } from './desk.ts';
import { following, select } from './moving.ts';
import { applyChange, readAgain } from './reading.ts';
import type { RatingDraft, Working } from './state.ts';
import { saidOf, undoneText } from './saying.ts';
import { textOf } from '../text/text.ts';

type Making = (working: Working) => Promise<Reply<Change>>;

/** Asks for a change and shows what it answered; the working state, or null where it was refused (the reason is shown). */
export async function record(desk: Desk, make: Making): Promise<Working | null> {
  const before = desk.store.get().working;
  if (before === null) return null;

  const reply = await make(before);
  if (!reply.ok) {
    showProblem(desk, reply.problem);
    return null;
  }
  const after = applyChange(before, reply.value);
  const announcement = saidOf(languageOf(desk.store.get()), before, after);
  desk.store.set((state) => (state.working?.assessment === after.assessment ? { ...state, working: after, announcement } : state));
  return after;
}

/** What a rating of this requirement would carry: what was typed for it, else what its standing rating has. */
function draftOf(desk: Desk, requirement: string): RatingDraft {
  const { scoring, working } = desk.store.get();
  const mine = working?.views.get(requirement)?.mine;
  return scoring.drafts.get(requirement) ?? { confidence: mine?.confidence ?? null, rationale: mine?.rationale ?? '' };
}

function setDraft(desk: Desk, requirement: string, change: Partial<RatingDraft>): void {
  const draft = { ...draftOf(desk, requirement), ...change };
  desk.store.set((state) => ({ ...state, scoring: { ...state.scoring, drafts: new Map(state.scoring.drafts).set(requirement, draft) } }));
}

function dropDraft(desk: Desk, requirement: string): void {
  const drafts = new Map(desk.store.get().scoring.drafts);
  drafts.delete(requirement);
  setScoring(desk, { drafts, asking: null, awaitingConfidence: false });
}

/** Rates the current requirement; only after the machine has it safe does the highlight move on. */
export async function rateCurrent(desk: Desk, value: RatingValue, options: { readonly move: boolean; readonly rationale?: string; readonly accepted?: readonly string[] }): Promise<void> {
  const requirement = desk.store.get().scoring.current;
  if (requirement === null) return;

  const draft = draftOf(desk, requirement);
  const next = options.move ? following(desk, 1) : null;
  const made = await record(desk, ({ assessment }) => desk.bridge.call('rate', {
    assessment, requirements: [requirement], value, confidence: draft.confidence, rationale: options.rationale ?? draft.rationale, accepted: options.accepted ?? [],
  }));
  if (made === null) return;

  dropDraft(desk, requirement);
  if (next !== null && desk.store.get().scoring.current === requirement) select(desk, next);
}

/** Rates the current requirement again with other confidence or rationale; before it is rated they wait in the draft. */
export async function changeRating(desk: Desk, requirement: string, change: { readonly confidence?: Confidence | null; readonly rationale?: string }): Promise<void> {
  const mine = desk.store.get().working?.views.get(requirement)?.mine;
  if (!mine) {
    setDraft(desk, requirement, change);
    return;
  }
  const { confidence = mine.confidence, rationale = mine.rationale } = change;
  if (confidence === mine.confidence && rationale === mine.rationale) return;

  const accepted = mine.basis.kind === 'human' ? mine.basis.accepted : [];
  const made = await record(desk, ({ assessment }) => desk.bridge.call('rate', { assessment, requirements: [requirement], value: mine.value, confidence, rationale, accepted }));
  if (made !== null) dropDraft(desk, requirement);
}

export async function clearCurrent(desk: Desk): Promise<void> {
  const requirement = desk.store.get().scoring.current;
  if (requirement === null || !desk.store.get().working?.views.get(requirement)?.mine) return;
  await record(desk, ({ assessment }) => desk.bridge.call('clearRating', { assessment, requirements: [requirement] }));
}

/** Takes the suggestion over as one's own rating, naming the checks it rests on. */
export async function acceptSuggestion(desk: Desk, suggestion: Suggestion, move: boolean): Promise<void> {
  if (suggestion.rating === null) return;
  await rateCurrent(desk, suggestion.rating, { move, accepted: suggestion.checks.map(({ id }) => id) });
}

export async function rejectSuggestion(desk: Desk, requirement: string, reason: string): Promise<void> {
  const made = await record(desk, ({ assessment }) => desk.bridge.call('rejectSuggestion', { assessment, requirement, reason }));
  if (made !== null) setScoring(desk, { asking: null });
}

export async function addNote(desk: Desk, requirement: string, text: string, saidBy: string | null): Promise<void> {
  const made = await record(desk, ({ assessment }) => desk.bridge.call('addNote', { assessment, requirement, text, saidBy }));
  if (made !== null) setScoring(desk, { asking: null });
}

export async function setConsensus(desk: Desk, requirement: string, value: RatingValue | null, rationale: string): Promise<void> {
  const made = await record(desk, ({ assessment }) => desk.bridge.call('setConsensus', { assessment, requirement, value, rationale }));
  if (made !== null) setScoring(desk, { asking: null });
}

export type NewLink = { readonly requirement: string; readonly intake: string; readonly path: string; readonly locator: Place | null; readonly stance: 'for' | 'against'; readonly note: string };

export async function linkEvidence(desk: Desk, link: NewLink): Promise<boolean> {
  return (await record(desk, ({ assessment }) => desk.bridge.call('linkEvidence', { assessment, ...link }))) !== null;
}

export async function unlinkEvidence(desk: Desk, link: string): Promise<void> {
  await record(desk, ({ assessment }) => desk.bridge.call('unlinkEvidence', { assessment, link }));
}

export async function removeIntake(desk: Desk, intake: string): Promise<boolean> {
  const made = await record(desk, ({ assessment }) => desk.bridge.call('removeEvidence', { assessment, intake, paths: null }));
  if (made !== null) await readAgain(desk);
  return made !== null;
}

/** Deletes the contents of files for good, and says what went with them; false where it was refused. */
export async function purge(desk: Desk, wanted: { readonly files: readonly { readonly intake: string; readonly path: string }[]; readonly reason: string }): Promise<boolean> {
  const told: Bilingual[] = [];
  const made = await record(desk, async ({ assessment }) => {
    const reply = await desk.bridge.call('purgeEvidence', { assessment, ...wanted });
    if (reply.ok) told.push(reply.value.purged);
    return reply;
  });
  if (made === null) return false;
  await readAgain(desk);
  for (const report of told) say(desk, report[languageOf(desk.store.get())]);
  return true;
}

/** Corrects the day a file is effective for, null: back to what its content says; false where it was refused. */
export async function correctDay(desk: Desk, wanted: { readonly intake: string; readonly path: string; readonly day: string | null; readonly reason: string }): Promise<boolean> {
  return (await record(desk, ({ assessment }) => desk.bridge.call('correctEffectiveDay', { assessment, ...wanted }))) !== null;
}

/** Takes one file out of the evidence; it can be brought back. */
export async function removeFile(desk: Desk, intake: string, path: string): Promise<boolean> {
  const made = await record(desk, ({ assessment }) => desk.bridge.call('removeEvidence', { assessment, intake, paths: [path] }));
  if (made !== null) await readAgain(desk);
  return made !== null;
}

/** Says how the table of records in a file is read, and shows what came out of it; false where it was refused. */
export async function setMapping(desk: Desk, wanted: { readonly intake: string; readonly path: string; readonly mapping: RecordMapping | null }): Promise<boolean> {
  const made = await record(desk, ({ assessment }) => desk.bridge.call('setMapping', { assessment, ...wanted }));
  if (made !== null) await readAgain(desk);
  return made !== null;
}

/** Takes back an action of one's own from the journal, and says which it was. */
export async function undoAction(desk: Desk, action: Pick<JournalRow, 'batch' | 'what' | 'kind'>): Promise<void> {
  const made = await record(desk, ({ assessment }) => desk.bridge.call('undoBatch', { assessment, batch: action.batch }));
  if (made === null) return;

  const language = languageOf(desk.store.get());
  say(desk, textOf(language)('undo.undone', { what: action.what[language] }));
  if (action.kind === 'evidence' || action.kind === 'details') await readAgain(desk);
}

/** Takes back, or does again, one's own last action of this session, and says which it was. */
export async function undoOrRedo(desk: Desk, which: 'undo' | 'redo'): Promise<void> {
  const { working } = desk.store.get();
  if (working === null) return;

  const label = working[which];

  const made = await record(desk, ({ assessment }) => desk.bridge.call(which, { assessment }));
  if (made === null) return;

  const language = languageOf(desk.store.get());
  say(desk, undoneText(language, which, label));
  // The header and the suggestions come with reading again.
  if (label !== null && /^(?:assessment|evidence|organisation|parameter|policy|target|window)\./.test(label.what)) await readAgain(desk);
  if (label?.requirement && desk.store.get().screen === 'score') select(desk, label.requirement);
}

/** Takes over or rejects many suggestions in one action, and says how many; false where it was refused. */
export async function answerSuggestions(desk: Desk, { what, requirements, reason }: { readonly what: 'accept' | 'reject'; readonly requirements: readonly string[]; readonly reason: string }): Promise<boolean> {
  const made = await record(desk, ({ assessment }) => (what === 'accept' ? desk.bridge.call('acceptSuggestions', { assessment, requirements }) : desk.bridge.call('rejectSuggestions', { assessment, requirements, reason })));
  if (made !== null) say(desk, textOf(languageOf(desk.store.get()))(`bulk.${what}ed`, { count: requirements.length }));
  return made !== null;
}

/** Links files to requirements in one action; false where it was refused. */
export async function linkFiles(desk: Desk, links: readonly WantedLink[]): Promise<boolean> {
  return (await record(desk, ({ assessment }) => desk.bridge.call('linkFiles', { assessment, links }))) !== null;
}
