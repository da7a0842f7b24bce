import { describe, expect, it } from 'vitest';
import { filterCounts } from '../../../renderer/desk/filters.ts';
import { openNode, searchFor, toggleFilter, following } from '../../../renderer/desk/moving.ts';
import { rateCurrent } from '../../../renderer/desk/recording.ts';
import { listed, rowsOf, subjectsIn, type Row } from '../../../renderer/desk/rows.ts';
import { openAssessmentDesk, type RealDesk } from './real-desk.ts';

function rows(desk: RealDesk): readonly Row[] {
  const { working, scoring } = desk.store.get();
  return rowsOf(listed(subjectsIn(working!, scoring), scoring));
}
const gates = (desk: RealDesk) => rows(desk).flatMap((row) => (row.kind === 'gate' ? [[row.level, row.gate.state, row.gate.state === 'held' ? row.gate.blocking : null]] : []));

describe('the list of requirements', () => {
  it('puts the gate before each level: reached, held by so many, or later', async () => {
    const desk = await openAssessmentDesk();
    await rateCurrent(desk, 'F', { move: true });

    expect(gates(desk)).toEqual([[1, 'reached', null], [2, 'held', 3], [3, 'later', null], [4, 'later', null], [5, 'later', null]]);
  });

  it('heads each sub-item where several are listed', async () => {
    const desk = await openAssessmentDesk();

    openNode(desk, '2');

    expect(rows(desk).flatMap((row) => (row.kind === 'head' ? [row.group.id] : []))).toEqual(['2.1.1', '2.1.2', '2.1.3', '2.2.1', '2.2.2', '2.2.3', '2.2.4', '2.3.1', '2.3.2', '2.3.3']);
  });

  it('keeps what was just rated though a filter would take it away, and knows what follows it', async () => {
    const desk = await openAssessmentDesk();
    toggleFilter(desk, 'unanswered');

    await rateCurrent(desk, 'F', { move: false });

    const { working, scoring } = desk.store.get();
    const ids = listed(subjectsIn(working!, scoring), scoring).map(({ located }) => located.requirement.id);
    expect([ids.slice(0, 2), following(desk, 1), filterCounts(subjectsIn(working!, scoring)).unanswered]).toEqual([['1.1.1-L1-1', '1.1.1-L2-1'], '1.1.1-L2-1', 10]);
  });

  it('searches the whole pack in both languages', async () => {
    const desk = await openAssessmentDesk();

    searchFor(desk, '2.3.1-l2 ');
    const byCode = listed(subjectsIn(desk.store.get().working!, desk.store.get().scoring), desk.store.get().scoring).length;
    searchFor(desk, '2.3.1 traffic');

    expect([byCode, new Set(rows(desk).flatMap((row) => (row.kind === 'requirement' ? [row.subject.located.group.id] : [])))]).toEqual([3, new Set(['2.3.1'])]);
  });
});
