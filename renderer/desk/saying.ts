import { organisationTypeParameter, type Language } from '#assessments';
import type { UndoLabel } from '#contract';
import { clockTime } from '../format.ts';
import { textOf, type TextKey } from '../text/text.ts';
import type { Working } from './state.ts';

/** What assistive software reads out after a change: that it is saved, and every level that moved. */
export function saidOf(language: Language, before: Working, after: Working): string {
  const text = textOf(language);
  const moved = after.result.nodes
    .filter(({ id, kind, level }) => kind === 'subItem' && before.nodes.get(id)?.level !== level)
    .map(({ id, level }) => text('announce.level', { name: after.index.groups.get(id)?.[language] ?? id, level: level ?? '–' }));
  return [text('announce.saved', { time: clockTime(after.savedAt) }), ...moved].join(' ');
}

const undoable: Readonly<Record<string, TextKey>> = {
  'rating.set': 'undo.rating-set', 'rating.cleared': 'undo.rating-cleared', 'suggestion.rejected': 'undo.rejected', 'note.added': 'undo.note',
  'link.added': 'undo.link', 'link.removed': 'undo.unlink', 'consensus.set': 'undo.consensus', 'consensus.cleared': 'undo.consensus',
  'evidence.added': 'undo.evidence-added', 'evidence.removed': 'undo.evidence-removed', 'evidence.mapped': 'undo.mapping', 'evidence.described': 'undo.day', 'policy.set': 'undo.details', 'target.set': 'undo.details',
  'assessment.renamed': 'undo.details', 'assessment.scoped': 'undo.details', 'window.set': 'undo.details', 'pack.pinned': 'undo.details', 'assessment.created': 'undo.details',
  [organisationTypeParameter]: 'undo.details', 'parameter.set': 'undo.rules', 'planning.set': 'undo.planning', 'action.changed': 'undo.action', 'scenario.saved': 'undo.scenario', 'scenario.removed': 'undo.scenario-removed',
};

/** Names the action that was taken back or done again: `已撤销：评分 2.2.3-L3-1`. */
export function undoneText(language: Language, which: 'undo' | 'redo', label: UndoLabel | null): string {
  const text = textOf(language);
  const key = label === null ? undefined : undoable[label.what];
  const action = key === undefined ? (label?.what ?? '') : (text as (key: TextKey) => string)(key);
  const what = [action, label?.requirement ?? ''].filter((part) => part !== '').join(' ');
  return text(which === 'undo' ? 'undo.undone' : 'undo.redone', { what });
}
