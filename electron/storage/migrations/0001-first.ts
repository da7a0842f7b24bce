import type { Migration } from './migration.ts';

/** The first shape of an assessment file. */
export const first: Migration = {
  version: 1,
  up: (db) => {
    // "MLMW"; how other programs tell what kind of SQLite file this is.
    db.pragma('application_id = 0x4d4c4d57');
    db.exec(`
      CREATE TABLE meta (
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;

      -- body: canonical JSON (RFC 8785) of the event without hash and sig; hash: SHA-256 of body, hex. Both are the
      -- record; id repeats the body's id to keep it unique.
      CREATE TABLE event (
        position INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        hash TEXT NOT NULL,
        sig TEXT,
        body TEXT NOT NULL
      ) STRICT;

      -- The texts of pinned catalogue packs, whole; pack: the hash in the pack.pinned event.
      CREATE TABLE pack_text (
        position INTEGER PRIMARY KEY,
        pack TEXT NOT NULL,
        path TEXT NOT NULL,
        text TEXT NOT NULL,
        UNIQUE (pack, path)
      ) STRICT;

      -- hash: SHA-256 of the bytes; size_bytes: their number before compression.
      CREATE TABLE artefact (
        artefact INTEGER PRIMARY KEY,
        hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
        size_bytes INTEGER NOT NULL CHECK (size_bytes >= 0),
        chunk_count INTEGER NOT NULL CHECK (chunk_count >= 0)
      ) STRICT;

      -- encoding: 0 as it is, 1 zstd; size_bytes: before compression.
      CREATE TABLE artefact_chunk (
        chunk INTEGER PRIMARY KEY,
        artefact INTEGER NOT NULL REFERENCES artefact,
        ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
        encoding INTEGER NOT NULL CHECK (encoding IN (0, 1)),
        size_bytes INTEGER NOT NULL CHECK (size_bytes > 0),
        bytes BLOB NOT NULL,
        UNIQUE (artefact, ordinal)
      ) STRICT;
    `);
  },
};
