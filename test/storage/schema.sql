CREATE TABLE artefact (
        artefact INTEGER PRIMARY KEY,
        hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
        size_bytes INTEGER NOT NULL CHECK (size_bytes >= 0),
        chunk_count INTEGER NOT NULL CHECK (chunk_count >= 0)
      ) STRICT;

CREATE TABLE artefact_chunk (
        chunk INTEGER PRIMARY KEY,
        artefact INTEGER NOT NULL REFERENCES artefact,
        ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
        encoding INTEGER NOT NULL CHECK (encoding IN (0, 1)),
        size_bytes INTEGER NOT NULL CHECK (size_bytes > 0),
        bytes BLOB NOT NULL,
        UNIQUE (artefact, ordinal)
      ) STRICT;

CREATE TABLE event (
        position INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        hash TEXT NOT NULL,
        sig TEXT,
        body TEXT NOT NULL
      ) STRICT;

CREATE TABLE meta (
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;

CREATE TABLE pack_text (
        position INTEGER PRIMARY KEY,
        pack TEXT NOT NULL,
        path TEXT NOT NULL,
        text TEXT NOT NULL,
        UNIQUE (pack, path)
      ) STRICT;

CREATE TABLE reading (
    position INTEGER PRIMARY KEY,
    intake TEXT NOT NULL,
    path TEXT NOT NULL,
    importer TEXT,
    facts TEXT NOT NULL,
    diagnostics TEXT NOT NULL,
    fragments TEXT NOT NULL,
    UNIQUE (intake, path)
  ) STRICT;
