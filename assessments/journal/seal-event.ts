import { canonicalHash, canonicalText } from './canonical.ts';
import { type Draft, type StoredEvent, envelope, payloads } from './event.ts';

/** What the writer adds to a draft; `seq`, `prev` and `after` say where it stands in the journal. */
export type Sealing = Pick<StoredEvent, 'id' | 'chain' | 'seq' | 'prev' | 'after' | 'batch' | 'author' | 'device' | 'at'>;

/** The version of the payload schemas in event.ts. */
export const payloadVersion = 1;

/**
 * The event a draft becomes, with its hash: SHA-256 over the canonical JSON of everything but `hash` and `sig`.
 * Throws where draft or envelope do not fit their schema: whoever drafts has checked what the user typed.
 */
export function sealEvent(draft: Draft, sealing: Sealing): StoredEvent {
  const payload: Record<string, unknown> = payloads[draft.type].parse(draft.payload);
  if (draft.type === 'rating.set' && draft.payload.value === 'NA' && draft.payload.rationale.trim() === '') throw new Error('rating.set: NA needs a rationale');

  const { id, chain, seq, prev, after, batch, author, device, at } = sealing;
  const content = { id, chain, seq, prev, after: [...after].sort(), batch, author, device, at, type: draft.type, v: payloadVersion, payload };
  return envelope.parse({ ...content, hash: canonicalHash(content), sig: null });
}

/** The text an event's hash is taken over. */
export function sealedText({ hash: _hash, sig: _sig, ...content }: StoredEvent): string {
  return canonicalText(content);
}

/** The hash an event should have. */
export function sealedHash({ hash: _hash, sig: _sig, ...content }: StoredEvent): string {
  return canonicalHash(content);
}
