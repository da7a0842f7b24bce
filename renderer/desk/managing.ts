import { linkOfMatch, type Language, type RequestFilter } from '#assessments';
import type { Output, RequestMatches, SearchView, Told } from '#contract';
import { ask, languageOf, say, type Desk } from './desk.ts';
import { linkFiles } from './recording.ts';
import { textOf } from '../text/text.ts';

let jobs = 0;

/** A name for work that tells its progress and can be cancelled. */
export function newJob(what: string): string {
  jobs += 1;
  return `${what}-${jobs}-${Math.trunc(performance.timeOrigin + performance.now())}`;
}

/** Searches the contents of all evidence; null where it was cancelled or refused. */
export async function searchEvidence(desk: Desk, query: string, job: string): Promise<SearchView | null> {
  const { working } = desk.store.get();
  return working === null ? null : ask(desk, 'searchEvidence', { assessment: working.assessment, query, job });
}

/** The files in which personal data was seen, by path. */
export async function readPersonalData(desk: Desk, job: string): Promise<PersonalFiles | null> {
  const { working } = desk.store.get();
  const view = working === null ? null : await ask(desk, 'readPersonalData', { assessment: working.assessment, job });
  return view === null ? null : new Map(view.files.map(({ path, found }) => [path, found]));
}
export type PersonalFiles = ReadonlyMap<string, Output<'readPersonalData'>['files'][number]['found']>;

export async function cancelJob(desk: Desk, job: string): Promise<void> {
  await desk.bridge.call('cancel', { job });
}

/** Hears the progress of one job until the returned function is called. */
export function hearProgress(desk: Desk, job: string, heard: (progress: Extract<Told, { kind: 'progress' }>) => void): () => void {
  return desk.bridge.listen((told) => { if (told.kind === 'progress' && told.job === job) heard(told); });
}

/** Writes the request list and hands it out; says where it went and how many pieces are asked for. */
export async function exportRequests(desk: Desk, filter: RequestFilter, language: Language | 'both'): Promise<void> {
  const { working } = desk.store.get();
  const file = working === null ? null : await ask(desk, 'makeRequestList', { assessment: working.assessment, ...filter, language });
  if (file === null) return;
  const { requests, ...made } = file;
  if (await desk.bridge.deliver(made)) say(desk, textOf(languageOf(desk.store.get()))('requests.exported', { name: made.name, count: requests }));
}

/** Links what a person chose among the matches, in one action; the code stands in the note of each link. */
export async function linkMatches(desk: Desk, chosen: RequestMatches['matches']): Promise<boolean> {
  const linked = await linkFiles(desk, chosen.map((match) => ({ ...linkOfMatch(match), intake: match.intake, path: match.file })));
  if (linked) say(desk, textOf(languageOf(desk.store.get()))('requests.linked-done', { count: chosen.length }));
  return linked;
}
