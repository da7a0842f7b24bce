import { createHash, hash } from 'node:crypto';
import { z } from 'zod';
import { type PackText, type StoredEvent, packHash } from '#assessments';
import { unpackChunk } from '../chunk.ts';
import { asEvent } from '../events.ts';
import { listedFiles } from '../listed.ts';
import { type Pages, openPages, pageSizes, statedPageSize } from './pages.ts';
import { type FoundRow, type Value, rowsOn } from './rows.ts';

/** An event as it was found, with the very text its hash was taken over. */
export type FoundEvent = { readonly position: number; readonly event: StoredEvent; readonly body: string };
export type FoundPack = { readonly hash: string; readonly texts: readonly PackText[] };
/** An artefact whose bytes hold: where its chunks are, to be read again one by one. */
export type FoundArtefact = { readonly hash: string; readonly size: number; readonly chunks: readonly FoundChunk[] };
export type FoundChunk = { readonly encoding: number; readonly size: number; readonly read: () => Buffer | null };
/** Everything in a damaged file that proves by its hash to be what it was. `close` when the chunks were read. */
export type Salvage = {
  readonly events: readonly FoundEvent[]; readonly packs: readonly FoundPack[]; readonly artefacts: readonly FoundArtefact[];
  readonly close: () => void;
};

/** Reads what is whole out of a file that need not open, and out of the log beside it. Writes nothing. */
export function salvage(path: string): Salvage {
  const stated = statedPageSize(path);
  const sizes = stated === null ? pageSizes : [stated, ...pageSizes.filter((size) => size !== stated)];
  const tried: Salvage[] = [];
  for (const size of sizes) {
    const found = salvageWith(openPages(path, size));
    tried.push(found);
    if (found.events.length > 0) break;
    found.close();
  }
  return tried.find(({ events }) => events.length > 0) ?? { events: [], packs: [], artefacts: [], close: () => undefined };
}

type Collected = {
  readonly events: Map<string, FoundEvent>;
  readonly texts: Map<string, Map<string, { readonly position: number; readonly text: string }>>;
  readonly artefacts: Map<string, ArtefactRow>;
  readonly chunks: Map<number, Map<number, ChunkRow[]>>;
};
type ArtefactRow = { readonly number: number; readonly hash: string; readonly size: number; readonly count: number };
type ChunkRow = FoundChunk & { readonly ordinal: number };

function salvageWith(pages: Pages): Salvage {
  const collected: Collected = { events: new Map(), texts: new Map(), artefacts: new Map(), chunks: new Map() };
  for (const image of pages.all()) for (const row of rowsOn(image, pages)) collect(row, collected);
  return {
    events: [...collected.events.values()].sort((a, b) => a.position - b.position),
    packs: [...collected.texts].flatMap(([pack, texts]) => wholePack(pack, texts)),
    artefacts: wholeArtefacts(collected),
    close: pages.close,
  };
}

/** By the number of its columns a row says what it may be; by its hash it proves it. */
function collect(row: FoundRow, collected: Collected): void {
  if (row.columns === 5) collectEvent(row, collected);
  if (row.columns === 4) collectTextOrArtefact(row, collected);
  if (row.columns === 6) collectChunk(row, collected);
}

const eventRow = z.tuple([z.null(), z.string(), z.string(), z.string().nullable(), z.string()]);

function collectEvent(row: FoundRow, { events }: Collected): void {
  const found = eventRow.safeParse(row.values()).data;
  if (found === undefined) return;
  const [, id, sealed, sig, body] = found;
  if (hash('sha256', body) !== sealed || events.has(sealed)) return;
  const event = attempt(() => asEvent({ hash: sealed, sig, body }));
  if (event?.id === id) events.set(sealed, { position: row.rowid, event, body });
}

