import type { Language } from '../language.ts';

/**
 * Words that sound like a demand and cannot be checked (catalogue guide, rule 2). Other senses of the same letters are
 * spared: 现行有效, 有效期, 科学家, 规定期限, 显著性; "effective date", "robustness", "regular expression".
 */
const vague: Readonly<Record<Language, RegExp>> = {
  zh: new RegExp([
    '完善', '完备', '健全', '合理', '适当', '恰当', '适宜', '适度', '合适', '充分', '足够', '良好', '优良', '尽量', '尽可能', '高效', '科学(?!家|院|计算)', '妥善', '有效地',
    '有效(?=管理|控制|开展|执行|支撑|保障|提升|落实|衔接|防范)', '较(?=为|好|高|强|多|快|低|少|完整|成熟)', '显著(?!性|水平)', '不断', '进一步', '全面', '灵活', '便捷', '顺畅', '友好',
    '必要时', '酌情', '视情况', '视情', '适时', '大部分', '大多数', '绝大多数', '先进', '深入', '广泛', '高质量', '高水平', '持续(?=改进|优化|提升|完善|加强)', '加强', '强化(?!学习)', '切实', '重视',
  ].join('|'), 'gu'),
  en: new RegExp(`\\b(${[
    'adequate(ly)?', 'appropriate(ly)?', 'reasonabl[ey]', 'sufficient(ly)?', 'proper(ly)?', 'suitabl[ey]', 'robust(ly)?', 'comprehensive(ly)?', 'efficient(ly)?', 'effectively',
    'effective(?! (date|from|since|until))', 'as (needed|necessary)', '(where|if|when|wherever|whenever) (appropriate|possible|necessary|needed)', 'as (far|soon|much) as possible', 'well-(defined|managed|designed|established|documented)',
    '(best|good) practices?', 'high-quality', 'state-of-the-art', 'user-friendly', 'easily', 'easy', 'seamless(ly)?', 'smoothly', 'optimal(ly)?', 'flexibl[ey]', 'thorough(ly)?', 'systematic(ally)?', 'mature',
    '(?<!statistically )significant(ly)?', 'substantial(ly)?', 'various', 'satisfactor(y|ily)', 'meaningful(ly)?', 'mostly', 'most of the', 'the majority of', 'continu(ous|al)(ly)? improv\\w+', 'strengthen(s|ed)?',
  ].join('|')})\\b`, 'giu'),
};

/** Words of pace and rhythm: a demand only where the same clause says how often or how soon. */
const paced: Readonly<Record<Language, RegExp>> = {
  zh: /及时|尽快|快速|迅速|经常|频繁|(?<![规固约特指既限预设])定期(?!限|间|内)/gu,
  en: /\b(timely|in time|promptly|quickly|rapid(ly)?|swiftly|frequent(ly)?|regular(ly)?(?! expression)|periodic(al|ally)?(?! report))\b/giu,
};
const clauses: Readonly<Record<Language, RegExp>> = { zh: /[，；。：]/u, en: /[,;:.](?= |$)/u };
const pace: Readonly<Record<Language, RegExp>> = {
  zh: /每(个|一)?(工作)?(日|天|周|旬|月|季|半年|年|次|小时|分钟|轮|迭代)|按(日|周|旬|月|季|年)|[0-9一二两三四五六七八九十百半]+ ?个?(秒|分钟|小时|工作日|天|日|周|月|季度|年)/u,
  en: /\b(every|each|daily|weekly|monthly|quarterly|yearly|annual(ly)?|hourly|once|twice|within|per (day|week|month|quarter|year)|\d+)\b/iu,
};
/** A figure in brackets right behind a word is its measure: “及时（10 分钟内）”, "promptly (within ten minutes)". */
const figureBehind = /^ ?[（(][^（）()]*(?:[0-9一二两三四五六七八九十百半]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|half|a (?:day|week|month|quarter|year))\b)[^（）()]*[）)]/u;

/** The first word of a sentence that demands without a measure; null where there is none. */
export function wordWithoutMeasure(sentence: string, language: Language): string | null {
  const words = [
    ...[...sentence.matchAll(vague[language])].map(({ 0: word, index }) => ({ word, at: index })),
    ...unpaced(sentence, language),
  ].toSorted((a, b) => a.at - b.at);
  return words.find(({ word, at }) => !figureBehind.test(sentence.slice(at + word.length)))?.word ?? null;
}

function unpaced(sentence: string, language: Language): readonly { readonly word: string; readonly at: number }[] {
  return [...sentence.matchAll(paced[language])].flatMap(({ 0: word, index }) => (pace[language].test(clauseAround(sentence, index, language)) ? [] : [{ word, at: index }]));
}

function clauseAround(sentence: string, at: number, language: Language): string {
  const before = sentence.slice(0, at).split(clauses[language]).at(-1) ?? '';
  const behind = sentence.slice(at).split(clauses[language])[0] ?? '';
  return before + behind;
}
