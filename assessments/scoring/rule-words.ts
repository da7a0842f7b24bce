import type { Policy, Rollup } from '../journal/event.ts';
import type { Bilingual } from '../language.ts';
import type { ScoringRules } from './rules.ts';

export const policyNames: Readonly<Record<Policy, Bilingual>> = {
  strict: { zh: '严格', en: 'strict' },
  iso33020: { zh: 'ISO/IEC 33020', en: 'ISO/IEC 33020' },
  threshold: { zh: '达标率', en: 'threshold' },
};
export const rollupNames: Readonly<Record<Rollup, Bilingual>> = {
  minimum: { zh: '取最低', en: 'minimum' },
  quota: { zh: '达标比例', en: 'quota' },
  mean: { zh: '加权平均', en: 'mean' },
};

/** The rules in one sentence each, with their numbers. */
export function rulesInWords({ policy, rollup, thresholdPercent, quotaPercent, weights }: ScoringRules): Bilingual {
  const weighted = Object.keys(weights).length > 0;
  const policies: Readonly<Record<Policy, Bilingual>> = {
    strict: { zh: '某级及以下的全部要求均为 F，才算达到该级', en: 'a level is reached when all of its requirements and those of lower levels are F' },
    iso33020: { zh: '某级的要求均为 L 或 F、以下各级均为 F，才算达到该级', en: 'a level is reached when its requirements are L or F and those of lower levels F' },
    threshold: { zh: `某级及以下每一级的平均得分都不低于 F 的 ${thresholdPercent}%，且没有必备要求为 N，才算达到该级`, en: `a level is reached when it and every lower one have a mean of at least ${thresholdPercent} % of F and no mandatory requirement at N` },
  };
  const rollups: Readonly<Record<Rollup, Bilingual>> = {
    minimum: { zh: '上级节点取最低的下级', en: 'a node has the level of its lowest child' },
    quota: { zh: `上级节点取至少 ${quotaPercent}% 的下级达到、且没有下级低出一级以上的最高等级`, en: `a node has the highest level that ${quotaPercent} % of its children reach while none is more than one below` },
    mean: { zh: `上级节点取下级${weighted ? '加权' : ''}平均（向下取整），且不高于最低的下级一级以上`, en: `a node has the ${weighted ? 'weighted ' : ''}mean of its children rounded down, and at most one above the lowest` },
  };
  return { zh: `${policies[policy].zh}；${rollups[rollup].zh}。`, en: `${capital(policies[policy].en)}; ${rollups[rollup].en}.` };
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
