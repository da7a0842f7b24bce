/** What the API tells of licensed wording and of editions. */
import type { GroupKind, NodeResult, WordingDiff } from '#assessments';

/** What a wording workbook would change, before anything is applied. `edition` is the present one; `rated`: requirements with a standing rating that would read otherwise. */
export type WordingPreview = WordingDiff & { readonly staged: string; readonly edition: string; readonly rated: number };
/** The editions of the pack that were ever pinned, in order, and what the ratings give under each of them (null: it has no such node). Node '' is the whole. */
export type EditionsView = {
  readonly editions: readonly { readonly hash: string; readonly edition: string; readonly zh: string; readonly en: string; readonly at: string; readonly by: string; readonly licensed: boolean; readonly current: boolean }[];
  readonly nodes: readonly { readonly node: string; readonly kind: GroupKind | null; readonly zh: string; readonly en: string; readonly levels: readonly (Pick<NodeResult, 'level' | 'grade' | 'min' | 'max' | 'assessed' | 'total'> | null)[] }[];
};
