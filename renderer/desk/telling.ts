import type { Told } from '#contract';
import type { Desk } from './desk.ts';
import { takeProgress } from './importing.ts';
import { refreshStart } from './opening.ts';
import { readAgain, readAll } from './reading.ts';
import { takeReportProgress } from './reporting.ts';

/** Takes what the machine tells on its own: progress, and what another window changed. */
export function takeTold(desk: Desk, event: Exclude<Told, { kind: 'open-requested' | 'menu' }>): void {
  if (event.kind === 'progress') {
    if (!takeReportProgress(desk, event)) takeProgress(desk, event);
    return;
  }
  // Behind the key presses under way: a change of our own is known by then.
  void desk.queue.add(() => (event.kind === 'refresh' && event.assessment === null ? takePerson(desk) : takeChange(desk, event)));
}

/** Settings or the identity at the keyboard changed: what is shown as mine must be theirs before the next key. */
async function takePerson(desk: Desk): Promise<void> {
  const before = desk.store.get().start?.identity?.id;
  await refreshStart(desk);
  if (desk.store.get().start?.identity?.id !== before) await readAgain(desk);
}

async function takeChange(desk: Desk, event: Extract<Told, { kind: 'refresh' | 'changed' }>): Promise<void> {
  const { working } = desk.store.get();
  if (working === null || working.assessment !== event.assessment) return;
  if (event.kind === 'refresh') await readAll(desk);
  else if (working.revision < event.revision) await readAgain(desk);
}
