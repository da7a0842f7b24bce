import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { newAssessment, openTestApi, valueOf } from '../builders/api.ts';

const wanted = { formats: ['json', 'pdf'], language: 'zh', depth: 'executive' } as const;

test('writing reports tells which one is being written', async () => {
  const api = openTestApi();
  const { assessment } = await newAssessment(api);

  valueOf(await api.call('makeReport', { assessment, job: 'r1', ...wanted }));

  expect(api.told.flatMap((told) => (told.kind === 'progress' ? [[told.job, told.phase, told.current, told.done, told.total]] : []))).toEqual([['r1', 'writing', 'json', 0, 2], ['r1', 'writing', 'pdf', 1, 2]]);
});

test('a report can be cancelled before it is written, while its plan is computed', async () => {
  const api = openTestApi();
  const { assessment } = await newAssessment(api);
  const running = api.call('makeReport', { assessment, job: 'r0', ...wanted, depth: 'full' });

  valueOf(await api.call('cancel', { job: 'r0' }));

  expect([await running, readdirSync(join(api.folder, 'runs')), api.told.filter(({ kind }) => kind === 'progress')]).toMatchObject([{ ok: false, problem: { kind: 'cancelled' } }, [], []]);
});

test('writing reports can be cancelled, and leaves nothing', async () => {
  const api = openTestApi();
  const { assessment } = await newAssessment(api);
  const running = api.call('makeReport', { assessment, job: 'r2', ...wanted });
  await vi.waitFor(() => { expect(api.told.some(({ kind }) => kind === 'progress')).toBe(true); }, { timeout: 20_000 });

  valueOf(await api.call('cancel', { job: 'r2' }));

  expect([await running, readdirSync(join(api.folder, 'runs'))]).toMatchObject([{ ok: false, problem: { kind: 'cancelled' } }, []]);
});
