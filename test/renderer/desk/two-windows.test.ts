import { describe, expect, it, vi } from 'vitest';
import { createQueue } from '../../../renderer/queue.ts';
import { createStore } from '../../../renderer/store.ts';
import { becomes } from '../../../renderer/desk/becoming.ts';
import { cancelImport, importFrom } from '../../../renderer/desk/importing.ts';
import { select } from '../../../renderer/desk/moving.ts';
import { begin, openFile } from '../../../renderer/desk/opening.ts';
import { rateCurrent } from '../../../renderer/desk/recording.ts';
import { rememberedJob, rememberJob, rememberPlace } from '../../../renderer/desk/remembering.ts';
import { emptyDesk } from '../../../renderer/desk/state.ts';
import { takeTold } from '../../../renderer/desk/telling.ts';
import { sampleEvidence } from '../../builders/api.ts';
import { openAssessmentDesk, type RealDesk } from './real-desk.ts';

/** Another window over the same program: a desk of its own that listens and remembers for itself. */
async function secondWindow(first: RealDesk): Promise<RealDesk> {
  const kept = new Map<string, string>();
  const desk: RealDesk = {
    ...first, store: createStore(emptyDesk), queue: createQueue((error) => { throw error; }),
    memory: { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => { kept.set(key, value); }, removeItem: (key) => { kept.delete(key); } },
  };
  for (const window of [first, desk]) first.api.listen((event) => { if (event.kind !== 'open-requested' && event.kind !== 'menu') takeTold(window, event); });
  await begin(desk);
  const path = first.store.get().start?.folder;
  const [file] = await recent(desk);
  if (file === undefined) throw new Error(`nothing in ${path ?? ''}`);
  await openFile(desk, file);
  return desk;
}

async function recent(desk: RealDesk): Promise<readonly string[]> {
  const reply = await desk.api.call('start', {});
  return reply.ok ? reply.value.recent.map(({ file }) => file) : [];
}

/** The page is loaded again: only what this window has kept is left. */
async function reload(desk: RealDesk): Promise<void> {
  rememberPlace(desk);
  desk.store.set(() => emptyDesk);
  await begin(desk);
}

describe('two windows on one assessment', () => {
  it('show what the other records', async () => {
    const one = await openAssessmentDesk();
    const other = await secondWindow(one);

    await rateCurrent(one, 'F', { move: false });
    await vi.waitFor(() => { expect(other.store.get().working?.views.get('1.1.1-L1-1')?.mine?.value).toBe('F'); });
    await rateCurrent(other, 'P', { move: false });
    await vi.waitFor(() => { expect(one.store.get().working?.views.get('1.1.1-L1-1')?.mine?.value).toBe('P'); });

    expect(one.store.get().working?.revision).toBe(other.store.get().working?.revision);
  });

  it('have the same person at the keyboard: what is shown as mine follows', async () => {
    const one = await openAssessmentDesk();
    const other = await secondWindow(one);
    await rateCurrent(one, 'F', { move: false });

    await becomes(one, { name: '王敏', role: '主评估师' });

    await vi.waitFor(() => {
      const { start, working } = other.store.get();
      expect([start?.identity?.name, working?.views.get('1.1.1-L1-1')?.mine]).toEqual(['王敏', null]);
    });
  });

  it('rate on the same layer', async () => {
    const one = await openAssessmentDesk();
    const other = await secondWindow(one);
    const assessment = one.store.get().working?.assessment ?? '';

    await one.api.call('setLayer', { assessment, layer: 'on-site' });

    await vi.waitFor(() => { expect([one, other].map((desk) => desk.store.get().working?.header.layer)).toEqual(['on-site', 'on-site']); });
  });
});

describe('a page that is loaded again', () => {
  it('stands where it stood, with what was typed there', async () => {
    const desk = await openAssessmentDesk();
    select(desk, '1.1.1-L2-2');
    desk.store.set((state) => ({ ...state, scoring: { ...state.scoring, tab: 'notes', search: '发布', drafts: new Map([['1.1.1-L2-2', { confidence: 'high' as const, rationale: '写了一半' }]]) } }));
    const before = desk.store.get();

    await reload(desk);

    const { scoring, screen } = desk.store.get();
    expect([screen, scoring]).toEqual([before.screen, before.scoring]);
  });

  it('shows the import it had begun, and its result', async () => {
    const desk = await openAssessmentDesk();
    const lost = importFrom(desk, () => Promise.resolve([desk.api.choose(sampleEvidence)]));
    await vi.waitFor(() => { expect(rememberedJob(desk)).not.toBeNull(); });

    await reload(desk);
    const during = desk.store.get().importing.state;
    await vi.waitFor(() => { expect(desk.store.get().importing.state).toBe('done'); }, { timeout: 15_000 });
    await lost;

    expect([during, rememberedJob(desk)]).toEqual(['running', null]);
  });

  it('can cancel the import it had begun', async () => {
    const desk = await openAssessmentDesk();
    const lost = importFrom(desk, () => Promise.resolve([desk.api.choose(sampleEvidence)]));
    await vi.waitFor(() => { expect(rememberedJob(desk)).not.toBeNull(); });
    await reload(desk);

    await cancelImport(desk);
    await lost;

    await vi.waitFor(() => { expect(desk.store.get().importing.state).toBe('idle'); });
  });

  it('does not wait for an import the program no longer knows', async () => {
    const desk = await openAssessmentDesk();
    rememberJob(desk, { assessment: desk.store.get().working?.assessment ?? '', job: 'long gone' });

    await reload(desk);

    await vi.waitFor(() => { expect([desk.store.get().importing.state, rememberedJob(desk)]).toEqual(['idle', null]); });
  });
});
