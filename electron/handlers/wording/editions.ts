import { pinnedEditions, type Pack, type ScoreResult } from '#assessments';
import type { EditionsView } from '#contract';
import type { Context } from '../context.ts';
import { type Session, scoreState } from '../session.ts';

/** Every edition of the pack that was ever pinned, in order, and what the ratings of now give under each, by node. */
export function editionsView(context: Context, session: Session): EditionsView {
  const { store, pack } = session;
  const pinned = pinnedEditions(store.events(), pack.id).flatMap((pin) => {
    const edition = pin.hash === pack.hash ? pack : context.packs.ready(store.pinnedTexts(pin.hash))?.pack;
    return edition === undefined ? [] : [{ ...pin, pack: edition, result: scoreState(edition, store.state()) }];
  });
  return {
    editions: pinned.map(({ hash, edition, at, by, pack: { zh, en, licensed } }) => ({ hash, edition, at, by, zh, en, licensed: licensed !== null, current: hash === pack.hash })),
    nodes: nodesOf(pinned.map((one) => one.pack)).map(({ id, zh, en, kind }) => ({ node: id, kind, zh, en, levels: pinned.map(({ result }) => levelOf(result, id)) })),
  };
}

/** The whole ('') first, then every node that an edition has, in the order of the latest edition that has it. */
function nodesOf(packs: readonly Pack[]): readonly { readonly id: string; readonly kind: EditionsView['nodes'][number]['kind']; readonly zh: string; readonly en: string }[] {
  const last = packs.at(-1);
  const groups = packs.toReversed().flatMap((pack) => pack.groups);
  return [{ id: '', kind: null, zh: last?.zh ?? '', en: last?.en ?? '' }, ...groups.filter(({ id }, index) => groups.findIndex((one) => one.id === id) === index)];
}

function levelOf({ overall, nodes }: ScoreResult, id: string): EditionsView['nodes'][number]['levels'][number] {
  const node = id === '' ? overall : nodes.find((one) => one.id === id);
  if (node === undefined) return null;
  const { level, grade, min, max, assessed, total } = node;
  return { level, grade, min, max, assessed, total };
}
