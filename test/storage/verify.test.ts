import { readFileSync, writeFileSync } from 'node:fs';
import Sqlite, { type Database } from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { verifyAt } from '../../electron/storage/verify-at.ts';
import { anna, creation, rating } from '../builders/journal.ts';
import { aStore, anIntake, open, packFiles, sha256, smallPack, someBytes } from '../builders/stores.ts';

const contents = { 'deploy.yaml': someBytes('text', 40_000), 'model.bin': someBytes('random', 1_500_000) };
const [text, model] = [sha256(contents['deploy.yaml']), sha256(contents['model.bin'])];

/** A closed file with five events, a pack and two artefacts. */
async function aFile(): Promise<{ readonly path: string; readonly events: readonly string[] }> {
  const store = aStore();
  store.pinPack(packFiles, smallPack, { author: anna });
  store.append([rating('P'), rating('F', '2.2.3-L2-1')], { author: anna });
  const { staging, draft } = anIntake(store, contents);
  await store.adopt(staging, [draft], { author: anna });
  store.close();
  return { path: store.path, events: store.events().map(({ id }) => id) };
}

async function faultsAfter(change: (db: Database, events: readonly string[]) => void): Promise<readonly string[]> {
  const { path, events } = await aFile();
  const db = new Sqlite(path);
  db.pragma('foreign_keys = 0');
  change(db, events);
  db.close();
  return verifyAt(path).faults.map(({ kind, where }) => `${kind} ${events.includes(where) ? events.indexOf(where) + 1 : where}`);
}

