import type { FactOf } from '../../facts.ts';
import type { Place } from '../../place.ts';

export type ReviewRule = FactOf<'review.rule'>;

/** A rule that says nothing more than its name. */
export function reviewRule(place: Place, kind: ReviewRule['kind'], system: string, name: string): ReviewRule {
  return { type: 'review.rule', place, also: [], kind, name, system, owners: 0, everything: false, items: 0, required: 0, topics: [] };
}

const topics: readonly (readonly [string, RegExp])[] = [
  ['tests', /\btest(?:s|ed|ing)?\b|测试/i], ['documentation', /\bdoc(?:s|umentation|umented)?\b|文档/i], ['issue', /\bissues?\b|\bticket\b|\bfixes #|\bcloses #|工单|需求单/i],
  ['breaking-change', /\bbreaking\b|backwards?[- ]compatib|不兼容/i], ['changelog', /\bchangelog\b|release[- ]note/i], ['data', /\bdata(?:sets?)?\b|\bdvc\b|数据/i], ['model', /\bmodels?\b|模型/i],
  ['evaluation', /\bevaluat|\bmetrics?\b|\bbenchmark|评估|指标/i], ['security', /\bsecurity\b|\bvulnerab|\bsecrets?\b|\bprivate[- ]key|\bcredentials?\b|\bgitleaks\b|\bbandit\b|安全/i],
  ['rollback', /\broll[- ]?back\b|\brevert(?:ing)? (?:plan|this)|回滚/i], ['review', /\breviewers?\b|评审/i], ['lint', /\blint|\bstyle\b|\bformat(?:ted|ting|ter)?\b|\bpre-commit (?:run|hooks?|checks?)\b|\bflake8\b|\bruff\b|\bblack\b|\bmypy\b|\bpylint\b|\bisort\b|格式/i],
  ['risk', /\brisks?\b|\bimpact\b|风险|影响范围/i],
];

/** What a text asks for, in the words that facts use. */
export function askedFor(text: string): readonly string[] {
  const read = text.slice(0, 200_000);
  return topics.filter(([, pattern]) => pattern.test(read)).map(([topic]) => topic);
}
