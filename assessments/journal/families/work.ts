import { type Board, type Family, ranked, settled } from '../board.ts';
import type { AssessmentState } from '../state.ts';

type Work = Pick<AssessmentState, 'notes' | 'actions' | 'plan' | 'milestones'>;

/** Notes, own actions, the adopted plan and milestones. In a conflict the value from before stays. */
export const work: Family<Work> = {
  types: ['note.added', 'action.added', 'action.changed', 'action.dropped', 'plan.adopted', 'milestone.made', 'milestone.signed'],
  read: (board) => ({
    notes: board.list('note.added').map(({ author, at, payload }) => ({ ...payload, author, at })),
    actions: readActions(board),
    plan: settled(board, 'plan', 'plan.adopted')?.payload ?? null,
    milestones: readMilestones(board),
  }),
};

function readActions(board: Board): Work['actions'] {
  const texts = board.slots.ofKind('action-text').flatMap((slot) => settled(board, slot, 'action.added') ?? []);
  return ranked(board, texts).flatMap(({ payload }) => {
    const standing = settled(board, `action/${payload.action}`, 'action.added', 'action.changed');
    if (standing === undefined) return [];
    const { owner, due } = standing.payload;
    return [{ ...payload, owner, due, status: standing.type === 'action.changed' ? standing.payload.status : 'open' as const }];
  });
}

function readMilestones(board: Board): Work['milestones'] {
  const signed = new Set(board.list('milestone.signed').map(({ payload }) => payload.milestone));
  return board.list('milestone.made').map(({ at, payload }) => ({ ...payload, at, signed: signed.has(payload.milestone) }));
}
