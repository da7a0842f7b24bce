import { describe, expect, it } from 'vitest';
import type { IntakeReport } from '#contract';
import { RefusedUpload } from '../../../renderer/browser-uploads.ts';
import { importFrom, takeProgress } from '../../../renderer/desk/importing.ts';
import { removeIntake, undoOrRedo } from '../../../renderer/desk/recording.ts';
import { takeTold } from '../../../renderer/desk/telling.ts';
import { recordedRevision } from '../../../renderer/desk/use-view.ts';
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

  it('knows the new revision with the result, before ratings and suggestions are read again, so that the file list is read at once', async () => {
    const desk = await openAssessmentDesk();
    const before = recordedRevision(desk.store.get());
    const atOnce: (readonly [number, boolean])[] = [];
    desk.store.subscribe(() => {
      const state = desk.store.get();
      if (state.importing.state === 'done') atOnce.push([recordedRevision(state), state.working?.revision === before]);
    });

    await importFrom(desk, () => Promise.resolve([desk.api.choose(sampleEvidence)]));

    expect([atOnce[0], recordedRevision(desk.store.get())]).toEqual([[reportOf(desk).revision, true], reportOf(desk).revision]);
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

  it.each([
    [413, 'data/train.parquet 没有送到程序，本次没有导入任何文件：单个文件不能超过 2 GB，一次不能超过 8 GB 或 200,000 个文件。请去掉它或分几次导入。'],
    [400, '程序没有接受 data/train.parquet，本次没有导入任何文件。请改短或改正它的路径，然后重新选择。'],
    [null, 'data/train.parquet 没有送到程序，本次没有导入任何文件。请检查它能否读取、是否超过 2 GB，然后重新选择。'],
  ])('names the file that was refused with %j', async (status, sentence) => {
    const desk = await openAssessmentDesk();

    await importFrom(desk, () => Promise.reject(new RefusedUpload('data/train.parquet', status)));

    const { importing } = desk.store.get();
    expect(importing.state === 'failed' ? [importing.problem.place, importing.problem.zh] : null).toEqual(['data/train.parquet', sentence]);
  });

  it('shows the progress of its own job alone', async () => {
    const desk = await openAssessmentDesk();
    const progress = { kind: 'progress', job: 'ours', phase: 'storing', done: 1, total: 2, bytesDone: 3, bytesTotal: 6, current: 'a.yaml', bytesPerSecond: null, secondsLeft: null } as const;
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
