import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { fold, redoable, undoable, verifyChains } from '#assessments';
import { StorageError } from '../../electron/storage/problems.ts';
import { createAssessment } from '../../electron/storage/store.ts';
import { anna, bo, creation, numbered, rating, redo, scope, undo } from '../builders/journal.ts';
import { aStore, anIntake, countingSurroundings, newPath, open, packFiles, sha256, smallPack, someBytes, types } from '../builders/stores.ts';

function problemOf(run: () => unknown): string {
  try {
    run();
  } catch (thrown) {
    if (thrown instanceof StorageError) return thrown.problem.kind;
    throw thrown;
  }
  return 'none';
}

describe('an assessment file', () => {
  test('gives back after closing and opening what was recorded', () => {
    const store = aStore();
    const first = store.append([rating('P'), scope('全部环境')], { author: anna });
    const second = store.append([rating('F')], { author: bo });
    const recorded = [store.events(), store.state()];
    store.close();
    const again = open(store.path);

    expect([again.events(), again.state()]).toEqual(recorded);
    expect(first).toMatchObject({ revision: 3, savedAt: store.events()[1]!.at });
    expect(second.batch).not.toBe(first.batch);
    expect(again.state()).toMatchObject({ organisation: '示例银行', scope: '全部环境', ratings: [{ value: 'P' }, { value: 'F' }] });
    expect(again.verify()).toEqual({ ok: true, events: 4, artefacts: 0, firstFault: null, faults: [] });
  });

  test('is one plain file when closed, and leaves nothing beside it', () => {
    const store = aStore();
    const during = readdirSync(dirname(store.path)).sort();
    store.close();

    expect(during).toEqual(['评估 a.maturity', '评估 a.maturity-wal', '评估 a.maturity.lock']);
    expect(readdirSync(dirname(store.path))).toEqual(['评估 a.maturity']);
  });

  test('begins a fresh chain at every opening, which names the heads of the others once', () => {
    const store = aStore();
    store.append([rating('N')], { author: anna });
    store.close();
    const second = open(store.path);
    second.append([rating('P'), rating('L')], { author: anna });
    second.close();
    const third = open(store.path, 0x7000);
    third.append([rating('F')], { author: anna });
    const events = third.events();

    expect(events.map(({ chain, seq, after }) => [chain, seq, after])).toEqual([
      [store.chain, 0, []], [store.chain, 1, []],
      [second.chain, 0, [events[1]!.hash]], [second.chain, 1, []],
      [third.chain, 0, [events[1]!.hash, events[3]!.hash].sort()],
    ]);
    expect(new Set([store.chain, second.chain, third.chain]).size).toBe(3);
    expect(verifyChains(events)).toEqual([]);
  });

  test('copied and continued on both sides grows two chains that fold together', () => {
    const store = aStore();
    store.append([rating('N')], { author: anna });
    const copy = join(dirname(store.path), 'copy.maturity');
    store.saveCopy(copy);
    store.append([rating('F')], { author: anna });
    const other = open(copy);
    other.append([rating('P')], { author: bo });

    const union = [...store.events(), ...other.events().slice(2)];

    expect(verifyChains(union)).toEqual([]);
    expect(fold(union).ratings.map(({ author, value }) => [author.name, value])).toEqual([['安娜', 'F'], ['Bo', 'P']]);
  });

  test('folds on without being opened again, through undo and redo', () => {
    const store = aStore();
    const by = { author: anna };
    const own = { author: anna.id, chain: store.chain };
    store.append([rating('P')], by);
    store.append([rating('F'), rating('L', '2.2.3-L2-1')], by);
    const seen = [store.state().ratings.length];
    store.append([undo(undoable(store.events(), own)!.batch)], by);
    seen.push(store.state().ratings.length);
    store.append([redo(redoable(store.events(), own)!.batch)], by);

    expect([...seen, store.state().ratings.length]).toEqual([2, 1, 2]);
    expect(store.state()).toEqual(fold(store.events()));
  });

  test('takes a batch id, so that several calls are one action', () => {
    const store = aStore();
    store.append([rating('P')], { author: anna, batch: numbered(0x77) });
    store.append([rating('F')], { author: anna, batch: numbered(0x77) });

    expect(store.events().slice(1).map(({ batch }) => batch)).toEqual([numbered(0x77), numbered(0x77)]);
  });

  test('holds pinned packs whole, once', () => {
    const store = aStore();
    store.pinPack(packFiles, smallPack, { author: anna });
    store.pinPack(packFiles, smallPack, { author: anna });
    store.close();
    const again = open(store.path);

    expect(again.packs()).toEqual([{ ...smallPack, texts: packFiles }]);
    expect(again.verify().ok).toBe(true);
  });

  test('a draft that does not fit leaves no gap in the chain', () => {
    const store = aStore();

    expect(() => store.append([rating('F'), rating('NA', '2.2.3-L1-1', '')], { author: anna })).toThrow('NA needs a rationale');
    store.append([rating('P')], { author: anna });
    expect(store.events().map(({ seq }) => seq)).toEqual([0, 1]);
    expect(store.verify().ok).toBe(true);
  });

  test('is never made over another file', () => {
    const path = newPath();
    writeFileSync(path, 'a letter');

    expect(problemOf(() => createAssessment(path, { surroundings: countingSurroundings() }))).toBe('bad-input');
    expect(problemOf(() => createAssessment(join(dirname(path), 'no', 'folder.maturity'), { surroundings: countingSurroundings() }))).toBe('not-found');
  });
});

