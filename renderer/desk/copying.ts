import { ask, languageOf, say, type Desk } from './desk.ts';
import { textOf } from '../text/text.ts';

/** Hands out a whole copy of the open assessment and says so; false where nothing was saved. */
export async function saveCopy(desk: Desk): Promise<boolean> {
  const { working } = desk.store.get();
  const copy = working === null ? null : await ask(desk, 'saveCopy', { assessment: working.assessment });
  if (copy === null || !(await desk.bridge.deliver(copy))) return false;

  say(desk, textOf(languageOf(desk.store.get()))('details.copied', { name: copy.name }));
  return true;
}
