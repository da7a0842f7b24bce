import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rebuildFile, type Rebuilt } from '../../../electron/storage/salvage/rebuild-file.ts';
import { salvage } from '../../../electron/storage/salvage/salvage.ts';
import { verifyAt } from '../../../electron/storage/verify-at.ts';
import { aFullFile, change, contents, hashes } from '../../builders/damage.ts';
import { open, packFiles, sha256 } from '../../builders/stores.ts';

function repaired(path: string, { backups = [], recorded = 0 }: { readonly backups?: readonly string[]; readonly recorded?: number } = {}): Rebuilt & { readonly at: string } {
  const at = join(dirname(path), 'repaired.maturity');
  const before = readFileSync(path);
  const [damaged, ...others] = [path, ...backups].map(salvage);
  const rebuilt = rebuildFile(at, { damaged: damaged!, backups: others, packs: [] }, { now: new Date(0), recorded });
  for (const one of [damaged!, ...others]) one.close();
  expect(readFileSync(path).equals(before)).toBe(true);
  return { ...rebuilt, at };
}

const pageSize = 16_384;

describe('salvaging', () => {
  test('finds everything in a file that is whole, byte for byte', async () => {
    const { path, events } = await aFullFile();
    const { at, ...rebuilt } = repaired(path);

    expect(rebuilt).toMatchObject({ organisation: '示例银行', project: '信贷评分', events: events.length, lostEvents: 0, artefacts: 3, lostArtefacts: 0, usable: true });
    expect(rebuilt.faults.map(({ kind }) => kind)).toEqual(['file-damaged']);
    expect(verifyAt(at)).toEqual({ ok: true, events: events.length, artefacts: 3, firstFault: null, faults: [] });
    const [was, now] = [open(path), open(at)];
    expect([now.events(), now.packs(), hashes.map((hash) => sha256(now.readArtefact(hash)))]).toEqual([was.events(), was.packs(), hashes]);
  });

  test.each<readonly [string, (bytes: Buffer) => void]>([
    ['the header is garbage', (bytes) => { bytes.fill(0xaa, 0, 100); }],
    ['the whole first page is gone', (bytes) => { bytes.fill(0, 0, pageSize); }],
    ['the page size is a lie', (bytes) => { bytes.writeUInt16BE(512, 16); }],
    ['the mark of an assessment is gone', (bytes) => { bytes.writeUInt32BE(0, 68); }],
  ])('finds everything where %s', async (_what, how) => {
    const { path, events } = await aFullFile();
    change(path, (bytes) => { how(bytes); return bytes; });
    const { at, lostEvents, usable } = repaired(path);

    expect([lostEvents, usable, verifyAt(at)]).toEqual([0, true, expect.objectContaining({ ok: true, events: events.length, artefacts: 3 })]);
  });

  test('counts and names what a lost page of the journal held, and keeps the gap for ever', async () => {
    const { path, events } = await aFullFile();
    const victim = events[20]!;
    change(path, (bytes) => bytes.fill(0, Math.floor(bytes.indexOf(`"id":"${victim}"`) / pageSize) * pageSize, (Math.floor(bytes.indexOf(`"id":"${victim}"`) / pageSize) + 1) * pageSize));
    const { at, lostEvents, faults, ...rebuilt } = repaired(path);
    const verified = verifyAt(at);

    expect(rebuilt.events + (lostEvents ?? 0)).toBe(events.length);
    expect(lostEvents).toBeGreaterThan(0);
    expect(faults.map(({ kind }) => kind)).toContain('prev');
    expect([verified.ok, verified.events, verified.faults.map(({ kind }) => kind)]).toEqual([false, rebuilt.events, ['prev']]);
    expect(open(at).state().ratings.length).toBeGreaterThan(0);
  });

  test('fills the gap from a backup, and then nothing is missing', async () => {
    const { path, events } = await aFullFile();
    const backup = join(dirname(path), 'backup.maturity');
    const store = open(path);
    store.saveCopy(backup);
    store.append([{ type: 'assessment.scoped', payload: { scope: '备份之后' } }], { author: store.events()[0]!.author });
    store.close();
    const victim = events[20]!;
    change(path, (bytes) => bytes.fill(0, Math.floor(bytes.indexOf(`"id":"${victim}"`) / pageSize) * pageSize, (Math.floor(bytes.indexOf(`"id":"${victim}"`) / pageSize) + 1) * pageSize));
    const { at, lostEvents } = repaired(path, { backups: [backup] });

    expect([lostEvents, verifyAt(at).ok, open(at).state().scope]).toEqual([0, true, '备份之后']);
  });

  test('takes nothing from the backup of another assessment', async () => {
    const [one, other] = [await aFullFile(5), await aFullFile(3)];
    change(other.path, (bytes) => {
      bytes.fill(0, 0, bytes.length);
      return bytes;
    });
    const { usable, events, lostEvents } = repaired(other.path, { backups: [one.path] });

    expect([usable, events, lostEvents]).toEqual([false, 0, null]);
  });

  test('names an artefact that is not whole any more, and keeps the others', async () => {
    const { path } = await aFullFile();
    const model = contents['model.bin'];
    change(path, (bytes) => bytes.fill(0, bytes.indexOf(model.subarray(700_000, 700_100)), bytes.indexOf(model.subarray(700_000, 700_100)) + 50));
    const { at, artefacts, lostArtefacts, faults } = repaired(path);

    expect([artefacts, lostArtefacts, faults.map(({ kind, where }) => [kind, where])]).toEqual([2, 1, [['file-damaged', 'file'], ['artefact-missing', sha256(model)]]]);
    expect(verifyAt(at).faults.map(({ where }) => where)).toEqual([sha256(model)]);
  });

  test('cannot make a file without its beginning or its pack usable, and says so', async () => {
    const { path } = await aFullFile(3);
    change(path, (bytes) => bytes.fill(0x20, bytes.indexOf(packFiles[0].text), bytes.indexOf(packFiles[0].text) + 5));

    expect(repaired(path)).toMatchObject({ usable: false, faults: [{ kind: 'file-damaged' }, { kind: 'pack-missing' }] });
  });

  test('knows from a backup that more was recorded than can be found', async () => {
    const { path, events } = await aFullFile(6);

    expect(repaired(path, { recorded: events.length + 4 }).lostEvents).toBe(4);
  });
});
