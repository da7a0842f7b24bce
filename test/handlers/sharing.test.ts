import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importFrom, newAssessment, openTestApi, valueOf } from '../builders/api.ts';

describe('an import that a page has lost sight of', () => {
  test('is rejoined while it runs and after it has ended, and answers the same', async () => {
    const api = openTestApi();
    const { assessment } = await newAssessment(api);
    const running = importFrom(api, assessment, undefined, 'job-1');

    const during = await api.call('rejoin', { job: 'job-1' });
    const report = await running;
    const after = await api.call('rejoin', { job: 'job-1' });

    expect([valueOf(during), valueOf(after)]).toEqual([report, report]);
  });

  test('can be cancelled by the page that rejoined it', async () => {
    const api = openTestApi();
    const { assessment } = await newAssessment(api);
    const folder = join(api.folder, 'many');
    mkdirSync(folder);
    for (let file = 0; file < 50; file += 1) writeFileSync(join(folder, `${file}.txt`), String(file));
    const running = api.call('importEvidence', { assessment, sources: [api.choose(folder)], job: 'job-2' });

    const rejoined = api.call('rejoin', { job: 'job-2' });
    valueOf(await api.call('cancel', { job: 'job-2' }));

    expect([await rejoined, await running]).toEqual([expect.objectContaining({ ok: false }), expect.objectContaining({ ok: false, problem: expect.objectContaining({ kind: 'cancelled' }) as unknown })]);
  });

  test('is told as unknown where there was none, or after many others', async () => {
    const api = openTestApi();
    const { assessment } = await newAssessment(api);
    const folder = join(api.folder, 'one');
    mkdirSync(folder);
    writeFileSync(join(folder, 'a.txt'), 'a');
    for (let job = 0; job < 5; job += 1) await importFrom(api, assessment, folder, `job-${job}`);

    const kinds = await Promise.all(['never', 'job-0', 'job-1'].map(async (job) => { const reply = await api.call('rejoin', { job }); return reply.ok ? 'known' : reply.problem.kind; }));
    expect(kinds).toEqual(['not-found', 'not-found', 'known']);
  });
});

test('windows are told when another identity, other settings or another layer apply', async () => {
  const api = openTestApi();
  const { assessment } = await newAssessment(api);
  const before = api.told.length;

  valueOf(await api.call('setIdentity', { name: '王敏', role: '' }));
  valueOf(await api.call('setSettings', { language: 'en' }));
  valueOf(await api.call('setLayer', { assessment, layer: 'on-site' }));

  expect(api.told.slice(before)).toEqual([{ kind: 'refresh', assessment: null }, { kind: 'refresh', assessment: null }, { kind: 'refresh', assessment }]);
});
