import type { ComparisonView, Input, MilestonesView } from '#contract';
import { ask, languageOf, say, type Desk } from './desk.ts';
import { createdFrom } from './opening.ts';
import { readAgain } from './reading.ts';
import { record } from './recording.ts';
import { textOf } from '../text/text.ts';

/** What is compared: two points of this assessment (null = as it stands), or another file with it. */
export type Sides = { readonly from: string | null; readonly to: string | null };

export async function makeMilestone(desk: Desk, name: string): Promise<MilestonesView | null> {
  const { working } = desk.store.get();
  const made = working === null ? null : await ask(desk, 'addMilestone', { assessment: working.assessment, name });
  if (made !== null) await readAgain(desk);
  return made;
}

export async function compareSides(desk: Desk, { from, to }: Sides): Promise<ComparisonView | null> {
  const { working } = desk.store.get();
  return working === null ? null : ask(desk, 'compareMilestones', { assessment: working.assessment, from, to });
}

/** Lets the user choose another assessment and compares it, as the earlier side, with this one; null where nothing was chosen. */
export async function compareChosenFile(desk: Desk): Promise<ComparisonView | null> {
  const { working } = desk.store.get();
  const file = await desk.bridge.chooseAssessment();
  return working === null || file === null ? null : ask(desk, 'compareWithFile', { assessment: working.assessment, file });
}

/** Rates carried-over requirements as they were, all that can be where null. */
export async function confirmCarried(desk: Desk, requirements: readonly string[] | null): Promise<void> {
  const open = (): number => [...(desk.store.get().working?.views.values() ?? [])].filter(({ carried }) => carried !== null && !carried.confirmed).length;
  const before = open();
  const made = await record(desk, ({ assessment }) => desk.bridge.call('confirmCarried', { assessment, requirements }));
  if (made === null) return;
  await readAgain(desk);
  say(desk, textOf(languageOf(desk.store.get()))('carried.confirmed', { count: before - open() }));
}

/** Makes the assessment that follows this one, and opens it; false where it was refused. */
export async function cloneForNext(desk: Desk, wanted: Omit<Input<'cloneAssessment'>, 'assessment'>): Promise<boolean> {
  const { working } = desk.store.get();
  return working !== null && createdFrom(desk, () => ask(desk, 'cloneAssessment', { assessment: working.assessment, ...wanted }));
}
