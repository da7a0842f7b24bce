import type { Author, Draft } from '#assessments';
import type { Chain } from './chain.ts';
import type { EventRows } from './events.ts';
import type { Journal } from './journal.ts';

/** Who did something; `batch` where several calls are one action to be undone as one. */
export type Append = { readonly author: Author; readonly batch?: string };
/** What was recorded: the number of events now, the time of the last one read back from the file, and the batch. */
export type Appended = { readonly revision: number; readonly savedAt: string; readonly batch: string };
/** Runs as one durable transaction. */
export type Commit = (run: () => void) => void;
/** Records drafts as one batch in one transaction, together with whatever else `alongside` writes. */
export type Record = (drafts: readonly Draft[], by: Append, commit: Commit, alongside?: () => void) => Appended;

/** Writes the chain of this session. Memory moves on only after the commit, so that what failed leaves no gap. */
export function recorder(rows: EventRows, journal: Journal, chain: Chain, newId: () => string): Record {
  return (drafts, { author, batch = newId() }, commit, alongside = () => undefined) => {
    const others = journal.otherHeads();
    const sealed = chain.seal(drafts, { author, batch }, others);
    commit(() => {
      alongside();
      for (const event of sealed) rows.add(event);
    });
    chain.keep(sealed, others);
    journal.add(sealed);
    return { revision: journal.events().length, savedAt: rows.lastAt(), batch };
  };
}
