import type { Pack } from '../catalogue/pack.ts';
import type { Bilingual } from '../language.ts';
import { whole } from './evaluation.ts';
import type { Lift, RatingChange } from './lift.ts';
import { policyNames, rollupNames } from './rule-words.ts';
import type { Sensitivity, Why } from './why-result.ts';

/** How many requirements are named one by one before the rest is counted. */
const named = 6;

/**
 * What `why` found, in sentences for a report or a screen, most important first: the level and its interval; what
 * blocks; the shortest way up and to the target; what hangs on a single rating; what not-applicable does; what other
 * rules would have given. Requirements are named by their ids.
 */
export function whyInWords(why: Why, pack: Pack): readonly Bilingual[] {
  if (why.level === null) return [{ zh: `${nameOf(why.node, pack).zh}没有适用的要求，不评等级。`, en: `${nameOf(why.node, pack).en} has no applicable requirement and so no level.` }];
  return [
    levelSentence(why, pack),
    ...blockingSentence(why),
    ...liftSentence(why.lift, why, { zh: '升到', en: 'To reach' }),
    ...(why.toTarget === null || why.toTarget.level === why.lift?.level ? [] : liftSentence(why.toTarget, why, { zh: '达到目标', en: 'To reach the target,' })),
    ...sensitivitySentences(why),
    ...notApplicableSentence(why),
    alternativesSentence(why),
  ];
}

/** A node as it is named in a sentence. */
export function nameOf(node: string, pack: Pack): Bilingual {
  if (node === whole) return { zh: '总体', en: 'The whole' };
  const group = pack.groups.find(({ id }) => id === node);
  return group === undefined ? { zh: node, en: node } : { zh: `“${node} ${group.zh}”`, en: `${node} ${group.en}` };
}

function levelSentence({ node, level, grade, max, ceiling, target }: Why, pack: Pack): Bilingual {
  const { zh, en } = nameOf(node, pack);
  const parts = [
    grade === null || grade === String(level) ? null : { zh: `评级 ${grade}`, en: `its grade is ${grade}` },
    max === level ? null : { zh: `未评要求全部为 F 时可到 ${told(max)} 级`, en: `${told(max)} if everything unassessed were F` },
    ceiling === null || ceiling === 5 ? null : { zh: `最高只能到 ${ceiling} 级`, en: `it can reach ${ceiling} at most` },
    target === null ? null : { zh: `目标 ${target} 级`, en: `its target is ${target}` },
  ].filter((part) => part !== null);
  return { zh: `${[`${zh}为 ${told(level)} 级`, ...parts.map((part) => part.zh)].join('；')}。`, en: `${[`${en} is at level ${told(level)}`, ...parts.map((part) => part.en)].join('; ')}.` };
}

function told(level: number | null): string {
  return level === null ? '–' : String(level);
}

function blockingSentence({ blocking, children }: Why): readonly Bilingual[] {
  if (blocking.length === 0) return [];
  const holding = children.filter(({ holds }) => holds).map(({ node }) => node);
  const from = holding.length === 0 ? { zh: '', en: '' } : { zh: `（来自 ${holding.join('、')}）`, en: ` (from ${holding.join(', ')})` };
  const list = listed(blocking.map(({ requirement, value }) => `${requirement} ${value ?? '–'}`));
  return [{ zh: `${blocking.length} 条要求挡住了下一级${from.zh}：${list.zh}。`, en: `${counted(blocking.length, 'requirement keeps', 'requirements keep')} it from the next level${from.en}: ${list.en}.` }];
}

function liftSentence(lift: Lift | null, { level }: Why, head: Bilingual): readonly Bilingual[] {
  if (lift === null || level === null) return [];
  const list = listed(lift.changes.map(changeText));
  const children = lift.children.length === 0 ? { zh: '', en: '' } : listed(lift.children.map(({ node, from, to }) => `${node} ${from}→${to}`));
  const rising = lift.children.length === 0 ? { zh: '', en: '' } : { zh: `（${children.zh}）`, en: ` (${children.en})` };
  const count = lift.changes.length;
  return [{
    zh: `${head.zh} ${lift.level} 级最少要改变 ${count} 条要求的评分${rising.zh}：${list.zh}。`,
    en: `${head.en} ${lift.level}, at least ${counted(count, 'rating has', 'ratings have')} to change${rising.en}: ${list.en}.`,
  }];
}

function changeText({ requirement, from, to }: RatingChange): string {
  return `${requirement} ${from ?? '–'}→${to}`;
}

function sensitivitySentences({ sensitivity }: Why): readonly Bilingual[] {
  const turning = (turn: 'raises' | 'lowers'): Bilingual & { readonly count: number } => {
    const found = sensitivity.flatMap((one: Sensitivity) => (one[turn] === null ? [] : [`${one.requirement} ${one.value ?? '–'}→${one[turn].to}`]));
    return { count: found.length, ...listed(found) };
  };
  const [raises, lowers] = [turning('raises'), turning('lowers')];
  return [
    ...(raises.count === 0 ? [] : [{ zh: `改变其中一条评分就会升级的有 ${raises.count} 条，最不确定的在前：${raises.zh}。`, en: `${counted(raises.count, 'single rating would raise it by itself', 'single ratings would each raise it by themselves')}, the most doubtful first: ${raises.en}.` }]),
    ...(lowers.count === 0 ? [] : [{ zh: `改变其中一条评分就会降级的有 ${lowers.count} 条，最不确定的在前：${lowers.zh}。`, en: `${counted(lowers.count, 'single rating would lower it by itself', 'single ratings would each lower it by themselves')}, the most doubtful first: ${lowers.en}.` }]),
  ];
}

function notApplicableSentence({ notApplicable: { requirements, asN, asF } }: Why): readonly Bilingual[] {
  if (requirements.length === 0) return [];
  return [{
    zh: `${requirements.length} 条要求为不适用（NA）；若全部按 N 计为 ${told(asN)} 级，按 F 计为 ${told(asF)} 级。`,
    en: `${counted(requirements.length, 'requirement is', 'requirements are')} not applicable; with all of them N it would be at level ${told(asN)}, with all of them F at ${told(asF)}.`,
  }];
}

function alternativesSentence({ alternatives, rules }: Why): Bilingual {
  const others = alternatives.filter(({ policy, rollup }) => policy !== rules.policy || rollup !== rules.rollup);
  const zh = others.map(({ policy, rollup, level }) => `${policyNames[policy].zh}·${rollupNames[rollup].zh} ${told(level)}`).join('，');
  const en = others.map(({ policy, rollup, level }) => `${policyNames[policy].en} · ${rollupNames[rollup].en} ${told(level)}`).join(', ');
  return { zh: `按其他规则：${zh}。`, en: `By other rules: ${en}.` };
}

function listed(all: readonly string[]): Bilingual {
  const left = all.length - named;
  if (left <= 1) return { zh: all.join('、'), en: all.join(', ') };
  const shown = all.slice(0, named);
  return { zh: `${shown.join('、')} 等`, en: `${shown.join(', ')} and ${left} more` };
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
