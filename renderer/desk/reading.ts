import type { Change, Header, ScoreView, SuggestionsView } from '#contract';
import { ask, type Desk } from './desk.ts';
import type { PackIndex } from './pack-index.ts';
import { indexPack } from './pack-index.ts';
import type { DeskState, Working } from './state.ts';

/** Reads all of an assessment that the screens share; null where it could not be read (the reason has been shown). */
export async function readWorking(desk: Desk, header: Header): Promise<Working | null> {
  const of = { assessment: header.assessment };
  const [pack, score, suggestions] = await Promise.all([ask(desk, 'readCatalogue', of), ask(desk, 'readScore', of), ask(desk, 'readSuggestions', of)]);
  if (pack === null || score === null || suggestions === null) return null;

  return withSuggestions(workingFrom(indexPack(pack), score), suggestions);
}

function workingFrom(index: PackIndex, score: ScoreView): Working {
  return {
    assessment: score.header.assessment, header: score.header, index,
    ...resultParts(score.result),
    views: new Map(score.requirements.map((view) => [view.requirement, view])),
    suggestions: new Map(), cited: new Map(), facts: 0, files: 0, sufficiency: new Map(), changed: null,
    revision: score.revision, savedAt: score.savedAt, undo: score.undo, redo: score.redo, conflicts: score.conflicts,
  };
}

function resultParts(result: ScoreView['result']): Pick<Working, 'result' | 'nodes'> {
  return { result, nodes: new Map(result.nodes.map((node) => [node.id, node])) };
}

function withSuggestions(working: Working, view: SuggestionsView): Working {
  return {
    ...working,
    suggestions: new Map(view.suggestions.map((suggestion) => [suggestion.requirement, suggestion])),
    cited: new Map(view.cited.map((fact) => [fact.index, fact])),
    facts: view.facts, files: view.files,
  };
}

/** Puts in what a change answered: the requirements it touched, the new result, when it was saved. */
export function applyChange(working: Working, change: Change): Working {
  const views = new Map(working.views);
  for (const view of change.requirements) views.set(view.requirement, view);
  return { ...working, ...resultParts(change.result), views, revision: change.revision, savedAt: change.savedAt, undo: change.undo, redo: change.redo };
}

/** Reads ratings and suggestions again, after an import or a change from another window. */
export async function readAgain(desk: Desk): Promise<void> {
  const { working } = desk.store.get();
  if (working === null) return;

  const of = { assessment: working.assessment };
  const [score, suggestions] = await Promise.all([ask(desk, 'readScore', of), ask(desk, 'readSuggestions', of)]);
  if (score === null || suggestions === null) return;

  const fresh = { ...withSuggestions(workingFrom(working.index, score), suggestions), sufficiency: working.sufficiency, changed: working.changed };
  desk.store.set((state) => (state.working?.assessment === fresh.assessment ? { ...state, working: fresh } : state));
}

/** Reads the catalogue as well, where another edition of the pack may count now; what it has no more is not in hand any longer. */
export async function readAll(desk: Desk): Promise<void> {
  const { working } = desk.store.get();
  const fresh = working === null ? null : await readWorking(desk, working.header);
  if (fresh !== null) desk.store.set((state) => (state.working?.assessment === fresh.assessment ? { ...state, working: fresh, ...placesLeft(state, fresh.index) } : state));
}

/** Where the screens stand, as far as the pack still has it. */
function placesLeft({ scoring, consulting }: DeskState, { groups, requirements, order }: PackIndex): Pick<DeskState, 'scoring' | 'consulting'> {
  const requirement = (id: string | null): string | null => (id !== null && requirements.has(id) ? id : null);
  const group = (id: string, otherwise: string): string => (id === '' || groups.has(id) ? id : otherwise);
  const current = requirement(scoring.current) ?? order[0] ?? null;
  return {
    scoring: { ...scoring, current, node: group(scoring.node, requirements.get(current ?? '')?.group.id ?? '') },
    consulting: { ...consulting, current: requirement(consulting.current), node: group(consulting.node, '') },
  };
}
