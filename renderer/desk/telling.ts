import type { Told } from '#contract';
import type { Desk } from './desk.ts';
import { takeProgress } from './importing.ts';
import { readAgain } from './reading.ts';

/** Takes what the machine tells on its own: progress, and changes that another window made. */
export function takeTold(desk: Desk, event: Exclude<Told, { kind: 'open-requested' | 'menu' }>): void {
  if (event.kind === 'progress') {
    takeProgress(desk, event);
    return;
  }
  // Behind the key presses under way: a change of our own is known by then.
  void desk.queue.add(async () => {
    const { working } = desk.store.get();
    if (working?.assessment === event.assessment && working.revision < event.revision) await readAgain(desk);
  });
}
