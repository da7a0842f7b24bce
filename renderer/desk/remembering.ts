import type { Header } from '#contract';
import type { Desk } from './desk.ts';
import type { Filter } from './filters.ts';
import type { Consulting, DetailTab, RatingDraft, Screen } from './state.ts';

const openKey = 'maturity.open';
const jobKey = 'maturity.job';

/** What a window keeps of its place over a reload: the assessment, the screen, and where the assessor stood on the score screen, with what was typed there, and what the catalogue shows. */
export type Place = {
  readonly header: Header; readonly screen: Screen;
  readonly scoring: {
    readonly node: string; readonly current: string | null; readonly tab: DetailTab; readonly search: string;
    readonly filters: readonly Filter[]; readonly drafts: readonly (readonly [string, RatingDraft])[];
  };
  readonly consulting: Consulting;
};
export type Job = { readonly assessment: string; readonly job: string };

/** Keeps where this window stands, where an assessment is open. */
export function rememberPlace(desk: Desk): void {
  const { working, screen, scoring: { node, current, tab, search, filters, drafts }, consulting } = desk.store.get();
  if (working === null) return;

  const place: Place = { header: working.header, screen, scoring: { node, current, tab, search, filters: [...filters], drafts: [...drafts] }, consulting };
  desk.memory.setItem(openKey, JSON.stringify(place));
}

export function rememberedPlace(desk: Desk): Place | null {
  return kept<Place>(desk, openKey);
}

export function forgetPlace(desk: Desk): void {
  desk.memory.removeItem(openKey);
}

/** Keeps which import this window has begun, so that the page finds it again when it is loaded anew; null: none. */
export function rememberJob(desk: Desk, job: Job | null): void {
  if (job === null) desk.memory.removeItem(jobKey);
  else desk.memory.setItem(jobKey, JSON.stringify(job));
}

export function rememberedJob(desk: Desk): Job | null {
  return kept<Job>(desk, jobKey);
}

function kept<Value>(desk: Desk, key: string): Value | null {
  const text = desk.memory.getItem(key);
  return text === null ? null : (JSON.parse(text) as Value);
}
