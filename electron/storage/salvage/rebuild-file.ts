import { type AssessmentState, type PackText, type StoredEvent, causalOrder, fold, packHash } from '#assessments';
import { createFile } from '../database.ts';
import { type Fault, fault } from '../faults.ts';
import { listedFiles } from '../listed.ts';
import { type FileVerification, verifyFile } from '../verify.ts';
import { type FoundArtefact, type FoundEvent, type FoundPack, type Salvage } from './salvage.ts';

/** Where a damaged file is mended from: what was found in it, and in verified backups of it. */
export type Sources = { readonly damaged: Salvage; readonly backups: readonly Salvage[]; readonly packs: readonly (readonly PackText[])[] };
/** What became of it. `lost…` counts what is known to be missing; more may be, where nothing speaks of it any more. */
export type Rebuilt = {
  readonly organisation: string; readonly project: string;
  readonly events: number; readonly lostEvents: number | null; readonly artefacts: number; readonly lostArtefacts: number | null;
  readonly faults: readonly Fault[];
  /** Whether the result can be opened and worked with. */
  readonly usable: boolean;
};

type Kept = { readonly events: readonly FoundEvent[]; readonly packs: readonly FoundPack[]; readonly artefacts: readonly FoundArtefact[] };

/**
 * Writes a new file of everything that proves by its hash to be whole. Events keep their hashes and their chains, so a
 * gap stays a gap: verifying names the event whose predecessor is missing, in this file and for ever, until a backup or
 * another laptop's copy fills it. `recorded` is how many events a backup is known to have had.
 */
export function rebuildFile(path: string, sources: Sources, { now, recorded }: { readonly now: Date; readonly recorded: number }): Rebuilt {
  const kept = keep(sources);
  const state = fold(kept.events.map(({ event }) => event));
  const found = write(path, kept, now);
  return { ...told(kept, state, found, recorded), organisation: state.organisation, project: state.project };
}

function keep({ damaged, backups, packs }: Sources): Kept {
  const events = keptEvents(damaged.events, backups.flatMap((backup) => backup.events));
  const state = fold(events.map(({ event }) => event));
  const purged = new Set(state.purged.map(({ artefact }) => artefact));
  const wanted = new Set(events.flatMap(({ event }) => listedFiles(event).map(({ artefact }) => artefact)).filter((artefact) => !purged.has(artefact)));
  const pinned = new Set(events.flatMap(({ event }) => (event.type === 'pack.pinned' ? [String(event.payload['hash'])] : [])));
  const all = [damaged, ...backups];
  return {
    events,
    packs: firsts([...all.flatMap((one) => one.packs), ...packs.map((texts) => ({ hash: packHash(texts), texts }))], pinned),
    artefacts: firsts(all.flatMap(({ artefacts }) => artefacts), wanted),
  };
}

/** Those of the damaged file in the order they were stored; with the events of backups that it lost, in causal order. */
function keptEvents(own: readonly FoundEvent[], others: readonly FoundEvent[]): readonly FoundEvent[] {
  const straight = withoutForks(own);
  const chains = new Set(straight.map(({ event }) => event.chain));
  const known = new Set(straight.map(({ event }) => event.hash));
  // Another assessment may have had this name before: only a journal that shares a chain is of the same file.
  const same = others.some(({ event }) => chains.has(event.chain));
  const missing = same ? others.filter(({ event }) => !known.has(event.hash)) : [];
  if (missing.length === 0) return straight;

  const byHash = new Map([...missing, ...straight].map((one) => [one.event.hash, one]));
  return causalOrder(withoutForks([...byHash.values()]).map(({ event }) => event)).order.flatMap(({ hash }) => byHash.get(hash) ?? []);
}

/** Of two events that claim the same place in a chain, one was never committed: the one that nothing follows. */
function withoutForks(events: readonly FoundEvent[]): readonly FoundEvent[] {
  const followed = new Set(events.flatMap(({ event }) => [event.prev, ...event.after]));
  const places = Map.groupBy(events, ({ event }) => `${event.chain} ${event.seq}`);
  return events.filter((one) => {
    const rivals = places.get(`${one.event.chain} ${one.event.seq}`) ?? [];
    return rivals.length === 1 || one === (rivals.find(({ event }) => followed.has(event.hash)) ?? rivals[0]);
  });
}

function firsts<Item extends { readonly hash: string }>(items: readonly Item[], wanted: ReadonlySet<string>): readonly Item[] {
  const found = new Map<string, Item>();
  for (const item of items) if (wanted.has(item.hash) && !found.has(item.hash)) found.set(item.hash, item);
  return [...found.values()];
}

function write(path: string, { events, packs, artefacts }: Kept, now: Date): FileVerification {
  const { db, close } = createFile(path, { now });
  try {
    const addEvent = db.prepare<[string, string, string | null, string]>('INSERT INTO event (id, hash, sig, body) VALUES (?, ?, ?, ?)');
    const addText = db.prepare<[string, string, string]>('INSERT INTO pack_text (pack, path, text) VALUES (?, ?, ?)');
    const addArtefact = db.prepare<[Buffer, number, number]>('INSERT INTO artefact (hash, size_bytes, chunk_count) VALUES (?, ?, ?)');
    const addChunk = db.prepare<[number | bigint, number, number, number, Buffer]>('INSERT INTO artefact_chunk (artefact, ordinal, encoding, size_bytes, bytes) VALUES (?, ?, ?, ?, ?)');
    db.transaction(() => {
      for (const { event, body } of events) addEvent.run(event.id, event.hash, event.sig, body);
      for (const { hash, texts } of packs) for (const text of texts) addText.run(hash, text.path, text.text);
      for (const { hash, size, chunks } of artefacts) {
        const row = addArtefact.run(Buffer.from(hash, 'hex'), size, chunks.length).lastInsertRowid;
        chunks.forEach((chunk, ordinal) => { addChunk.run(row, ordinal, chunk.encoding, chunk.size, chunk.read() ?? Buffer.alloc(0)); });
      }
    }).immediate();
    return verifyFile(db);
  } finally {
    close();
  }
}

function told({ events, packs, artefacts }: Kept, state: AssessmentState, { faults }: FileVerification, recorded: number): Omit<Rebuilt, 'organisation' | 'project'> {
  const lostArtefacts = faults.filter(({ kind }) => kind === 'artefact-missing').length;
  const pinned = state.packs[0]?.hash;
  return {
    events: events.length, lostEvents: events.length === 0 ? null : Math.max(missingEvents(events.map(({ event }) => event)), recorded - events.length),
    artefacts: artefacts.length, lostArtefacts: events.length === 0 ? null : lostArtefacts,
    faults: [fault('file-damaged', 'file'), ...faults],
    usable: state.assessment !== '' && packs.some(({ hash }) => hash === pinned),
  };
}

/** How many events of the chains are known to be missing: numbers left out, and events that others name. */
function missingEvents(events: readonly StoredEvent[]): number {
  const hashes = new Set(events.map(({ hash }) => hash));
  const chains = [...Map.groupBy(events, ({ chain }) => chain).values()];
  const leftOut = chains.reduce((sum, chain) => sum + Math.max(...chain.map(({ seq }) => seq)) + 1 - chain.length, 0);
  const named = new Set(events.flatMap(({ after }) => after).filter((hash) => !hashes.has(hash)));
  return Math.max(leftOut, named.size);
}
