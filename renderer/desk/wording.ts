import type { Language } from '#assessments';
import type { Problem, WordingPreview } from '#contract';
import { ask, languageOf, say, type Desk } from './desk.ts';
import { uploadProblem } from './importing.ts';
import { readAll } from './reading.ts';
import { record } from './recording.ts';
import { textOf } from '../text/text.ts';

/** Makes the wording workbook of the open assessment's pack and hands it out; says so where it was saved. */
export async function exportWording(desk: Desk, language: Language, withLicensedWording: boolean): Promise<void> {
  const { working } = desk.store.get();
  const file = working === null ? null : await ask(desk, 'makeWordingTemplate', { assessment: working.assessment, language, withLicensedWording });
  if (file !== null && (await desk.bridge.deliver(file))) say(desk, textOf(languageOf(desk.store.get()))('wording.exported', { name: file.name }));
}

/** What the workbook that the user chooses would change; null where none was chosen, or why it cannot be read. */
export async function previewWording(desk: Desk): Promise<{ readonly preview: WordingPreview } | { readonly problem: Problem } | null> {
  const { working } = desk.store.get();
  const chosen = await desk.bridge.chooseEvidence('files').catch((error: unknown) => ({ problem: uploadProblem(error) }));
  if (chosen !== null && 'problem' in chosen) return chosen;
  const source = chosen?.[0];
  if (working === null || source === undefined) return null;
  const reply = await desk.bridge.call('previewWording', { assessment: working.assessment, source });
  return reply.ok ? { preview: reply.value } : { problem: reply.problem };
}

/** Applies a previewed workbook as a new edition; false where it was refused (the reason has been shown). */
export async function applyWording(desk: Desk, staged: string, edition: string): Promise<boolean> {
  return taken(desk, edition, (assessment) => ask(desk, 'applyWording', { assessment, staged, edition }));
}

/** Makes an earlier edition the one that counts. */
export async function pinEdition(desk: Desk, { hash, edition }: { readonly hash: string; readonly edition: string }): Promise<boolean> {
  return taken(desk, edition, (assessment) => ask(desk, 'pinEdition', { assessment, hash }));
}

async function taken(desk: Desk, edition: string, change: (assessment: string) => Promise<object | null>): Promise<boolean> {
  const { working } = desk.store.get();
  if (working === null || (await change(working.assessment)) === null) return false;
  await readAll(desk);
  say(desk, textOf(languageOf(desk.store.get()))('wording.applied', { edition }));
  return true;
}

/** Rates a requirement again as one had rated it, now under the present wording. */
export async function confirmRating(desk: Desk, requirement: string): Promise<void> {
  const mine = desk.store.get().working?.views.get(requirement)?.mine;
  if (!mine) return;
  const accepted = mine.basis.kind === 'human' ? mine.basis.accepted : [];
  await record(desk, ({ assessment }) => desk.bridge.call('rate', { assessment, requirements: [requirement], value: mine.value, confidence: mine.confidence, rationale: mine.rationale, accepted }));
}
