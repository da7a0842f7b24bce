import { expect, it } from 'vitest';
import { createQueue } from '../../renderer/queue.ts';

it('runs key presses in order, though an earlier one takes longer, and goes on after one that fails', async () => {
  const seen: string[] = [];
  const queue = createQueue((error) => { seen.push(String(error)); });
  let release = () => { /* set below */ };
  const slow = new Promise<void>((resolve) => { release = resolve; });

  void queue.add(async () => { await slow; seen.push('first'); });
  void queue.add(() => Promise.reject(new Error('no')));
  void queue.add(() => { seen.push('third'); return Promise.resolve(); });
  release();
  await queue.idle();

  expect(seen).toEqual(['first', 'Error: no', 'third']);
});
