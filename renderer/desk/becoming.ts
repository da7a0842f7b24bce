import { ask, type Desk } from './desk.ts';
import { begin } from './opening.ts';
import { readAgain } from './reading.ts';

/** Switches to an assessor of this computer, or adds one; what is shown as mine is read again. */
export async function becomes(desk: Desk, who: { readonly id?: string; readonly name: string; readonly role: string }): Promise<boolean> {
  const first = !desk.store.get().start?.identity;
  const taken = await ask(desk, 'setIdentity', who);
  if (taken === null) return false;

  desk.store.set((state) => (state.start === null ? state : { ...state, start: { ...state.start, identity: taken.identity, identities: taken.identities } }));
  await (first ? begin(desk) : readAgain(desk));
  return true;
}
