import { describe, expect, test } from 'vitest';
import { type Draft, redoable, undoable } from '#assessments';
import { anna, bo, creation, laptops, numbered, rating, redo, undo } from '../builders/journal.ts';

function session() {
  const laptop = laptops().open();
  laptop.write(anna, creation);
  const scope = () => ({ author: anna.id, chain: laptop.chain() });
  return { laptop, would: () => [undoable(laptop.events(), scope())?.batch ?? null, redoable(laptop.events(), scope())?.batch ?? null] };
}

describe('undo and redo', () => {
  test('have nothing to act on in a new assessment', () => {
    expect(session().would()).toEqual([null, null]);
  });

  test('walk back and forth through the batches of a session', () => {
    const { laptop, would } = session();
    const batches = [laptop.write(anna, rating('P')), laptop.write(anna, rating('L'), rating('F', '2.2.3-L2-1'))].map(([event]) => event!.batch);
    const seen = [would()];
    for (const step of [undo(batches[1]!), undo(batches[0]!), redo(batches[0]!), redo(batches[1]!)]) {
      laptop.write(anna, step);
      seen.push(would());
    }

    expect(seen).toEqual([[batches[1], null], [batches[0], batches[1]], [null, batches[0]], [batches[0], batches[1]], [batches[1], null]]);
  });

  test('a new action leaves nothing to redo', () => {
    const { laptop, would } = session();
    const [first] = laptop.write(anna, rating('P'));
    laptop.write(anna, undo(first!.batch));
    const [second] = laptop.write(anna, rating('F'));

    expect(would()).toEqual([second!.batch, null]);
  });

  test("never act on another author's work, nor on another session's", () => {
    const { laptop, would } = session();
    laptop.write(bo, rating('P'));
    const others = would();
    laptop.write(anna, rating('P'));
    laptop.reopen();

    expect([others, would()]).toEqual([[null, null], [null, null]]);
  });

  test('give the events of the batch, and leave alone what cannot be taken back', () => {
    const { laptop, would } = session();
    const joined: Draft = { type: 'assessor.joined', payload: { id: anna.id, name: anna.name, role: anna.role } };
    const batch = laptop.write(anna, joined, rating('F'));
    laptop.write(anna, joined);
    laptop.write(anna, { type: 'pack.pinned', payload: { id: 'model-delivery', edition: '0.1-draft', hash: 'a'.repeat(64) } });
    laptop.write(anna, { type: 'milestone.made', payload: { milestone: numbered(5), name: '初评', heads: [], events: 3 } });

    expect(would()).toEqual([batch[0]!.batch, null]);
    expect(undoable(laptop.events(), { author: anna.id, chain: laptop.chain() })?.events).toEqual(batch);
  });
});
