import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { importFrom, newAssessment, openTestApi, valueOf, type TestApi } from '../builders/api.ts';

// Damaged files are read by a process of its own, which takes its time to start on a busy machine.
vi.setConfig({ testTimeout: 180_000 });

const requirements = ['2.2.3-L1-1', '2.2.3-L2-1', '2.2.3-L3-1'];

/** A closed assessment with evidence and ratings; with a backup of what was there before the last rating. */
async function anAssessment({ backedUp = false, notes = 0 } = {}): Promise<{ readonly api: TestApi; readonly path: string }> {
  const api = openTestApi();
  const { assessment, fileName } = await newAssessment(api);
  await importFrom(api, assessment);
  const rate = async (requirement: string) => valueOf(await api.call('rate', { assessment, requirements: [requirement], value: 'P', confidence: null, rationale: '', accepted: [] }));
  await rate(requirements[0]!);
  for (let count = 0; count < notes; count += 1) valueOf(await api.call('addNote', { assessment, requirement: requirements[0]!, text: `第 ${count} 条 ${'记录'.repeat(800)}`, saidBy: null }));
  if (backedUp) valueOf(await api.call('makeBackup', { assessment }));
  await rate(requirements[1]!);
  valueOf(await api.call('closeAssessment', { assessment }));
  return { api, path: join(api.folder, 'assessments', fileName) };
}

function damage(path: string, how: (bytes: Buffer) => void): Buffer {
  const bytes = readFileSync(path);
  how(bytes);
  writeFileSync(path, bytes);
  return bytes;
}

/** Takes the tables of contents away: nothing can be found through SQLite any more. */
const withoutHead = (bytes: Buffer): void => { bytes.fill(0, 0, 16_384); };

describe('a damaged file', () => {
  test('is refused as it is, examined without a change, and repaired into a new file beside it with everything that was in it', async () => {
    const { api, path } = await anAssessment();
    const bytes = damage(path, withoutHead);
    const refused = await api.call('openAssessment', { file: api.choose(path) });
    const seen = valueOf(await api.call('examineDamaged', { file: api.choose(path) }));
    const afterExamining = readdirSync(dirname(path));
    const { card, view } = valueOf(await api.call('repairDamaged', { file: seen.file }));
    const header = valueOf(await api.call('openAssessment', { file: card.file }));

    expect(refused).toMatchObject({ ok: false, problem: { kind: 'damaged' } });
    expect(seen).toMatchObject({ name: basename(path), organisation: '示例银行', lostEvents: 0, lostArtefacts: 0, repairable: true, backups: [], faults: [{ kind: 'file-damaged' }] });
    expect([afterExamining, readFileSync(path).equals(bytes)]).toEqual([[basename(path)], true]);
    expect([view.events, card.problem, card.organisation, card.assessed]).toEqual([seen.events, null, '示例银行', 2]);
    expect(valueOf(await api.call('verify', { assessment: header.assessment }))).toMatchObject({ ok: true, events: seen.events, artefacts: seen.artefacts });
    expect(readdirSync(dirname(path)).filter((name) => name.endsWith('.half'))).toEqual([]);
  });

  test('can be gone on with from a backup, which is written beside it', async () => {
    const { api, path } = await anAssessment({ backedUp: true });
    const bytes = damage(path, (all) => { all.fill(0); });
    const { backups, repairable, file, lostEvents } = valueOf(await api.call('examineDamaged', { file: api.choose(path) }));
    const card = valueOf(await api.call('restoreDamaged', { file, backup: backups[0]!.backup }));

    expect([backups.length, repairable, lostEvents, card.problem, card.assessed]).toEqual([1, false, null, null, 1]);
    expect([card.name === basename(path), readFileSync(path).equals(bytes)]).toEqual([false, true]);
    expect(await api.call('repairDamaged', { file })).toMatchObject({ ok: false, problem: { kind: 'damaged', place: basename(path) } });
    expect(await api.call('restoreDamaged', { file, backup: 'other' })).toMatchObject({ ok: false, problem: { kind: 'not-found' } });
  });

  test('is repaired with what its backup has and it has no more', async () => {
    const { api, path } = await anAssessment({ backedUp: true, notes: 20 });
    const bytes = damage(path, (all) => { const at = Math.floor(all.indexOf('第 10 条') / 16_384) * 16_384; all.fill(0, at, at + 16_384); });
    const { card, view } = valueOf(await api.call('repairDamaged', { file: api.choose(path) }));
    const { assessment } = valueOf(await api.call('openAssessment', { file: card.file }));
    const { ok, events } = valueOf(await api.call('verify', { assessment }));

    expect([card.problem, card.assessed, view.lostEvents, view.lostArtefacts, ok, events]).toEqual([null, 2, 0, 0, true, view.events]);
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  test('that came through a browser is kept, and repaired beside itself', async () => {
    const { api, path } = await anAssessment();
    damage(path, withoutHead);
    const uploaded = join(api.folder, 'runs/upload');
    mkdirSync(uploaded);
    writeFileSync(join(uploaded, '0'), readFileSync(path));
    rmSync(path);
    const handle = api.handles.issue({ kind: 'upload', label: 'a', files: [{ path: '客户.maturity', absolute: join(uploaded, '0'), modified: null }], discard: () => { rmSync(uploaded, { recursive: true, force: true }); } });
    const refused = await api.call('openAssessment', { file: handle });
    const view = valueOf(await api.call('examineDamaged', { file: handle }));
    const { card } = valueOf(await api.call('repairDamaged', { file: view.file }));

    expect([refused.ok, view.repairable, card.problem, existsSync(uploaded)]).toEqual([false, true, null, false]);
    expect(readdirSync(dirname(path)).filter((name) => name.endsWith('.maturity')).sort()).toEqual([card.name, '客户.maturity'].sort());
  });

  test('nobody can find is told so', async () => {
    const api = openTestApi();

    expect(await api.call('examineDamaged', { file: api.choose(join(api.folder, 'gone.maturity')) })).toMatchObject({ ok: false, problem: { kind: 'not-found' } });
    expect(await api.call('repairDamaged', { file: 'nobody' })).toMatchObject({ ok: false, problem: { kind: 'not-found' } });
  });
});
