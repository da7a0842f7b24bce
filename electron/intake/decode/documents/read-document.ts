import type { DecodedDocument } from '#assessments';

/** What a document turned out to be; `text` null where it has none. */
export type DocumentContent = {
  readonly text: string | null; readonly decoded: DecodedDocument;
  /** What of its text could not be read: `letters`: fonts that do not say what their signs mean; `pages`: most pages hold no text at all. */
  readonly unread?: 'letters' | 'pages';
};

/** Tells that a document cannot be read: it is broken, larger than is read, protected by a password, or of a kind that is not read. */
export class DocumentUnreadable extends Error {
  readonly reason: 'documentDamaged' | 'documentTooLarge' | 'documentEncrypted' | 'unreadFormat' | 'oldDocument';

  constructor(reason: DocumentUnreadable['reason']) {
    super(reason);
    this.reason = reason;
  }
}

/** What a document says of itself, where its format says nothing more. */
export function plainDocument(format: DecodedDocument['format']): DecodedDocument {
  return {
    kind: 'document', complete: true, format, title: null, tool: null, createdAt: null, updatedAt: null, pages: null, pageLines: [], encrypted: false, active: false,
    width: null, height: null, seconds: null, camera: false, located: false,
  };
}

const longestName = 500;

/** A title or the name of a program in one line; null where nothing is written. */
export function nameOf(written: string | null | undefined): string | null {
  const name = (written ?? '').replace(/[\p{Cc}\s]+/gu, ' ').trim().slice(0, longestName).toWellFormed();
  return name === '' ? null : name;
}