describe('artefacts', () => {
  test('come in together with the events of their intake, and only once', async () => {
    const store = aStore();
    const contents = { 'text.yaml': someBytes('text', 70_000), 'model.bin': someBytes('random', 2_500_000), 'copy.bin': Buffer.alloc(0), 'small.txt': Buffer.from('小') };
    const { staging, draft } = anIntake(store, { ...contents, 'again.yaml': contents['text.yaml'] });
    const adopted = await store.adopt(staging, [draft], { author: anna });
    store.close();
    const again = open(store.path);

    expect(adopted).toMatchObject({ revision: 2, savedAt: store.events()[1]!.at });
    expect(again.artefactHashes()).toEqual(Object.values(contents).map(sha256));
    for (const bytes of Object.values(contents)) expect(Buffer.from(again.readArtefact(sha256(bytes))).equals(bytes)).toBe(true);
    expect(again.verify()).toMatchObject({ ok: true, artefacts: 4 });
    await vi.waitFor(() => { expect(existsSync(staging.path)).toBe(false); });
    expect([again.hasArtefact(sha256(contents['small.txt'])), again.hasArtefact('0'.repeat(64))]).toEqual([true, false]);
  });

  test('in great number go past the write-ahead log, with the same durability afterwards', async () => {
    const store = aStore();
    const { staging, draft } = anIntake(store, { 'a.bin': someBytes('random', 9_000_000), 'b.bin': someBytes('random', 9_000_000) });
    await store.adopt(staging, [draft], { author: anna });
    store.append([rating('F')], { author: anna });

    await vi.waitFor(() => { expect(readdirSync(dirname(store.path)).sort()).toEqual(['评估 a.maturity', '评估 a.maturity-wal', '评估 a.maturity.lock']); });
    expect(store.verify()).toMatchObject({ ok: true, events: 3, artefacts: 2 });
  });

  test('of an intake that cannot be recorded do not come in', async () => {
    const store = aStore();
    const { staging, draft } = anIntake(store, { 'a.yaml': someBytes('text', 5000) });

    await expect(store.adopt(staging, [draft, rating('NA', '2.2.3-L1-1', '')], { author: anna })).rejects.toThrow('NA needs a rationale');
    expect([store.artefactHashes(), store.revision(), existsSync(staging.path)]).toEqual([[], 1, true]);
    staging.discard();
    expect(existsSync(staging.path)).toBe(false);
  });

  test('left behind by a killed intake are swept away at the next opening, and nothing else is', () => {
    const store = aStore();
    const { staging } = anIntake(store, { 'a.yaml': someBytes('text', 5000) });
    const others = ['评估 b.maturity.intake-1', '评估 a.maturity.v0-backup'].map((name) => join(dirname(store.path), name));
    for (const other of others) mkdirSync(other);
    store.close();
    open(store.path).close();

    expect(existsSync(staging.path)).toBe(false);
    expect(others.map((other) => existsSync(other))).toEqual([true, true]);
  });

  test('that are not there are told as damage', () => {
    expect(problemOf(() => aStore().readArtefact('0'.repeat(64)))).toBe('damaged');
  });
});

describe('readings', () => {
  const reading = (path: string, importer: string | null) => ({ intake: numbered(7), path, importer, facts: [], diagnostics: [{ path, place: null, kind: 'malformed' as const, zh: '格式错误。', en: 'Malformed.' }], fragments: [] });

  test('are kept, replaced when a file is read again, and dropped by a rebuild', () => {
    const store = aStore();
    store.saveReadings([reading('a.yaml', 'github-actions'), reading('b.txt', null)]);
    store.saveReadings([reading('a.yaml', 'prometheus')]);
    const kept = store.readings();
    store.close();
    const again = open(store.path);
    const state = again.state();
    const reopened = again.readings();
    again.rebuild();

    expect(kept).toEqual([reading('b.txt', null), reading('a.yaml', 'prometheus')]);
    expect(reopened).toEqual(kept);
    expect(again.readings()).toEqual([]);
    expect(again.state()).toEqual(state);
    again.append([rating('F')], { author: anna });
    expect(again.verify().ok).toBe(true);
  });
});

describe('a saved copy', () => {
  test('is whole, verified, and can be gone on with', () => {
    const store = aStore();
    store.pinPack(packFiles, smallPack, { author: anna });
    const copy = join(dirname(store.path), 'copy.maturity');
    store.saveCopy(copy);
    store.append([rating('F')], { author: anna });
    const other = open(copy);

    expect(types(other.events())).toEqual(types([...store.events()].slice(0, 2)));
    expect(other.packs()).toEqual(store.packs());
    expect(problemOf(() => { store.saveCopy(copy); })).toBe('bad-input');
    other.close();
    expect(readdirSync(dirname(store.path)).filter((name) => name.startsWith('copy'))).toEqual(['copy.maturity']);
  });
});

test('the creation of an assessment and its packs can be one batch', () => {
  const store = createAssessment(newPath(), { surroundings: countingSurroundings() });
  const { batch } = store.append([creation], { author: anna });
  store.pinPack(packFiles, smallPack, { author: anna, batch });
  store.close();

  expect(new Set(store.events().map((event) => event.batch)).size).toBe(1);
});
