import { describe, expect, it, vi } from 'vitest';
import { commandFor } from '../../../renderer/keyboard/keys.ts';
import { perform } from '../../../renderer/keyboard/perform.ts';
import { setScoring } from '../../../renderer/desk/desk.ts';
import { rejectSuggestion, addNote } from '../../../renderer/desk/recording.ts';
import { openAssessmentDesk, type RealDesk } from '../desk/real-desk.ts';
import { browse } from '../../../renderer/desk/browsing.ts';
import { endLink } from '../../../renderer/desk/linking.ts';
import { importFrom } from '../../../renderer/desk/importing.ts';
import { sampleEvidence } from '../../builders/api.ts';

function press(desk: RealDesk, ...keys: readonly string[]): void {
  for (const key of keys) {
    const command = commandFor({ key: key.replace(/^.*\+/, ''), code: '', ctrl: key.includes('Ctrl+'), shift: key.includes('Shift+'), alt: false, inText: false, ownsArrows: false });
    if (command === null) throw new Error(`no command for ${key}`);
    perform(desk, command);
  }
}
const current = (desk: RealDesk) => desk.store.get().scoring.current;
const mine = (desk: RealDesk, requirement: string) => desk.store.get().working?.views.get(requirement)?.mine?.value ?? null;

describe('the keyboard on the score screen', () => {
  it('moves the highlight only after the rating came back saved', async () => {
    const desk = await openAssessmentDesk();
    const release = desk.bridge.hold();

    press(desk, '4');
    await vi.waitFor(() => { expect(desk.bridge.calls).toContain('rate'); });
    const before = [current(desk), mine(desk, '1.1.1-L1-1')];
    release();
    await desk.queue.idle();

    expect([before, current(desk), mine(desk, '1.1.1-L1-1'), desk.store.get().announcement]).toEqual([
      ['1.1.1-L1-1', null], '1.1.1-L2-1', 'F', expect.stringMatching(/^已保存 \d\d:\d\d:\d\d。 构建过程 现为等级 1。$/),
    ]);
  });

  it('keeps the order of keys pressed faster than they are saved', async () => {
    const desk = await openAssessmentDesk();

    press(desk, '4', '3', 'j', '2', 'Shift+1');
    await desk.queue.idle();

    expect([mine(desk, '1.1.1-L1-1'), mine(desk, '1.1.1-L2-1'), mine(desk, '1.1.1-L2-2'), mine(desk, '1.1.1-L2-3'), mine(desk, '1.1.1-L3-1'), current(desk)])
      .toEqual(['F', 'L', null, 'P', 'N', '1.1.1-L3-1']);
  });

  it('goes on into the next sub-item that is written, and back', async () => {
    const desk = await openAssessmentDesk();

    press(desk, ']');
    await desk.queue.idle();
    const next = current(desk);
    press(desk, 'k');
    await desk.queue.idle();

    expect([next, current(desk), desk.store.get().scoring.node]).toEqual(['1.1.2-L1-1', '1.1.1-L5-1', '1.1.1']);
  });

  it('takes a digit after C as confidence, and lets the next rating carry it', async () => {
    const desk = await openAssessmentDesk();

    press(desk, 'c', '1', '3');
    await desk.queue.idle();

    expect(desk.store.get().working?.views.get('1.1.1-L1-1')?.mine).toMatchObject({ value: 'L', confidence: 'low' });
  });

  it('undoes and redoes, naming what it was and going there', async () => {
    const desk = await openAssessmentDesk();
    press(desk, '4', '4', 'Ctrl+z');
    await desk.queue.idle();
    const undone = [desk.store.get().toast?.text, mine(desk, '1.1.1-L2-1'), current(desk)];

    press(desk, 'Ctrl+Shift+Z');
    await desk.queue.idle();

    expect([undone, desk.store.get().toast?.text, mine(desk, '1.1.1-L2-1')]).toEqual([['已撤销：评分 1.1.1-L2-1', null, '1.1.1-L2-1'], '已重做：评分 1.1.1-L2-1', 'F']);
  });

  it('says so when there is nothing to undo', async () => {
    const desk = await openAssessmentDesk();
    desk.store.set((state) => (state.working === null ? state : { ...state, working: { ...state.working, undo: null } }));

    press(desk, 'Ctrl+z');
    await desk.queue.idle();

    expect(desk.store.get().toast?.text).toBe('没有可以撤销的操作。');
  });

  it('accepts a suggestion with the checks it rests on, and asks for a reason before rejecting one', async () => {
    const desk = await openAssessmentDesk();
    await importFrom(desk, () => Promise.resolve([desk.api.choose(sampleEvidence)]));
    const [suggested, other] = [...(desk.store.get().working?.suggestions.values() ?? [])].filter(({ rating }) => rating !== null);
    setScoring(desk, { current: suggested!.requirement });
    press(desk, 'a');
    await desk.queue.idle();
    setScoring(desk, { current: other!.requirement });
    press(desk, 'r');
    await desk.queue.idle();
    const { asking } = desk.store.get().scoring;
    await rejectSuggestion(desk, other!.requirement, '清单不是生产环境的');

    const views = desk.store.get().working?.views;
    expect([asking, views?.get(suggested!.requirement)?.mine?.basis, views?.get(other!.requirement)?.rejected?.reason]).toEqual([
      'reject', { kind: 'human', accepted: suggested!.checks.map(({ id }) => id) }, '清单不是生产环境的',
    ]);
  });

  it('finds the next unrated requirement past those that are rated', async () => {
    const desk = await openAssessmentDesk();
    press(desk, '4', '4', '4', 'k', 'k', 'k', 'u');
    await desk.queue.idle();

    expect(current(desk)).toBe('1.1.1-L2-3');
  });

  it('leaves the keys to a dialog while one is open', async () => {
    const desk = await openAssessmentDesk();
    perform(desk, { do: 'help' });

    expect([perform(desk, { do: 'next' }), desk.store.get().overlay, current(desk)]).toEqual([false, 'help', '1.1.1-L1-1']);
  });

  it('keeps a note with its requirement', async () => {
    const desk = await openAssessmentDesk();
    press(desk, 'n');
    await desk.queue.idle();
    const { asking } = desk.store.get().scoring;
    await addNote(desk, '1.1.1-L1-1', '每月演练一次', '运维工程师');

    expect([asking, desk.store.get().working?.views.get('1.1.1-L1-1')?.notes.map(({ text, saidBy }) => [text, saidBy]), desk.store.get().scoring.asking]).toEqual(['note', [['每月演练一次', '运维工程师']], null]);
  });
});

it('L links the file that is looked at, or asks for one to link to the requirement in hand', async () => {
  const desk = await openAssessmentDesk();
  const standing = () => { const { scoring, linking, screen } = desk.store.get(); return [screen, scoring.asking, scoring.tab, linking]; };

  press(desk, 'l');
  await desk.queue.idle();
  const asked = standing();
  endLink(desk);
  desk.store.set((state) => ({ ...state, screen: 'evidence' }));
  press(desk, 'l');
  await desk.queue.idle();
  const nothing = standing();
  browse(desk, { by: 'files', file: 'a.txt' });
  press(desk, 'l');
  await desk.queue.idle();

  expect([asked, nothing, standing(), desk.store.get().browsing.file]).toEqual([['score', 'link', 'evidence', null], ['evidence', null, 'evidence', null], ['evidence', null, 'evidence', { path: 'a.txt', locator: null, to: null }], null]);
});
