import type { Header, Input, SourceHandle } from '#contract';
import { ask, setScoring, showProblem, type Desk } from './desk.ts';
import { rejoinImport } from './importing.ts';
import { readWorking } from './reading.ts';
import { forgetPlace, rememberedPlace, rememberPlace, type Place } from './remembering.ts';
import { noBrowsing, noConsulting, noPlanning, noReading, noReporting, noScoring, noSupposing, type Overlay, type Screen } from './state.ts';

/** Reads settings and recent assessments, and opens what was asked for on the command line or was open before a reload. */
export async function begin(desk: Desk): Promise<void> {
  const start = await ask(desk, 'start', {});
  if (start === null) return;

  desk.store.set((state) => ({ ...state, start }));
  if (start.identity === null) return;
  if (start.open !== null) await openFile(desk, start.open);
  else await openAgain(desk);
}

/** Reads settings and recent assessments again; for the home screen. */
export async function refreshStart(desk: Desk): Promise<void> {
  const start = await ask(desk, 'start', {});
  if (start !== null) desk.store.set((state) => ({ ...state, start }));
}

/** Opens a file; one that is damaged leads to the guided repair instead. */
export async function openFile(desk: Desk, file: SourceHandle): Promise<void> {
  await opened(desk, async () => {
    const reply = await desk.bridge.call('openAssessment', { file });
    if (reply.ok) return reply.value;
    if (reply.problem.kind === 'damaged') {
      showOverlay(desk, { repair: { file, name: reply.problem.place ?? '' } });
      await refreshStart(desk);
    } else if (reply.problem.kind !== 'cancelled') showProblem(desk, reply.problem);
    return null;
  });
}

export async function openChosen(desk: Desk): Promise<void> {
  const file = await desk.bridge.chooseAssessment();
  if (file !== null) await openFile(desk, file);
}

export async function openSample(desk: Desk): Promise<void> {
  await opened(desk, () => ask(desk, 'openSample', {}));
}

export async function createAssessment(desk: Desk, input: Input<'createAssessment'>): Promise<boolean> {
  return opened(desk, () => ask(desk, 'createAssessment', input), 'evidence');
}

/** Opens the assessment that was made from the open one, on its overview. */
export async function createdFrom(desk: Desk, make: () => Promise<Header | null>): Promise<boolean> {
  return opened(desk, make, 'overview');
}

/** Opens whatever `open` gives and goes to it; false where nothing was opened (the reason has been shown). */
async function opened(desk: Desk, open: () => Promise<Header | null>, screen: Screen = 'score'): Promise<boolean> {
  desk.store.set((state) => ({ ...state, busy: true }));
  try {
    const header = await open();
    return header !== null && (await show(desk, header, screen));
  } finally {
    desk.store.set((state) => ({ ...state, busy: false }));
  }
}

async function show(desk: Desk, header: Header, screen: Screen): Promise<boolean> {
  const working = await readWorking(desk, header);
  if (working === null) return false;

  const first = working.index.order[0] ?? null;
  const node = first === null ? '' : (working.index.requirements.get(first)?.group.id ?? '');
  desk.store.set((state) => ({ ...state, working, scoring: { ...noScoring, node, current: first }, importing: { state: 'idle' }, browsing: noBrowsing, linking: null, reading: noReading, reporting: noReporting, consulting: noConsulting, planning: noPlanning, supposing: noSupposing, asked: null, findings: null }));
  goTo(desk, screen);
  return true;
}

/** After a reload of the page the assessment is still open in the program: it is shown again without a word if it is not. */
async function openAgain(desk: Desk): Promise<void> {
  const place = rememberedPlace(desk);
  if (place === null) return;

  const reply = await desk.bridge.call('readScore', { assessment: place.header.assessment });
  if (!reply.ok) {
    // A page that is loaded again once more loses its connection, not its place.
    if (reply.problem.kind === 'not-found') forgetPlace(desk);
    return;
  }
  if (!(await show(desk, reply.value.header, place.screen))) return;
  setScoring(desk, { ...place.scoring, filters: new Set(place.scoring.filters), drafts: new Map(place.scoring.drafts) });
  consultAgain(desk, place);
  rememberPlace(desk);
  void rejoinImport(desk);
}

/** The catalogue as it was, as far as the pack still has it. */
function consultAgain(desk: Desk, { consulting }: Place): void {
  desk.store.set((state) => {
    const before = { ...noConsulting, ...consulting, searchWanted: 0 };
    const node = state.working?.index.groups.has(before.node) === true ? before.node : '';
    const current = before.current !== null && state.working?.index.requirements.has(before.current) === true ? before.current : null;
    return { ...state, consulting: { ...before, node, current } };
  });
}

/** Closes the assessment, so that its file is whole and can be copied, and goes home. */
export async function closeAssessment(desk: Desk): Promise<void> {
  const { working } = desk.store.get();
  await desk.queue.idle();
  if (working !== null) await ask(desk, 'closeAssessment', { assessment: working.assessment });
  forgetPlace(desk);
  desk.store.set((state) => ({ ...state, working: null, screen: 'home', source: null, overlay: null }));
  await refreshStart(desk);
}

export function goTo(desk: Desk, screen: Screen): void {
  desk.store.set((state) => ({ ...state, screen, overlay: null }));
  rememberPlace(desk);
}

export function showOverlay(desk: Desk, overlay: Overlay | null): void {
  desk.store.set((state) => ({ ...state, overlay }));
}

/** Puts in a header the machine answered with (details, layer), then reads what hangs on it. */
export function takeHeader(desk: Desk, header: Header): void {
  desk.store.set((state) => (state.working === null ? state : { ...state, working: { ...state.working, header } }));
}
