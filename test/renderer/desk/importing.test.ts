import { describe, expect, it } from 'vitest';
import type { IntakeReport } from '#contract';
import { importFrom, takeProgress } from '../../../renderer/desk/importing.ts';
import { removeIntake, undoOrRedo } from '../../../renderer/desk/recording.ts';
import { takeTold } from '../../../renderer/desk/telling.ts';
import { sampleEvidence } from '../../builders/api.ts';
import { openAssessmentDesk, type RealDesk } from './real-desk.ts';

function reportOf(desk: RealDesk): IntakeReport {
  const { importing } = desk.store.get();
  if (importing.state !== 'done') throw new Error(`the import is ${importing.state}`);
  return importing.report;
}

describe('importing evidence', () => {
  it('shows a result whose counts add up, and the suggestions that came of it', async () => {
    const desk = await openAssessmentDesk();

    await importFrom(desk, () => Promise.resolve([desk.api.choose(sampleEvidence)]));

    const { offered, taken, duplicates, refused, revision } = reportOf(desk);
    const working = desk.store.get().working!;
    expect([offered, [...working.suggestions.values()].some(({ rating }) => rating !== null), working.revision]).toEqual([taken + duplicates + refused, true, revision]);
  });

  it('takes an import away again, and Ctrl+Z brings it and its suggestions back', async () => {
    const desk = await openAssessmentDesk();
    await importFrom(desk, () => Promise.resolve([desk.api.choose(sampleEvidence)]));
    const facts = () => desk.store.get().working?.facts;
    const before = facts();

    await removeIntake(desk, reportOf(desk).intake);
    const removed = facts();
    await undoOrRedo(desk, 'undo');

    expect([removed, facts()]).toEqual([0, before]);
  });

  it('goes back to the drop zone when the choice was cancelled, and says what to do when it failed', async () => {
    const desk = await openAssessmentDesk();
    await importFrom(desk, () => Promise.resolve(null));
    const cancelled = desk.store.get().importing.state;

    await importFrom(desk, () => Promise.reject(new Error('gone')));

    const { importing } = desk.store.get();
    expect([cancelled, importing.state === 'failed' ? importing.problem.zh : null]).toEqual(['idle', '文件没有全部送到程序。请检查所选文件能否读取，然后重新选择。']);
  });

  it('shows the progress of its own job alone', async () => {
    const desk = await openAssessmentDesk();
    const progress = { kind: 'progress', job: 'ours', phase: 'storing', done: 1, total: 2, bytesDone: 3, bytesTotal: 6, current: 'a.yaml' } as const;
    desk.store.set((state) => ({ ...state, importing: { state: 'running', job: 'ours', progress: null, cancelling: false } }));

    takeProgress(desk, { ...progress, job: 'another' });
    takeProgress(desk, progress);

    expect(desk.store.get().importing).toEqual({ state: 'running', job: 'ours', progress, cancelling: false });
  });

  it('reads again when another window changed the assessment, and not for what it did itself', async () => {
    const desk = await openAssessmentDesk();
    const { working } = desk.store.get();
    const before = desk.bridge.calls.length;

    takeTold(desk, { kind: 'changed', assessment: working!.assessment, revision: working!.revision });
    await desk.queue.idle();
    const after = desk.bridge.calls.length;
    await desk.api.call('rate', { assessment: working!.assessment, requirements: ['2.2.2-L1-1'], value: 'F', confidence: null, rationale: '', accepted: [] });
    takeTold(desk, { kind: 'changed', assessment: working!.assessment, revision: working!.revision + 1 });
    await desk.queue.idle();

    expect([after - before, desk.store.get().working?.views.get('2.2.2-L1-1')?.mine?.value]).toEqual([0, 'F']);
  });
});
