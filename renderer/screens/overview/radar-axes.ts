import type { Language, ScoreResult, TagView } from '#assessments';
import type { PackIndex } from '../../desk/pack-index.ts';

/** `level` of at most `most`: one of five levels, or a share of a hundred. */
export type RadarAxis = { readonly name: string; readonly level: number | null; readonly target: number | null; readonly most: number };

/**
 * What the radar's spokes are: the domains, where at least three of them are written; otherwise the written sub-items,
 * so that the chart never shows a level that was not looked at.
 */
export function radarAxes(index: PackIndex, result: ScoreResult, language: Language): readonly RadarAxis[] {
  const nodes = new Map(result.nodes.map((node) => [node.id, node]));
  const domains = index.pack.groups.filter(({ parent, id }) => parent === null && nodes.get(id)?.written === true);
  const shown = domains.length >= 3 ? domains : index.leaves.filter(({ requirements }) => requirements.length > 0);
  return shown.map((group) => {
    const node = nodes.get(group.id);
    return { name: domains.length >= 3 ? group[language] : `${group.id}\n${group[language]}`, level: node?.level ?? null, target: node?.target ?? null, most: 5 };
  });
}

/** The share met of every tag that any requirement carries, in percent. */
export function shareAxes(tags: readonly TagView[], language: Language): readonly RadarAxis[] {
  return tags.flatMap((tag) => (tag.percent === null ? [] : [{ name: tag[language], level: tag.percent, target: null, most: 100 }]));
}
