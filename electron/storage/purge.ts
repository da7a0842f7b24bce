import type { Database } from 'better-sqlite3';
import { derivedTable } from './readings.ts';

/**
 * Takes artefacts, and what was read out of files, out of the file. To be called within the transaction that records
 * who purged them and why. Every connection overwrites what it deletes (`secure_delete`); `scrub` sees to the rest.
 */
export function removeArtefacts(db: Database, hashes: readonly string[], files: readonly { readonly intake: string; readonly path: string }[]): void {
  const find = db.prepare<[Buffer], number>('SELECT artefact FROM artefact WHERE hash = ?').pluck();
  const dropChunks = db.prepare<[number]>('DELETE FROM artefact_chunk WHERE artefact = ?');
  const drop = db.prepare<[number]>('DELETE FROM artefact WHERE artefact = ?');
  for (const hash of hashes) {
    const row = find.get(Buffer.from(hash, 'hex'));
    if (row === undefined) continue;
    dropChunks.run(row);
    drop.run(row);
  }
  removeReadings(db, files);
  db.prepare("INSERT OR REPLACE INTO meta (name, value) VALUES ('scrub', '1')").run();
}

/** The readings of the files, and every other that tells of them: a fact may be read from several files. */
function removeReadings(db: Database, files: readonly { readonly intake: string; readonly path: string }[]): void {
  const drop = db.prepare<[string, string]>(`DELETE FROM ${derivedTable} WHERE intake = ? AND path = ?`);
  const dropTelling = db.prepare<[string, string, string]>(`DELETE FROM ${derivedTable} WHERE instr(facts, ?) > 0 OR instr(fragments, ?) > 0 OR instr(diagnostics, ?) > 0`);
  for (const { intake, path } of files) {
    drop.run(intake, path);
    const told = JSON.stringify(path);
    dropTelling.run(told, told, told);
  }
}

/** Whether a purge was not brought to its end: the program was killed, or the disk was full. */
export function needsScrub(db: Database): boolean {
  return db.prepare("SELECT 1 FROM meta WHERE name = 'scrub'").get() !== undefined;
}

/**
 * Writes the whole file anew, so that nothing is left of what was deleted in places that are not used any more, and
 * empties the log. Needs as much free space as the file has.
 */
export function scrub(db: Database): void {
  db.exec('VACUUM');
  db.prepare("DELETE FROM meta WHERE name = 'scrub'").run();
  db.pragma('wal_checkpoint(TRUNCATE)');
}
