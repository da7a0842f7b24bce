import type { Pack } from '../catalogue/pack.ts';
import type { Causes } from './comparison.ts';
import { type Evaluation, type ValueOf, childrenOf, evaluate, subItemsOf } from './evaluation.ts';
import { ladderOf, levelOf, thirds } from './levels.ts';
import { rollUp } from './rollups.ts';
import { type ScoringRules, weightOf } from './rules.ts';

type Rated = { readonly pack: Pack; readonly valueOf: ValueOf; readonly rules: ScoringRules };
export type CauseInput = { readonly from: Rated; readonly to: Rated };

/**
 * What moved the levels between two states. First the rules are changed, then the pack, then the ratings; what is left
 * to the ratings is traced from each node to those of its children that moved it, and from sub-items to requirements.
 * Of changes that are not needed the later ones in the document are left out.
 */
export function causesOf({ from, to }: CauseInput): (node: string) => Causes {
  const start = evaluate(from.pack, from.valueOf, from.rules);
  const byRules = evaluate(from.pack, from.valueOf, to.rules);
  const byPack = evaluate(to.pack, from.valueOf, to.rules);
  const end = evaluate(to.pack, to.valueOf, to.rules);

  const traced = (node: string): Pick<Causes, 'children' | 'ratings'> => {
    if (byPack.level(node) === end.level(node)) return { children: [], ratings: [] };
    if (end.ladder(node) !== undefined) return { children: [], ratings: decidingRatings(node, from.valueOf, to, end) };
    const children = decidingChildren(node, byPack, end, to);
    return { children, ratings: children.flatMap((child) => traced(child).ratings) };
  };
  return (node) => ({ rules: start.level(node) !== byRules.level(node), pack: byRules.level(node) !== byPack.level(node), ...traced(node) });
}

/** The requirements of a sub-item whose new ratings, and no fewer, make its level what it is. */
function decidingRatings(node: string, before: ValueOf, { pack, valueOf, rules }: Rated, end: Evaluation): readonly string[] {
  const [subItem] = subItemsOf(pack, node);
  if (subItem === undefined) return [];
  const changed = subItem.requirements.map(({ id }) => id).filter((id) => before(id) !== valueOf(id));
  return needed(changed, (kept) => levelOf(ladderOf(subItem, (id) => (kept.has(id) || !changed.includes(id) ? valueOf(id) : before(id))), rules, thirds.N) === end.level(node));
}

/** The children of a node whose new levels, and no fewer, make its level what it is. */
function decidingChildren(node: string, before: Evaluation, after: Evaluation, { pack, rules }: Rated): readonly string[] {
  const children = childrenOf(pack, node);
  const changed = children.filter((child) => before.level(child) !== after.level(child));
  return needed(changed, (kept) => rollUp(children.map((child) => ({ level: (kept.has(child) ? after : before).level(child), weight: weightOf(rules, child) })), rules) === after.level(node));
}

/** What is left when one after the other, the last first, is dropped wherever the rest is still enough. */
function needed(changes: readonly string[], isEnough: (kept: ReadonlySet<string>) => boolean): readonly string[] {
  const kept = new Set(changes);
  for (const change of changes.toReversed()) {
    kept.delete(change);
    if (!isEnough(kept)) kept.add(change);
  }
  return changes.filter((change) => kept.has(change));
}
