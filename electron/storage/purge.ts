import type { Database } from 'better-sqlite3';

/**
 * Takes artefacts and everything read out of their files out of the file. To be called within the transaction that
 * records who purged them and why, on a connection that overwrites what it deletes.
 */
export function removeArtefacts(db: Database, hashes: readonly string[]): void {
  const find = db.prepare<[Buffer], number>('SELECT artefact FROM artefact WHERE hash = ?').pluck();
  const dropChunks = db.prepare<[number]>('DELETE FROM artefact_chunk WHERE artefact = ?');
  const drop = db.prepare<[number]>('DELETE FROM artefact WHERE artefact = ?');
  for (const hash of hashes) {
    const row = find.get(Buffer.from(hash, 'hex'));
    if (row === undefined) continue;
    dropChunks.run(row);
    drop.run(row);
  }
}
