import type { Told } from '#contract';
import type { Desk } from './desk.ts';
import { takeProgress } from './importing.ts';
import { refreshStart } from './opening.ts';
import { readAgain } from './reading.ts';

/** Takes what the machine tells on its own: progress, and what another window changed. */
export function takeTold(desk: Desk, event: Exclude<Told, { kind: 'open-requested' | 'menu' }>): void {
  if (event.kind === 'progress') {
    takeProgress(desk, event);
    return;
  }
  // Behind the key presses under way: a change of our own is known by then.
  void desk.queue.add(async () => {
    const { working, start } = desk.store.get();
    if (event.kind === 'refresh' && event.assessment === null) {
      await refreshStart(desk);
      // Another identity at the keyboard: what is shown as mine must be theirs before the next key.
      if (desk.store.get().start?.identity?.id !== start?.identity?.id) await readAgain(desk);
      return;
    }
    const unknown = event.kind === 'refresh' || (working !== null && working.revision < event.revision);
    if (working?.assessment === event.assessment && unknown) await readAgain(desk);
  });
}
