import { describe, expect, test } from 'vitest';
import { wordWithoutMeasure } from '../../assessments/catalogue/quality-words.ts';

describe('a word without a measure is found', () => {
  test.each([
    ['建立完善的发布制度', '完善'], ['规范健全', '健全'], ['对模型进行有效管理', '有效'], ['测试较为充分', '较'], ['异常得到及时处置', '及时'], ['定期复核告警规则', '定期'], ['必要时通知负责人', '必要时'],
    ['持续改进发布流程', '持续'], ['流量可快速切换，切换后每周复核', '快速'], ['显著降低时延', '显著'], ['采用科学的方法', '科学'], ['按合理的比例放量', '合理'],
  ])('%s', (sentence, word) => {
    expect(wordWithoutMeasure(sentence, 'zh')).toBe(word);
  });

  test.each([
    ['Releases are managed in an appropriate way', 'appropriate'], ['An effective process', 'effective'], ['Alerts are handled promptly', 'promptly'], ['Rules are reviewed regularly', 'regularly'],
    ['Owners are told where necessary', 'where necessary'], ['A robust pipeline', 'robust'], ['Latency falls significantly', 'significantly'], ['Best practices are followed', 'Best practices'],
    ['Traffic is switched quickly, and logs are kept for 30 days', 'quickly'], ['The process is continuously improved', 'continuously improved'],
  ])('%s', (sentence, word) => {
    expect(wordWithoutMeasure(sentence, 'en')).toBe(word);
  });
});

describe('a word that has its measure beside it, or another sense, is spared', () => {
  test.each([
    '有现行有效的更新规范', '规范写明有效期', '数据科学家登记结论', '告警在 10 分钟内及时送达', '告警及时（10 分钟内）送达', '每季度定期复核一次规则', '定期（至少每季）复核', '规定期限内的旧版本都能取出', '给出检验的显著性',
    '持续集成产出的制品', '按需求、数据、训练分解', '用强化学习训练的模型',
  ])('%s', (sentence) => {
    expect(wordWithoutMeasure(sentence, 'zh')).toBeNull();
  });

  test.each([
    'A norm with its effective date', 'Fairness and robustness tests run', 'Names match a regular expression', 'Prompts and parameters are versioned', 'Alerts are handled promptly (within ten minutes)', 'Rules are reviewed regularly, every quarter at least'.replace(', every', ' every'),
    'The difference is statistically significant', 'It says whether the metric got better or worse', 'The figures of every periodic report',
  ])('%s', (sentence) => {
    expect(wordWithoutMeasure(sentence, 'en')).toBeNull();
  });
});
