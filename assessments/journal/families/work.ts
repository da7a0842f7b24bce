import { type Board, type Family, ranked, settled } from '../board.ts';
import type { AssessmentState } from '../state.ts';

type Work = Pick<AssessmentState, 'notes' | 'actions' | 'work' | 'plan' | 'planning' | 'scenarios' | 'milestones'>;

/** Notes, own actions and what was agreed about any, the plan that was asked for and adopted, scenarios and milestones. In a conflict the value from before stays. */
export const work: Family<Work> = {
  types: ['note.added', 'action.added', 'action.changed', 'action.dropped', 'plan.adopted', 'planning.set', 'scenario.saved', 'scenario.removed', 'milestone.made', 'milestone.signed'],
  read: (board) => ({
    notes: board.list('note.added').map(({ author, at, payload }) => ({ ...payload, author, at })),
    actions: readActions(board),
    work: board.slots.ofKind('action').flatMap((slot) => readWork(board, slot)),
    plan: settled(board, 'plan', 'plan.adopted')?.payload ?? null,
    planning: settled(board, 'planning', 'planning.set')?.payload ?? null,
    scenarios: board.slots.ofKind('scenario').flatMap((slot) => settled(board, slot, 'scenario.saved')?.payload ?? []),
    milestones: readMilestones(board),
  }),
};

function readActions(board: Board): Work['actions'] {
  const texts = board.slots.ofKind('action-text').flatMap((slot) => settled(board, slot, 'action.added') ?? []);
  return ranked(board, texts).flatMap(({ payload }) => {
    return readWork(board, `action/${payload.action}`).map((agreed) => ({ ...payload, ...agreed }));
  });
}

function readWork(board: Board, slot: string): Work['work'] {
  const standing = settled(board, slot, 'action.added', 'action.changed');
  if (standing === undefined) return [];
  const { action, owner, due } = standing.payload;
  return [{ action, owner, due, status: standing.type === 'action.changed' ? standing.payload.status : 'open' }];
}

function readMilestones(board: Board): Work['milestones'] {
  const signed = new Set(board.list('milestone.signed').map(({ payload }) => payload.milestone));
  return board.list('milestone.made').map(({ author, at, payload }) => ({ ...payload, author, at, signed: signed.has(payload.milestone) }));
}
