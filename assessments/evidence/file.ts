import type { Decoded } from './decoded.ts';
import type { Place } from './place.ts';
import type { RecordMapping } from './record-table/mapping.ts';

/** An evidence file as importers see it: decoded, with the path it had in its intake. */
export type SourceFile = {
  /** Unique among the files given together; relative, with `/`; an archive member is `a.zip!/x/y.yaml`. */
  readonly path: string;
  /** SHA-256 of the bytes, lower-case hex. */
  readonly artefact: string;
  readonly size: number;
  readonly mediaType: string;
  /** `utf-8`, `utf-16le`, `gb18030`, …; null where the bytes are not text. */
  readonly encoding: string | null;
  /** The decoded text without a byte order mark; null where the bytes are not text. */
  readonly text: string | null;
  /** What was made of bytes that are no text: sheets, database tables, a repository's history; null for everything else. */
  readonly decoded: Decoded | null;
  /** How a person said that the table in it is to be read; then nothing else reads the file. */
  readonly mapping?: RecordMapping;
};

/** Something worth telling about one file: why it, or a part of it, was not read. Never a crash, never a lost intake. */
export type Diagnostic = {
  readonly path: string;
  readonly place: Place | null;
  readonly kind: DiagnosticKind;
  readonly zh: string;
  readonly en: string;
};

export type DiagnosticKind =
  | 'unrecognised' | 'malformed' | 'template' | 'ambiguous' | 'empty' | 'partial'
  | 'too-large' | 'too-deep' | 'too-slow' | 'too-much-memory'
  | 'not-text' | 'unread-format' | 'encrypted' | 'unsafe-name' | 'link' | 'special-file' | 'unreadable' | 'archive-damaged' | 'archive-bomb' | 'check-error' | 'purged';
