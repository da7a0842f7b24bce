/** What the API tells of the journal. */
import type { Author, Bilingual } from '#assessments';

/** What an action was about, in the few words by which a journal is filtered. */
export const journalKinds = ['ratings', 'suggestions', 'consensus', 'notes', 'evidence', 'details', 'plan', 'milestones', 'undoing'] as const;

export type JournalKind = (typeof journalKinds)[number];

/** All conditions hold together; null and '' ask for nothing. `requirement` is the beginning of a code. */
export type JournalFilter = { readonly author: string | null; readonly kind: JournalKind | null; readonly requirement: string | null; readonly search: string };

/** One action: everything that was recorded in one go. `events` counts what it recorded. */
export type JournalRow = {
  readonly batch: string; readonly at: string; readonly author: Author; readonly kind: JournalKind; readonly what: Bilingual; readonly events: number;
  readonly requirement: string | null; readonly file: string | null;
  /** The chain it stands in and the computer it came from; `here` is this one. */
  readonly from: { readonly chain: string; readonly device: string; readonly here: boolean };
  readonly undone: boolean; readonly undoable: boolean;
  /** Why it cannot be undone, where it cannot, naming the later action that stands in the way. */
  readonly kept: { readonly kind: 'not-own' | 'lasting' | 'undoing' | 'unknown' | 'superseded' | 'built-on' | 'read-only'; readonly by: Bilingual | null } | null;
};

/** One of the things an action recorded. */
export type JournalEventRow = { readonly event: string; readonly type: string; readonly what: Bilingual; readonly requirement: string | null; readonly file: string | null };

export type JournalEntryView = { readonly action: JournalRow; readonly rows: readonly JournalEventRow[] };

export type JournalView = {
  /** All that fit, of which these are the ones from `from` on, newest first; `events` counts the whole journal. */
  readonly total: number; readonly rows: readonly JournalRow[]; readonly events: number;
  readonly authors: readonly Author[];
};
