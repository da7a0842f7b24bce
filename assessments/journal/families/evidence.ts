import { type Board, type Family, ranked, settled } from '../board.ts';
import type { AssessmentState, Intake } from '../state.ts';

type Evidence = Pick<AssessmentState, 'intakes' | 'descriptions' | 'mappings' | 'purged' | 'links'>;
type FileRef = { readonly intake: string; readonly path: string };

/**
 * Evidence files, what people said about them, and their links to requirements. A removed file takes its description
 * and its links along; undoing the removal brings all of it back. The files of a purged artefact stay listed, so that
 * a report can say that something was there.
 */
export const evidence: Family<Evidence> = {
  types: ['evidence.added', 'evidence.removed', 'evidence.described', 'evidence.mapped', 'evidence.purged', 'link.added', 'link.removed'],
  read: (board) => {
    const removed = new Set(board.list('evidence.removed').flatMap(({ payload }) => payload.files.map(keyOf)));
    const isThere = (file: FileRef): boolean => !removed.has(keyOf(file));
    return {
      intakes: readIntakes(board, isThere),
      descriptions: ranked(board, board.slots.ofKind('description').flatMap((slot) => settled(board, slot, 'evidence.described') ?? []))
        .filter(({ payload }) => isThere(payload.file))
        .map(({ id, payload }) => ({ ...payload, event: id })),
      mappings: ranked(board, board.slots.ofKind('mapping').flatMap((slot) => settled(board, slot, 'evidence.mapped') ?? [])).map(({ payload }) => payload).filter(({ file, mapping }) => mapping !== null && isThere(file)),
      purged: firstOfEach(board.list('evidence.purged').map(({ payload }) => payload), ({ artefact }) => artefact),
      links: readLinks(board, isThere),
    };
  },
};

/** An intake disappears with the last of its files. */
function readIntakes(board: Board, isThere: (file: FileRef) => boolean): readonly Intake[] {
  return board.list('evidence.added')
    .map(({ at, author, payload: { intake, label, files } }) => ({ offered: files.length, intake: { id: intake, label, at, author, files: files.filter(({ path }) => isThere({ intake, path })) } }))
    .filter(({ offered, intake }) => offered === 0 || intake.files.length > 0)
    .map(({ intake }) => intake);
}

function readLinks(board: Board, isThere: (file: FileRef) => boolean): Evidence['links'] {
  const removed = new Set(board.list('link.removed').map(({ payload }) => payload.link));
  const standing = board.list('link.added').filter(({ payload }) => !removed.has(payload.link) && isThere(payload.file));
  return firstOfEach(standing.map(({ at, author, payload }) => ({ ...payload, author, at })), ({ link }) => link);
}

function keyOf({ intake, path }: FileRef): string {
  return `${intake}/${path}`;
}

function firstOfEach<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly Item[] {
  const seen = new Set<string>();
  return items.filter((item) => !seen.has(keyOf(item)) && seen.add(keyOf(item)));
}
