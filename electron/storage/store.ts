import { statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { AssessmentState, Draft, PackText, StoredEvent } from '#assessments';
import { artefacts } from './artefacts.ts';
import { copyStepwise } from './backups/copy-stepwise.ts';
import { startChain } from './chain.ts';
import type { OpenFile } from './connection.ts';
import { createFile, openFile, removeFile } from './database.ts';
import { eventRows } from './events.ts';
import { journalOf } from './journal.ts';
import { packTexts } from './packs.ts';
import { needsScrub, removeArtefacts, scrub } from './purge.ts';
import { type StorageProblem, asStorageError, codeOf, kindOf, storageError } from './problems.ts';
import { type ReadingRow, readings } from './readings.ts';
import { type ListedFile, listedFiles } from './listed.ts';
import { type Append, type Appended, type Part, type Recorder, recorder } from './recorder.ts';
import { saveCopyOf } from './save-copy.ts';
import { sweepHalves } from './leftovers.ts';
import { type Staging, sweepStaging } from './staging.ts';
import type { Surroundings } from './surroundings.ts';
import { type FileVerification, verifyFile } from './verify.ts';
import { writing } from './writing.ts';

export type PinnedPack = { readonly id: string; readonly edition: string; readonly hash: string; readonly texts: readonly PackText[] };

/**
 * An open assessment file. While it is open, nothing else in this process may open the path (see holder.ts). Every
 * function throws StorageError for what the user can mend.
 */
export type Store = {
  readonly path: string;
  /** True from the start (see `notice`), or since the disk failed. */
  readonly readOnly: boolean;
  /** Why the file was opened for reading only: newer-file or read-only; null where it can be written. */
  readonly notice: StorageProblem | null;
  /** Where the copy of an older file was put before it was migrated. */
  readonly backup: string | null;
  /** The chain of this writing session. */
  readonly chain: string;
  /** All events, in the order they were stored. */
  readonly events: () => readonly StoredEvent[];
  readonly state: () => AssessmentState;
  /** The number of events. */
  readonly revision: () => number;
  /** The packs that count as pinned, whole. */
  readonly packs: () => readonly PinnedPack[];
  /** Records drafts as one batch in one transaction, which is on the disk when this returns. */
  readonly append: (drafts: readonly Draft[], by: Append) => Appended;
  /** As `append` for what several people did: one batch, one transaction, all or nothing. */
  readonly appendAll: (parts: readonly Part[]) => Appended;
  /** The texts of any pack that was ever pinned, by its hash; empty where there is none. */
  readonly pinnedTexts: (hash: string) => readonly PackText[];
  /** Stores the texts of a pack together with the event that pins it. */
  readonly pinPack: (texts: readonly PackText[], pack: { readonly id: string; readonly edition: string; readonly hash: string }, by: Append) => Appended;
  /** Takes in the artefacts of an intake together with its events, all or nothing, and removes the staging file. */
  readonly adopt: (staging: Pick<Staging, 'path'>, drafts: readonly Draft[], by: Append) => Promise<Appended>;
  /** Removes the bytes of artefacts and everything read out of files, together with the events that say who and why. Nothing of it is left in the file. */
  readonly purge: (artefacts: readonly string[], drafts: readonly Draft[], by: Append) => Appended;
  readonly hasArtefact: (hash: string) => boolean;
  /** The hashes of all artefacts, lower-case hex. */
  readonly artefactHashes: () => readonly string[];
  /** The bytes of an artefact; problem kind `damaged` where they are not there whole. */
  readonly readArtefact: (hash: string) => Uint8Array;
  readonly readings: () => readonly ReadingRow[];
  readonly saveReadings: (rows: readonly ReadingRow[]) => void;
  readonly verify: () => FileVerification;
  /** Drops everything derived and folds the journal anew. Readings are then to be made again. */
  readonly rebuild: () => void;
  /** Writes a verified copy to a new path. */
  readonly saveCopy: (path: string) => void;
  /** Writes a copy to a new path little by little, while the file is worked with; whoever asked verifies it. */
  readonly copyStepwise: (path: string) => Promise<void>;
  /** To be called when nothing has happened for a while: empties the WAL into the file. */
  readonly checkpoint: () => void;
  /** Leaves one plain file that is whole and can be copied. */
  readonly close: () => void;
};
export type { Append, Appended, Part };
export type StoreOptions = { readonly surroundings: Surroundings };

/** A new assessment file without any event. Problem kinds: bad-input (there is one already), disk-full, read-only, io. */
export function createAssessment(path: string, { surroundings }: StoreOptions): Store {
  const file = createFile(path, { now: surroundings.now() });
  return orClosed(file, () => storeOf(file, surroundings), () => { removeFile(file.path); });
}

/**
 * Opens an assessment file; for reading only, with a notice, where it is newer than this program or cannot be written.
 * Problem kinds: not-found, not-an-assessment, damaged, locked, disk-full, io.
 */
export function openAssessment(path: string, { surroundings }: StoreOptions): Store {
  const file = openFile(path, { now: surroundings.now() });
  return orClosed(file, () => {
    if (!file.readOnly) {
      sweepStaging(file.path);
      sweepHalves(file.path);
      finishPurge(file);
    }
    return storeOf(file, surroundings);
  });
}

/** Takes back a new assessment whose first events could not be recorded: closes it and removes the file. */
export function discardNew(store: Pick<Store, 'path' | 'close'>): void {
  try {
    store.close();
  } finally {
    removeFile(store.path);
  }
}

/** What `run` gives; a file that turns out on the way not to be usable is closed, so that nobody is locked out of it. */
function orClosed<Value>(file: OpenFile, run: () => Value, afterwards: () => void = () => undefined): Value {
  try {
    return run();
  } catch (thrown) {
    try {
      file.close();
    } catch {
      // What went wrong first is told; that the file could not be tidied either would not help.
    }
    afterwards();
    throw asStorageError(thrown, file.path);
  }
}

/** Brings a purge that was cut off to its end; where the disk is still too full for that, the next opening does. */
function finishPurge({ db }: OpenFile): void {
  try {
    if (needsScrub(db)) scrub(db);
  } catch (thrown) {
    if (kindOf(codeOf(thrown)) !== 'disk-full') throw thrown;
  }
}

/** The files that ever had one of the artefacts, removed ones too: what was read out of those is still there. */
function filesEver(events: readonly StoredEvent[], artefactsOf: ReadonlySet<string>): readonly ListedFile[] {
  return events.flatMap(listedFiles).filter(({ artefact }) => artefactsOf.has(artefact));
}

/** The artefacts that drafts list, but never what was purged: no import and no merge brings that back. */
function toTake(drafts: readonly Draft[], { purged }: AssessmentState): ReadonlySet<string> {
  const gone = new Set(purged.map(({ artefact }) => artefact));
  return new Set(drafts.flatMap((draft) => (draft.type === 'evidence.added' ? draft.payload.files.map(({ artefact }) => artefact) : [])).filter((artefact) => !gone.has(artefact)));
}

/** More staged bytes than this are taken in past the WAL. */
const much = 4 * 1024 * 1024;

function storeOf(file: OpenFile, surroundings: Surroundings): Store {
  const { db, path, notice, backup } = file;
  const [rows, stored, texts, derived] = [eventRows(db), artefacts(db), packTexts(db), readings(db)];
  const { commit, commitMuch, besides, read: told, barred } = writing(file);
  const chain = startChain(surroundings);
  const journal = journalOf(rows, path, chain.id);

  const recorded = recorder(rows, journal, chain, surroundings.newId);
  const record: Recorder = (parts, recording) => told(() => recorded(parts, recording));
  const recordOne = (drafts: readonly Draft[], { author, batch }: Append, alongside: () => void = () => undefined, how = commit): Appended =>
    record([{ author, drafts }], { batch, commit: how, alongside });
  return {
    path, notice, backup,
    get readOnly() { return barred(); },
    chain: chain.id,
    events: journal.events,
    state: journal.state,
    revision: () => journal.events().length,
    packs: () => told(() => journal.state().packs.map((pack) => ({ ...pack, texts: texts.read(pack.hash) }))),
    append: (drafts, by) => recordOne(drafts, by),
    appendAll: (parts) => record(parts, { commit }),
    pinnedTexts: (hash) => told(() => texts.read(hash)),
    pinPack: (packFiles, { id, edition, hash }, by) => recordOne([{ type: 'pack.pinned', payload: { id, edition, hash } }], by, () => { texts.add(hash, packFiles); }),
    adopt: (staging, drafts, by) => new Promise((resolve) => {
      const appended = recordOne(drafts, by, () => { stored.takeIn(staging.path, toTake(drafts, journal.state())); }, statSync(staging.path).size > much ? commitMuch : commit);
      resolve(appended);
      // Takes its time for a large file, and nobody waits for it: what is left behind is swept at the next opening.
      void rm(staging.path, { force: true }).catch(() => undefined);
    }),
    purge: (hashes, drafts, by) => {
      const appended = recordOne(drafts, by, () => { removeArtefacts(db, hashes, filesEver(journal.events(), new Set(hashes))); });
      sweepStaging(path);
      besides(() => { scrub(db); });
      return appended;
    },
    hasArtefact: (hash) => told(() => stored.has(hash)),
    artefactHashes: () => told(() => stored.hashes()),
    readArtefact: (hash) => {
      const bytes = told(() => stored.read(hash));
      if (bytes === null) throw storageError('damaged', hash);
      return bytes;
    },
    readings: () => told(() => derived.all()),
    saveReadings: (readingRows) => { commit(() => { derived.save(readingRows); }); },
    verify: () => verifyFile(db),
    rebuild: () => {
      commit(() => { derived.drop(); });
      journal.reload();
    },
    saveCopy: (copy) => { told(() => { saveCopyOf(db, copy); }); },
    copyStepwise: (copy) => copyStepwise(db, copy),
    checkpoint: () => { if (db.open && !barred()) besides(() => db.pragma('wal_checkpoint(TRUNCATE)')); },
    close: () => { told(() => { file.close(); }); },
  };
}
