import { type Board, type Family, ranked, settled } from '../board.ts';
import type { AssessmentState } from '../state.ts';

type Subject = Pick<AssessmentState, 'assessment' | 'organisation' | 'project' | 'scope' | 'timeZone' | 'sample' | 'createdAt' | 'window' | 'policy' | 'rollup' | 'targets' | 'parameters' | 'packs' | 'assessors'>;

/** What is assessed, by which standard and rules, and by whom. In a conflict the value from before stays. */
export const subject: Family<Subject> = {
  types: ['assessment.created', 'assessment.renamed', 'assessment.scoped', 'window.set', 'policy.set', 'target.set', 'parameter.set', 'pack.pinned', 'assessor.joined'],
  read: (board) => ({
    ...readIdentity(board),
    window: settled(board, 'window', 'window.set')?.payload ?? { from: null, to: null },
    policy: settled(board, 'policy', 'policy.set')?.payload.policy ?? 'strict',
    rollup: settled(board, 'policy', 'policy.set')?.payload.rollup ?? 'minimum',
    targets: Object.fromEntries(each(board, 'target', 'target.set').flatMap(({ payload: { node, level } }) => (level === null ? [] : [[node ?? '', level] as const]))),
    parameters: Object.fromEntries(each(board, 'parameter', 'parameter.set').map(({ payload: { name, value } }) => [name, value])),
    packs: each(board, 'pack', 'pack.pinned').map(({ payload }) => payload),
    assessors: each(board, 'assessor', 'assessor.joined').map(({ payload }) => payload),
  }),
};

type Identity = Pick<Subject, 'assessment' | 'organisation' | 'project' | 'scope' | 'timeZone' | 'sample' | 'createdAt'>;
const nobody = { assessment: '', organisation: '', project: '', scope: '', timeZone: '+08:00', sample: false };

/** Of several creations, which only a union of strange files can hold, the first in causal order is the assessment. */
function readIdentity(board: Board): Identity {
  const created = settled(board, 'assessment', 'assessment.created') ?? board.list('assessment.created')[0];
  const { assessment, timeZone, sample, ...first } = created?.payload ?? nobody;
  const { organisation, project } = settled(board, 'name', 'assessment.created', 'assessment.renamed')?.payload ?? first;
  const { scope } = settled(board, 'scope', 'assessment.created', 'assessment.scoped')?.payload ?? first;
  return { assessment, organisation, project, scope, timeZone, sample, createdAt: created?.at ?? '' };
}

/** The settled event of every slot of a kind, in causal order. */
function each<Type extends 'target.set' | 'parameter.set' | 'pack.pinned' | 'assessor.joined'>(board: Board, kind: string, type: Type) {
  return ranked(board, board.slots.ofKind(kind).flatMap((slot) => settled(board, slot, type) ?? []));
}
