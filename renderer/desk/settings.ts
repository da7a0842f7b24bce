import type { Settings } from '#contract';
import { ask, languageOf, say, type Desk } from './desk.ts';
import { textOf } from '../text/text.ts';

/** Keeps a setting on this computer and shows it at once. */
export async function changeSettings(desk: Desk, settings: Partial<Settings>): Promise<void> {
  const kept = await ask(desk, 'setSettings', settings);
  if (kept !== null) desk.store.set((state) => (state.start === null ? state : { ...state, start: { ...state.start, settings: kept } }));
}

/** Takes somebody off the list of this computer. */
export async function removePerson(desk: Desk, person: { readonly id: string; readonly name: string }): Promise<void> {
  const left = await ask(desk, 'removeIdentity', { id: person.id });
  if (left === null) return;

  desk.store.set((state) => (state.start === null ? state : { ...state, start: { ...state.start, identities: left.identities } }));
  say(desk, textOf(languageOf(desk.store.get()))('settings.removed', { name: person.name }));
}
