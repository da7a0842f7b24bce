import { describe, expect, it, vi } from 'vitest';
import { canDo, performMenu } from '../../../renderer/desk/menu.ts';
import { rateCurrent, undoAction } from '../../../renderer/desk/recording.ts';
import { cancelReport, deliverReport, makeReport } from '../../../renderer/desk/reporting.ts';
import { showOverlay } from '../../../renderer/desk/opening.ts';
import { takeTold } from '../../../renderer/desk/telling.ts';
import { everything, valueOf } from '../../builders/api.ts';
import { openAssessmentDesk, openDesk } from './real-desk.ts';

describe('commands of menus, palette and keys', () => {
  it('are offered only where they make sense', async () => {
    const desk = await openDesk();
    const before = (['new', 'settings', 'journal', 'import-files'] as const).map((command) => canDo(desk, command));
    const open = await openAssessmentDesk();
    showOverlay(open, 'help');
    const behindDialog = canDo(open, 'journal');
    showOverlay(open, null);

    expect([before, behindDialog, canDo(open, 'journal'), performMenu(desk, 'save-copy')]).toEqual([[true, true, false, false], false, true, false]);
  });

  it('lead to screens and dialogs, and close the assessment', async () => {
    const desk = await openAssessmentDesk();
    const seen: unknown[] = [];
    for (const command of ['settings', 'journal', 'about', 'report', 'help'] as const) {
      performMenu(desk, command);
      await desk.queue.idle();
      seen.push([desk.store.get().screen, desk.store.get().overlay]);
      showOverlay(desk, null);
    }
    performMenu(desk, 'close');
    await vi.waitFor(() => { expect(desk.store.get().screen).toBe('home'); });

    expect(seen).toEqual([['settings', null], ['journal', null], ['about', null], ['reports', null], ['reports', 'help']]);
  });
});

it('an action undone from the journal is named, and its rating is gone from the screen', async () => {
  const desk = await openAssessmentDesk();
  await rateCurrent(desk, 'F', { move: false });
  const { assessment } = desk.store.get().working!;
  const [row] = valueOf(await desk.api.call('readJournal', { assessment, only: everything, from: 0, count: 1 })).rows;

  await undoAction(desk, row!);

  const { working, toast } = desk.store.get();
  expect([toast?.text, working?.views.get('1.1.1-L1-1')?.mine, working?.redo?.batch]).toEqual(['已撤销：1.1.1-L1-1 评为 F', null, row!.batch]);
});

describe('reports', () => {
  it('wait on the list of this session until they are saved, and say when they were', async () => {
    const desk = await openAssessmentDesk();

    await makeReport(desk, { language: 'zh', depth: 'executive', formats: ['json'] });
    const [made] = desk.store.get().reporting.made;
    await deliverReport(desk, made!.file);

    const { job, made: list } = desk.store.get().reporting;
    expect([made?.savedAt, made?.depth, list.length, list[0]?.savedAt === null, job]).toEqual([null, 'executive', 1, false, null]);
  });

  it('can be cancelled while they are written, and then nothing is on the list', async () => {
    const desk = await openAssessmentDesk();
    desk.bridge.listen((event) => { if (event.kind === 'progress') takeTold(desk, event); });
    const writing = makeReport(desk, { language: 'zh', depth: 'executive', formats: ['pdf'] });
    await vi.waitFor(() => { expect(desk.store.get().reporting.progress?.current).toBe('pdf'); }, { timeout: 20_000 });

    await cancelReport(desk);
    await writing;

    const { toast, reporting } = desk.store.get();
    expect([toast?.text, reporting.made, reporting.job]).toEqual(['已取消，没有生成文件。', [], null]);
  });
});
