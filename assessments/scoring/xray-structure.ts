import { whole } from './evaluation.ts';
import type { Found, XrayRule } from './xray.ts';
import type { XrayRow, XrayView } from './xray-view.ts';

/** Checks of ratings and targets against the shape of the pack. */
export const structureRules: readonly XrayRule[] = [aboveUnmet, dependsOnUnmet, targetAboveCeiling];

/** Levels of a sub-item build on each other: what is fully met above what is not met at all has one of the two rated wrongly. */
function aboveUnmet({ rows }: XrayView): readonly Found[] {
  const bySubItem = Map.groupBy(rows, ({ subItem }) => subItem);
  return rows.filter(isUnmet).flatMap(({ requirement: { id, level }, subItem }): readonly Found[] => {
    const above = (bySubItem.get(subItem) ?? []).filter((row) => row.final.value === 'F' && row.requirement.level > level).map((row) => row.requirement.id);
    if (above.length === 0) return [];
    return [{
      kind: 'above-unmet', requirement: id,
      zh: `${id} 评为 N，而同一子项更高等级的 ${above.join('、')} 评为 F：请核对两处评分。`, en: `${id} is rated N while ${above.join(', ')} of a higher level of the same sub-item ${above.length === 1 ? 'is' : 'are'} rated F: check both.`,
    }];
  });
}

function dependsOnUnmet({ rows, row }: XrayView): readonly Found[] {
  return rows.filter(({ final }) => final.value === 'F').flatMap(({ requirement: { id, dependsOn } }): readonly Found[] => {
    const unmet = dependsOn.filter((other) => { const found = row(other); return found !== undefined && isUnmet(found); });
    if (unmet.length === 0) return [];
    return [{
      kind: 'depends-on-unmet', requirement: id,
      zh: `${id} 评为 F，而它所依赖的 ${unmet.join('、')} 评为 N：请核对两处评分。`, en: `${id} is rated F while ${unmet.join(', ')}, on which it depends, ${unmet.length === 1 ? 'is' : 'are'} rated N: check both.`,
    }];
  });
}

function isUnmet({ final }: XrayRow): boolean {
  return final.value === 'N';
}

/** Targets that were set on the node itself; what a node takes from above is capped anyway. */
function targetAboveCeiling({ state: { targets }, result }: XrayView): readonly Found[] {
  const ceilings = new Map<string, number | null>([[whole, result.overall.ceiling], ...result.nodes.map(({ id, ceiling }): [string, number | null] => [id, ceiling])]);
  return Object.entries(targets).flatMap(([node, target]): readonly Found[] => {
    const ceiling = ceilings.get(node) ?? null;
    if (ceiling === null || target <= ceiling) return [];
    const name = node === whole ? { zh: '总体', en: 'the whole' } : { zh: node, en: node };
    return [{
      kind: 'target-above-ceiling', node,
      zh: `${name.zh} 的目标是 ${target} 级，但按适用的要求最高只能到 ${ceiling} 级：请调低目标，或复核不适用的要求。`, en: `The target of ${name.en} is ${target}, but with the requirements that apply it can reach ${ceiling} at most: lower the target, or look again at what is not applicable.`,
    }];
  });
}
