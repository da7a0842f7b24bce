import { describe, expect, test } from 'vitest';
import { type Draft, fold } from '#assessments';
import { anna, bo, creation, laptops, numbered, undo } from '../builders/journal.ts';

const limits = { must: ['A'], never: [], budget: 40, capacity: null, roleCapacity: { 'data engineer': 10 }, start: '2027-Q1', deadline: null } as const;
const planning = (budget: number): Draft => ({ type: 'planning.set', payload: { ...limits, budget } });
const changed = (action: string, status: 'open' | 'doing' | 'done', owner: string | null = null): Draft => ({ type: 'action.changed', payload: { action, owner, due: '2027-03-31', status } });
const scenario = (count: number, name: string): Draft => ({ type: 'scenario.saved', payload: { scenario: numbered(count), name, actions: ['A'], ratings: [{ requirement: 'r', value: 'L' }] } });

describe('what is planned', () => {
  test('is what was said last about an action, of the pack or an own one, and goes when it is dropped', () => {
    const laptop = laptops().open();
    laptop.write(anna, creation);
    laptop.write(anna, { type: 'action.added', payload: { action: 'own', zh: '甲', en: 'own', satisfies: [], owner: '张三', due: null } });
    for (const draft of [changed('A', 'doing', '李四'), changed('A', 'done', '李四'), changed('B', 'doing')]) laptop.write(bo, draft);
    laptop.write(anna, { type: 'action.dropped', payload: { action: 'B', reason: '不再需要' } });
    const { work, actions } = fold(laptop.events());

    expect([work, actions.map(({ action, owner, status }) => [action, owner, status])]).toEqual([
      [{ action: 'own', owner: '张三', due: null, status: 'open' }, { action: 'A', owner: '李四', due: '2027-03-31', status: 'done' }], [['own', '张三', 'open']],
    ]);
  });

  test('keeps the plan asked before where two ask for another at the same time, until somebody settles it', () => {
    const place = laptops();
    const one = place.open();
    one.write(anna, creation);
    one.write(anna, planning(40));
    const other = place.open(one.events());
    one.write(anna, planning(50));
    other.write(bo, planning(60));
    one.see(other.events());
    const parted = fold(one.events());
    one.write(anna, planning(60));
    const settled = fold(one.events());

    expect([parted.planning?.budget, parted.conflicts.map(({ slot }) => slot), settled.planning?.budget, settled.conflicts]).toEqual([40, ['planning'], 60, []]);
  });

  test('holds scenarios by their id: saved over, removed, and back when the removal is undone', () => {
    const laptop = laptops().open();
    laptop.write(anna, creation);
    for (const draft of [scenario(1, '甲'), scenario(2, '乙'), scenario(1, '丙')]) laptop.write(anna, draft);
    const [removal] = laptop.write(bo, { type: 'scenario.removed', payload: { scenario: numbered(1) } });
    const names = () => fold(laptop.events()).scenarios.map(({ name }) => name);
    const removed = names();
    laptop.write(bo, undo(removal!.batch));

    expect([removed, names()]).toEqual([['乙'], ['丙', '乙']]);
  });
});