describe('verifying a file', () => {
  test('finds nothing in an honest one, and counts what it read', async () => {
    const { path } = await aFile();

    expect(open(path).verify()).toEqual({ ok: true, events: 5, artefacts: 2, firstFault: null, faults: [] });
  });

  test.each<readonly [string, string, readonly string[]]>([
    ['a word of an event', "UPDATE event SET body = replace(body, '2.2.3-L2-1', '2.2.3-L5-1')", ['event-changed 4']],
    ['the hash of an event', "UPDATE event SET hash = replace(hash, substr(hash, 1, 1), 'x') WHERE position = 3", ['event-changed 3', 'malformed 3', 'prev 4']],
    ['the id beside an event', "UPDATE event SET id = 'x' WHERE position = 2", ['event-changed x']],
    ['an event that is no longer JSON', "UPDATE event SET body = substr(body, 2) WHERE position = 5", ['event-unreadable 5', `artefact-orphan ${text}`, `artefact-orphan ${model}`]],
    ['a deleted event', 'DELETE FROM event WHERE position = 3', ['prev 4']],
    ['the last intake of the journal cut off', 'DELETE FROM event WHERE position = 5', [`artefact-orphan ${text}`, `artefact-orphan ${model}`]],
    ['two events in each other\'s place', 'UPDATE event SET position = 9 WHERE position = 3; UPDATE event SET position = 3 WHERE position = 4; UPDATE event SET position = 4 WHERE position = 9', ['order 4']],
    ['the compressed bytes of an artefact', "UPDATE artefact_chunk SET bytes = zeroblob(length(bytes)) WHERE encoding = 1", [`artefact-unreadable ${text}`]],
    ['the plain bytes of an artefact', 'UPDATE artefact_chunk SET bytes = zeroblob(length(bytes)) WHERE encoding = 0 AND ordinal = 1', [`artefact-changed ${model}`]],
    ['a lost chunk', 'DELETE FROM artefact_chunk WHERE ordinal = 1', [`artefact-unreadable ${model}`]],
    ['a lost artefact', 'DELETE FROM artefact_chunk WHERE artefact = 1; DELETE FROM artefact WHERE artefact = 1', [`artefact-missing ${text}`]],
    ['the size of an artefact', 'UPDATE artefact SET size_bytes = size_bytes + 1 WHERE artefact = 2', [`artefact-unreadable ${model}`]],
    ['a word of a pinned pack', "UPDATE pack_text SET text = text || ' ' WHERE path = 'pack.yaml'", [`pack-changed ${smallPack.hash}`]],
    ['a lost pack', 'DELETE FROM pack_text', [`pack-missing ${smallPack.hash}`]],
  ])('names %s, and goes on', async (_what, sql, expected) => {
    expect(await faultsAfter((db) => { db.exec(sql); })).toEqual(expected);
  });

  test('tells the first fault and the number of all that could be read', async () => {
    const { path, events } = await aFile();
    new Sqlite(path).exec("UPDATE event SET body = replace(body, '2.2.3-L', '2.2.4-L')").close();
    const found = open(path).verify();

    expect(found).toMatchObject({ ok: false, events: 5, artefacts: 2, firstFault: { kind: 'event-changed', where: events[2] } });
    expect(found.faults.map(({ where }) => where)).toEqual([events[2], events[3]]);
  });

  test('takes a purged artefact for gone, and not for lost', async () => {
    const store = aStore();
    const { staging, draft } = anIntake(store, contents);
    await store.adopt(staging, [draft, { type: 'evidence.purged', payload: { artefact: model, reason: '客户资料' } }], { author: anna });
    store.close();
    new Sqlite(store.path).exec('DELETE FROM artefact_chunk WHERE artefact = 2; DELETE FROM artefact WHERE artefact = 2').close();

    expect(open(store.path).verify().faults).toEqual([]);
  });

  test('finds an artefact that no intake lists', async () => {
    const faults = await faultsAfter((db) => { db.exec("INSERT INTO artefact (hash, size_bytes, chunk_count) VALUES (x'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 0, 0)"); });

    expect(faults).toEqual([`artefact-orphan ${sha256(Buffer.alloc(0))}`]);
  });

  test('finds an artefact that was purged and is there nevertheless', async () => {
    const store = aStore();
    const { staging, draft } = anIntake(store, { 'a.txt': Buffer.from('a') });
    await store.adopt(staging, [draft], { author: anna });
    store.append([{ type: 'evidence.purged', payload: { artefact: sha256(Buffer.from('a')), reason: '误传' } }], { author: anna });

    expect(store.verify().faults.map(({ kind }) => kind)).toEqual(['artefact-purged']);
  });

  test('does not let an import bring in what no event lists, nor what was purged', async () => {
    const store = aStore();
    const { staging, draft } = anIntake(store, { 'a.txt': Buffer.from('a'), 'b.txt': Buffer.from('b') });
    store.append([{ type: 'evidence.purged', payload: { artefact: sha256(Buffer.from('a')), reason: '误传' } }], { author: anna });
    await store.adopt(staging, [draft], { author: anna });

    expect([store.artefactHashes(), store.verify().ok]).toEqual([[sha256(Buffer.from('b'))], true]);
  });

  test('survives a page it cannot read, and still checks the rest', () => {
    const store = aStore();
    for (let count = 0; count < 60; count += 1) store.append([rating('F', `2.2.3-L1-${count}`)], { author: anna });
    store.close();
    const bytes = readFileSync(store.path);
    const victim = store.events()[30]!;
    const pageSize = bytes.readUInt16BE(16);
    const page = Math.floor(bytes.indexOf(victim.hash) / pageSize);
    writeFileSync(store.path, bytes.fill(0xff, page * pageSize, page * pageSize + 64));

    const { ok, faults, events } = verifyAt(store.path);

    expect([ok, events > 0 && events < 61]).toEqual([false, true]);
    expect(faults.map(({ kind }) => kind)).toContain('event-unreadable');
    expect(faults.map(({ kind }) => kind)).toContain('database');
  });
});

test('an assessment that was created twice in one file is two creations, not a fault of the file', () => {
  const store = aStore();
  store.append([creation], { author: anna });

  expect(store.verify().ok).toBe(true);
});
