import { createHash, hash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { type PackText, type StoredEvent, packHash, verifyChains } from '#assessments';
import { unpackChunk } from './chunk.ts';
import { type EventRow, asEvent } from './events.ts';
import { type Fault, fault } from './faults.ts';
import { listedFiles } from './listed.ts';
import { packTexts } from './packs.ts';

/** What verifying found. `events` and `artefacts` count what could be read. */
export type FileVerification = { readonly ok: boolean; readonly events: number; readonly artefacts: number; readonly firstFault: Fault | null; readonly faults: readonly Fault[] };

/**
 * Recomputes every hash of the journal, every chain, the digest of every artefact and pinned pack, and whether journal
 * and artefacts tell of the same things. Goes on after a fault; a damaged page is a fault and not the end.
 */
export function verifyFile(db: Database): FileVerification {
  const journal = readJournal(db);
  const stored = readArtefacts(db);
  const faults = [
    ...journal.faults,
    ...stored.faults,
    ...compareArtefacts(journal.events, stored.hashes),
    ...checkPacks(db, journal.events),
    ...checkStructure(db),
  ];
  return { ok: faults.length === 0, events: journal.events.length, artefacts: stored.hashes.size, firstFault: faults[0] ?? null, faults };
}

/** Row by row and not in one go, so that a page that cannot be read costs only the events on it. */
function readJournal(db: Database): { readonly events: readonly StoredEvent[]; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const read = db.prepare<[number], EventRow>('SELECT position, id, hash, sig, body FROM event WHERE position = ?');
  const events = rowNumbers(db, 'SELECT min(position) FROM event WHERE position > ?').flatMap((position) => {
    const row = attempt(() => read.get(position));
    const event = row === undefined ? undefined : attempt(() => asEvent(row));
    if (row === undefined || event === undefined) {
      faults.push(fault('event-unreadable', row?.id ?? `event ${position}`));
      return [];
    }
    if (hash('sha256', row.body) !== row.hash || event.id !== row.id) faults.push(fault('event-changed', row.id));
    return [event];
  });
  const changed = new Set(faults.map(({ where }) => where));
  const chain = verifyChains(events)
    .filter(({ kind, event }) => !(kind === 'hash' && event !== null && changed.has(event)))
    .map(({ kind, event, zh, en }) => ({ kind, where: event ?? 'journal', zh, en }));
  return { events, faults: [...faults, ...chain] };
}

type ArtefactRow = { readonly hash: Buffer; readonly size: number; readonly count: number };
type ChunkRow = { readonly ordinal: number; readonly encoding: number; readonly size: number; readonly bytes: Buffer };

function readArtefacts(db: Database): { readonly hashes: ReadonlySet<string>; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const hashes = new Set<string>();
  const read = db.prepare<[number], ArtefactRow>('SELECT hash, size_bytes AS size, chunk_count AS count FROM artefact WHERE artefact = ?');
  const chunks = db.prepare<[number], ChunkRow>('SELECT ordinal, encoding, size_bytes AS size, bytes FROM artefact_chunk WHERE artefact = ? ORDER BY ordinal');
  for (const number of rowNumbers(db, 'SELECT min(artefact) FROM artefact WHERE artefact > ?')) {
    const row = attempt(() => read.get(number));
    if (row === undefined) {
      faults.push(fault('artefact-unreadable', `artefact ${number}`));
      continue;
    }
    const name = row.hash.toString('hex');
    hashes.add(name);
    const digest = attempt(() => digestOf(row, chunks.iterate(number)));
    if (digest !== name) faults.push(fault(digest === undefined ? 'artefact-unreadable' : 'artefact-changed', name));
  }
  return { hashes, faults };
}

/** SHA-256 over the unpacked chunks; throws where one cannot be unpacked or size or number are not those of the row. */
function digestOf({ size, count }: ArtefactRow, chunks: Iterable<ChunkRow>): string {
  const digest = createHash('sha256');
  let [bytes, next] = [0, 0];
  for (const chunk of chunks) {
    if (chunk.ordinal !== next) throw new Error('a chunk is missing');
    const unpacked = unpackChunk(chunk);
    digest.update(unpacked);
    bytes += unpacked.length;
    next += 1;
  }
  if (bytes !== size || next !== count) throw new Error('bytes are missing');
  return digest.digest('hex');
}

/** Neither may be without the other. Purged artefacts may be gone. */
function compareArtefacts(events: readonly StoredEvent[], stored: ReadonlySet<string>): readonly Fault[] {
  const listed = new Set(events.flatMap(listedFiles).map(({ artefact }) => artefact));
  const purged = new Set(events.filter(({ type }) => type === 'evidence.purged').map(({ payload }) => payload['artefact']));
  return [
    ...[...listed].filter((artefact) => !stored.has(artefact) && !purged.has(artefact)).map((artefact) => fault('artefact-missing', artefact)),
    ...[...stored].filter((artefact) => purged.has(artefact)).map((artefact) => fault('artefact-purged', artefact)),
    ...[...stored].filter((artefact) => !listed.has(artefact)).map((artefact) => fault('artefact-orphan', artefact)),
  ];
}

function checkPacks(db: Database, events: readonly StoredEvent[]): readonly Fault[] {
  const texts = packTexts(db);
  const pinned = new Set(events.filter(({ type }) => type === 'pack.pinned').map(({ payload }) => String(payload['hash'])));
  return [...pinned].flatMap((pack) => {
    const found: readonly PackText[] = attempt(() => texts.read(pack)) ?? [];
    if (found.length === 0) return [fault('pack-missing', pack)];
    return packHash(found) === pack ? [] : [fault('pack-changed', pack)];
  });
}

/** SQLite's own check, last: it finds damage that changes no hash, and says it in words for experts. */
function checkStructure(db: Database): readonly Fault[] {
  const told = attempt(() => db.pragma('integrity_check(1)', { simple: true }));
  return told === 'ok' ? [] : [fault('database', typeof told === 'string' ? told : 'integrity_check')];
}

/** More rows than a page has: behind so many that cannot be read nothing more is looked for. */
const mostUnread = 5_000;

/** The numbers of the rows that are there or that cannot be read; of an end that cannot be read only the first. */
function rowNumbers(db: Database, query: string): readonly number[] {
  const after = db.prepare<[number], number | null>(query).pluck();
  const numbers: number[] = [];
  let unread = 0;
  for (let at = 0; unread < mostUnread;) {
    const next = attempt(() => after.get(at) ?? null);
    if (next === null) return numbers;
    unread = next === undefined ? unread + 1 : 0;
    at = next ?? at + 1;
    numbers.push(at);
  }
  return numbers.slice(0, 1 - mostUnread);
}

/** What `run` gives; undefined where the file could not be read there. */
function attempt<Value>(run: () => Value): Value | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
