/** What the headings of cards speak of, in the words of the usual templates and of Chinese cards. */
export const modelTopics = {
  intendedUse: /\bintended\b|^(?:direct )?uses?\b|\buse cases?\b|\bdirect use\b|预期用途|适用(?:场景|范围)|使用场景|用途/i,
  outOfScope: /out[- ]of[- ]scope|\bmisuse\b|not (?:to be )?used|prohibited|不适用|禁止|超出范围/i,
  limitations: /\blimitations?\b|\brisks?\b|\bcaveats?\b|known issues|局限|限制|风险/i,
  trainingData: /\btraining (?:data|set|details|procedure)|\btraining$|^(?:training )?data(?:sets?)?$|训练数据|数据来源/i,
  evaluation: /\bevaluation\b|\bperformance\b|\bmetrics\b|\bresults\b|\bquantitative analys[ei]s\b|评估|评测|性能|效果|指标/i,
  fairness: /\bbias(?:es)?\b|\bfair(?:ness)?\b|\bethical\b|公平|偏见|伦理/i,
  environmentalImpact: /\benvironmental? impact\b|\bcarbon\b|\bemissions?\b|\benergy\b|环境影响|能耗|碳排放/i,
  contact: /\bcontacts?\b|\bauthors?\b|\bmaintainers?\b|\bowners?\b|联系|负责人|作者|维护/i,
} as const;

export const dataTopics = {
  provenance: /\bsource data\b|\bdata (?:collection|sources?)\b|\bcollection\b|\bcuration\b|\bdataset creation\b|\bprovenance\b|数据来源|采集|来源/i,
  personalData: /\bpersonal\b|\bsensitive\b|\bprivacy\b|个人信息|隐私|敏感/i,
  bias: /\bbias(?:es)?\b|\bsocial impact\b|\bfairness\b|偏见|偏差|社会影响/i,
  limitations: /\blimitations?\b|\bout[- ]of[- ]scope\b|\bmisuse\b|局限|限制|不适用/i,
  intendedUse: /\bsupported tasks?\b|\bintended\b|^uses?\b|\bdirect use\b|\busing the data(?:set)?\b|用途|适用|使用场景/i,
  annotation: /\bannotat(?:ion|ions|ors?)\b|\blabell?ing\b|标注/i,
  contact: /\bcurators?\b|\bcontacts?\b|\bmaintainers?\b|\bauthors?\b|联系|负责人|维护/i,
} as const;

/** `Considerations for Using the Data` is a heading over limits, not a use. */
export function isUseHeading(title: string): boolean {
  return dataTopics.intendedUse.test(title) && !/^considerations\b/i.test(title);
}
