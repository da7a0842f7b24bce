import type { Database } from 'better-sqlite3';
import { type StoredEvent, sealedText } from '#assessments';

/** The journal as rows. A row holds the very text the hash was taken over. */
export type EventRows = {
  /** All events in the order they were stored. Throws where a body is not JSON: verify names it. */
  readonly all: () => readonly StoredEvent[];
  readonly add: (event: StoredEvent) => void;
  /** `at` of the event stored last, as it stands in the file. */
  readonly lastAt: () => string;
};
export type EventRow = { readonly position: number; readonly id: string; readonly hash: string; readonly sig: string | null; readonly body: string };

export function eventRows(db: Database): EventRows {
  const all = db.prepare<[], EventRow>('SELECT position, id, hash, sig, body FROM event ORDER BY position');
  const last = db.prepare<[], string>("SELECT body ->> '$.at' FROM event ORDER BY position DESC LIMIT 1").pluck();
  const insert = db.prepare<[string, string, string | null, string]>('INSERT INTO event (id, hash, sig, body) VALUES (?, ?, ?, ?)');
  return {
    all: () => all.all().map(asEvent),
    add: (event) => { insert.run(event.id, event.hash, event.sig, sealedText(event)); },
    lastAt: () => last.get() ?? '',
  };
}

/** The event of a row. Its form is checked by verifying and, payload by payload, by folding; not here. */
export function asEvent({ hash, sig, body }: Pick<EventRow, 'hash' | 'sig' | 'body'>): StoredEvent {
  return { ...JSON.parse(body) as Omit<StoredEvent, 'hash' | 'sig'>, hash, sig };
}
