import type { Author, Draft } from '#assessments';
import type { Chain } from './chain.ts';
import type { EventRows } from './events.ts';
import type { Journal } from './journal.ts';

/** Who did something; `batch` where several calls are one action to be undone as one. */
export type Append = { readonly author: Author; readonly batch?: string };
/** What one of several people did. */
export type Part = { readonly author: Author; readonly drafts: readonly Draft[] };
/** What was recorded: the number of events now, the time of the last one read back from the file, and the batch. */
export type Appended = { readonly revision: number; readonly savedAt: string; readonly batch: string };
/** `commit` runs one durable transaction, `alongside` writes what belongs to the events in the same one. */
export type Recording = { readonly batch?: string | undefined; readonly commit: (run: () => void) => void; readonly alongside?: () => void };
export type Recorder = (parts: readonly Part[], recording: Recording) => Appended;

/** Records what people did as one batch. Memory moves on only after the commit, so that what failed leaves no gap. */
export function recorder(rows: EventRows, journal: Journal, chain: Chain, newId: () => string): Recorder {
  return (parts, { batch = newId(), commit, alongside = () => undefined }) => {
    const others = journal.otherHeads();
    const sealed = chain.seal(parts.flatMap(({ drafts, author }) => drafts.map((draft) => ({ draft, author }))), batch, others);
    commit(() => {
      alongside();
      for (const event of sealed) rows.add(event);
    });
    chain.keep(sealed, others);
    journal.add(sealed);
    return { revision: journal.events().length, savedAt: rows.lastAt(), batch };
  };
}
