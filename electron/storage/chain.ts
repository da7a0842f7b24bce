import { type Author, type Draft, type StoredEvent, sealEvent } from '#assessments';
import type { Surroundings } from './surroundings.ts';

/**
 * The chain of one writing session: a fresh id for every opening, never continued later, so that a file copied to a
 * stick and continued on both sides grows two chains and not a fork.
 */
export type Chain = {
  readonly id: string;
  /**
   * The drafts as the next events of the chain. `others` are the heads of the other chains, named in the first event
   * and whenever they changed. Nothing moves on until `keep`, so that drafts whose commit failed leave no gap.
   */
  readonly seal: (drafts: readonly AuthoredDraft[], batch: string, others: readonly string[]) => readonly StoredEvent[];
  /** Moves the chain on, after the events were committed with these other heads in sight. */
  readonly keep: (sealed: readonly StoredEvent[], others: readonly string[]) => void;
};

export type AuthoredDraft = { readonly draft: Draft; readonly author: Author };

export function startChain({ now, newId, device }: Surroundings): Chain {
  const id = newId();
  let [seq, head, seen]: [number, string | null, string | null] = [0, null, null];
  return {
    id,
    seal: (drafts, batch, others) => {
      const at = now().toISOString();
      let prev = head;
      return drafts.map(({ draft, author }, index) => {
        const after = index === 0 && others.join() !== seen ? others : [];
        const event = sealEvent(draft, { id: newId(), chain: id, seq: seq + index, prev, after, batch, author, device, at });
        prev = event.hash;
        return event;
      });
    },
    keep: (sealed, others) => {
      seq += sealed.length;
      head = sealed.at(-1)?.hash ?? head;
      seen = others.join();
    },
  };
}
