import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, test, vi } from 'vitest';
import type { Change, IntakeReport, PurgeReport, Reply } from '#contract';
import { importFrom, newAssessment, openTestApi, sampleEvidence, valueOf, type TestApi } from '../builders/api.ts';
import { temporaryFolder } from '../builders/folders.ts';
import { zipArchive } from '../builders/zip-archive.ts';

// Backups are verified by a process of its own, which takes its time to start on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const canary = 'canary-3f9a41c7';
const rollout = readFileSync(join(sampleEvidence, 'deploy/rollout.yaml'), 'utf8').replaceAll(/^ {2}name: .*$/gm, `  name: ${canary}`);
/** Shrinks, and is large enough to be packed: what is stored is not what it says. */
const large = `${rollout}${`# ${canary} 客户名单\n`.repeat(4_000)}`;

type Opened = { readonly api: TestApi; readonly assessment: string; readonly intake: IntakeReport; readonly source: string; readonly path: string };

async function withEvidence(files: Readonly<Record<string, string | Buffer>>): Promise<Opened> {
  const api = openTestApi();
  const { assessment, fileName } = await newAssessment(api);
  const source = join(temporaryFolder(), '证据');
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(source, path, '..'), { recursive: true });
    writeFileSync(join(source, path), content);
  }
  return { api, assessment, source, intake: await importFrom(api, assessment, source), path: join(api.folder, 'assessments', fileName) };
}

function purge({ api, assessment, intake }: Opened, paths: readonly string[], reason = '客户个人信息'): Promise<Reply<Change & { readonly purged: PurgeReport }>> {
  return api.call('purgeEvidence', { assessment, files: paths.map((one) => ({ intake: intake.intake, path: one })), reason });
}

/** The files below a folder that hold one of these pieces of bytes. */
function holders(folder: string, pieces: readonly Buffer[]): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const path = join(folder, name);
    return statSync(path).isFile() && pieces.some((piece) => readFileSync(path).includes(piece));
  });
}

/** The canary, and pieces of every chunk as it is stored. */
function piecesOf(path: string): readonly Buffer[] {
  const db = new Sqlite(path, { readonly: true });
  try {
    const stored = db.prepare<[], Buffer>('SELECT bytes FROM artefact_chunk').pluck().all();
    return [Buffer.from(canary), ...stored.flatMap((bytes) => [bytes.subarray(16, 64), bytes.subarray(-48)])];
  } finally {
    db.close();
  }
}

describe('purging', () => {
  test('leaves no byte of it in the file, its log, its backups and copies, neither plain nor packed, nor of what was read out of it', async () => {
    const opened = await withEvidence({ 'deploy/large.yaml': large, 'deploy/small.yaml': rollout });
    const { api, assessment, path } = opened;
    valueOf(await api.call('makeBackup', { assessment }));
    const copy = valueOf(await api.call('saveCopy', { assessment }));
    const pieces = piecesOf(api.handles.lookOffer(copy.download)!.path);
    const before = holders(api.folder, pieces).length;
    const facts = valueOf(await api.call('readEvidence', { assessment })).facts.length;
    const { purged } = valueOf(await purge(opened, ['deploy/large.yaml', 'deploy/small.yaml']));
    const open = holders(api.folder, pieces);
    const seen = valueOf(await api.call('readEvidence', { assessment }));
    const verified = valueOf(await api.call('verify', { assessment }));
    const { rows } = valueOf(await api.call('readBackups', { assessment }));
    valueOf(await api.call('closeAssessment', { assessment }));

    expect([before >= 3, facts > 0, purged.files, purged.backups, open]).toEqual([true, true, 2, 1, []]);
    expect([seen.facts, seen.files.map(({ facts: count }) => count), verified.ok, rows.map(({ verified: ok }) => ok)]).toEqual([[], [0, 0], true, [true]]);
    expect(holders(api.folder, pieces)).toEqual([]);
    expect(readdirSync(join(path, '..'))).toEqual([path.slice(path.lastIndexOf('/') + 1)]);
  });

  test('keeps who, why and the hash in the journal, and is never undone', async () => {
    const opened = await withEvidence({ 'a.yaml': rollout });
    const { api, assessment } = opened;
    const { undo } = valueOf(await purge(opened, ['a.yaml'], '误传'));
    const undone = await api.call('undo', { assessment });
    const { files: [file] } = valueOf(await api.call('readEvidence', { assessment }));

    expect([undo?.batch === opened.intake.batch, undone.ok]).toEqual([true, true]);
    expect([file, holders(api.folder, [Buffer.from(canary)])]).toEqual([undefined, []]);
    expect(valueOf(await api.call('verify', { assessment })).ok).toBe(true);
  });

  test('refuses the same bytes afterwards with one plain sentence, wherever they lie', async () => {
    const opened = await withEvidence({ 'a.yaml': large, 'other.txt': '别的' });
    const { api, assessment, source } = opened;
    valueOf(await purge(opened, ['a.yaml']));
    writeFileSync(join(source, 'packed.zip'), zipArchive([{ name: 'inner/b.yaml', data: large }, { name: 'fine.txt', data: '无关' }]));
    const again = await importFrom(api, assessment, source, 'again');

    expect(again.refusals.map(({ path, kind }) => `${kind} ${path}`).sort()).toEqual(['purged a.yaml', 'purged packed.zip', 'purged packed.zip!/inner/b.yaml']);
    expect([again.offered, again.taken + again.duplicates + again.refused, again.taken]).toEqual([5, 5, 1]);
    valueOf(await api.call('closeAssessment', { assessment }));
    expect([valueOf(await api.call('openAssessment', { file: api.choose(opened.path) })).readOnly, holders(join(api.folder, 'assessments'), [Buffer.from(canary)])]).toEqual([false, []]);
  });

  test('takes the archive along that holds the file, and with an archive all that was in it', async () => {
    const archive = zipArchive([{ name: 'secret.yaml', data: large, stored: true }, { name: 'fine.txt', data: '无关内容' }]);
    const one = await withEvidence({ 'release.zip': archive });
    const { purged } = valueOf(await purge(one, ['release.zip!/secret.yaml']));
    const other = await withEvidence({ 'release.zip': archive });
    const whole = valueOf(await purge(other, ['release.zip']));

    expect([purged.files, holders(one.api.folder, [Buffer.from(canary)])]).toEqual([2, []]);
    expect([whole.purged.files, holders(other.api.folder, [Buffer.from(canary), Buffer.from('无关内容')])]).toEqual([3, []]);
  });

  test('is refused where another file keeps the same bytes, until that is chosen too or removed', async () => {
    const opened = await withEvidence({ 'a.yaml': large, 'b.yaml': large });
    const { api, assessment, intake } = opened;
    const alone = await purge(opened, ['a.yaml']);
    valueOf(await api.call('removeEvidence', { assessment, intake: intake.intake, paths: ['b.yaml'] }));
    const { purged } = valueOf(await purge(opened, ['a.yaml']));

    expect(alone).toMatchObject({ ok: false, problem: { kind: 'bad-input', place: 'b.yaml' } });
    expect([purged.files, holders(api.folder, [Buffer.from(canary)])]).toEqual([1, []]);
  });

  test('needs a reason, and files that are there', async () => {
    const opened = await withEvidence({ 'a.yaml': rollout });

    expect([await purge(opened, ['a.yaml'], '  '), await purge(opened, ['nothing'])]).toMatchObject([{ ok: false, problem: { kind: 'bad-input' } }, { ok: false, problem: { kind: 'not-found', place: 'nothing' } }]);
  });
});