function collectTextOrArtefact(row: FoundRow, { texts, artefacts }: Collected): void {
  const values = row.values();
  if (values === null) return;
  const [, first, second, third] = values;
  if (typeof first === 'string' && typeof second === 'string' && typeof third === 'string') {
    const pack = texts.get(first) ?? new Map<string, { position: number; text: string }>();
    texts.set(first, pack);
    pack.set(second, { position: row.rowid, text: third });
  }
  if (Buffer.isBuffer(first) && first.length === 32 && typeof second === 'number' && typeof third === 'number') {
    const name = first.toString('hex');
    artefacts.set(name, { number: row.rowid, hash: name, size: second, count: third });
  }
}

function collectChunk(row: FoundRow, { chunks }: Collected): void {
  const values = row.leading();
  if (values === null) return;
  const [, artefact, ordinal, encoding, size] = values;
  if (!isCount(artefact) || !isCount(ordinal) || !isCount(encoding) || encoding > 1 || !isCount(size)) return;
  const read = (): Buffer | null => {
    const last = row.values()?.at(-1) ?? null;
    return Buffer.isBuffer(last) ? last : null;
  };
  const byOrdinal = chunks.get(artefact) ?? new Map<number, ChunkRow[]>();
  chunks.set(artefact, byOrdinal);
  const same = byOrdinal.get(ordinal) ?? [];
  byOrdinal.set(ordinal, same);
  same.push({ ordinal, encoding, size, read });
}

function isCount(value: Value | undefined): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function wholePack(pack: string, texts: ReadonlyMap<string, { readonly position: number; readonly text: string }>): readonly FoundPack[] {
  const inOrder = [...texts].sort(([, a], [, b]) => a.position - b.position).map(([path, { text }]) => ({ path, text }));
  return attempt(() => packHash(inOrder)) === pack ? [{ hash: pack, texts: inOrder }] : [];
}

/** Artefacts by their rows; and where the row is lost but its chunks are not, by what the chunks hash to. */
function wholeArtefacts({ events, artefacts, chunks }: Collected): readonly FoundArtefact[] {
  const known = new Set([...artefacts.values()].map(({ number }) => number));
  const byRow = [...artefacts.values()].flatMap((row) => wholeArtefact(row, chunks.get(row.number)));
  const wanted = new Set([...events.values()].flatMap(({ event }) => listedFiles(event).map(({ artefact }) => artefact)));
  const byChunks = [...chunks].filter(([number]) => !known.has(number)).flatMap(([, byOrdinal]) => {
    const found = assembled(byOrdinal, byOrdinal.size);
    return found !== null && wanted.has(found.hash) ? [found] : [];
  });
  return [...byRow, ...byChunks];
}

function wholeArtefact({ hash: name, size, count }: ArtefactRow, byOrdinal: ReadonlyMap<number, readonly ChunkRow[]> = new Map()): readonly FoundArtefact[] {
  if (!isCount(count) || byOrdinal.size < count) return [];
  const found = assembled(byOrdinal, count);
  return found?.hash === name && found.size === size ? [found] : [];
}

/** The chunks 0 to count - 1 put together; of several versions of a chunk the last that unpacks. */
function assembled(byOrdinal: ReadonlyMap<number, readonly ChunkRow[]>, count: number): FoundArtefact | null {
  const digest = createHash('sha256');
  const chunks: FoundChunk[] = [];
  let size = 0;
  for (let ordinal = 0; ordinal < count; ordinal += 1) {
    const unpacked = (byOrdinal.get(ordinal) ?? []).toReversed().map((chunk) => ({ chunk, bytes: unpack(chunk) })).find(({ bytes }) => bytes !== null);
    if (unpacked === undefined || unpacked.bytes === null) return null;
    digest.update(unpacked.bytes);
    size += unpacked.bytes.length;
    chunks.push(unpacked.chunk);
  }
  return { hash: digest.digest('hex'), size, chunks };
}

function unpack({ encoding, size, read }: FoundChunk): Uint8Array | null {
  const bytes = read();
  return bytes === null ? null : attempt(() => unpackChunk({ encoding, size, bytes })) ?? null;
}

function attempt<Given>(run: () => Given): Given | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
