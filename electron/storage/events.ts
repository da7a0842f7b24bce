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

/**
 * The event of a row. Throws SyntaxError where it has not the form of one: a single changed letter may have renamed a
 * field. What a payload holds is checked by folding, not here.
 */
export function asEvent({ hash, sig, body }: Pick<EventRow, 'hash' | 'sig' | 'body'>): StoredEvent {
  const event = { ...JSON.parse(body) as Omit<StoredEvent, 'hash' | 'sig'>, hash, sig };
  if (!hasForm(event)) throw new SyntaxError('this is not an event');
  return event;
}

function hasForm({ id, chain, seq, after, batch, author, at, type, payload }: Readonly<Partial<Record<keyof StoredEvent, unknown>>>): boolean {
  return [id, chain, batch, at, type].every((text) => typeof text === 'string') && typeof seq === 'number' && Array.isArray(after) && [author, payload].every((part) => typeof part === 'object' && part !== null);
}
