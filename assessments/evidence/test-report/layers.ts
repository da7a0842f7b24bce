import type { FactOf } from '../facts.ts';
import { inWords } from '../in-words.ts';

type Layer = FactOf<'test.case.group'>['layer'];

/**
 * Words in the names of suites and folders, the layers that people name outright first: `unit/test_data_validation` tests
 * code that validates data. `models` and `data` alone name code far more often than a layer.
 */
const layers: readonly (readonly [Layer, RegExp])[] = [
  ['end-to-end', /_(?:e2e|end_to_end|endtoend|acceptance|system_tests?|ui_tests?|selenium|playwright|cypress)_|端到端|验收/],
  ['integration', /_(?:integration\w*|intg|itests?|it_case|component_tests?)_|[a-z]_it_$|集成/],
  ['unit', /_(?:unit|unit_?tests?)_|单元/],
  ['contract', /_(?:contracts?|pact)_|契约/],
  ['performance', /_(?:perf|performance|load_tests?|stress|soak|benchmarks?|latency_tests?)_|性能|压力/],
  ['security', /_(?:security|penetration|pentest|fuzz\w*|adversarial)_|安全/],
  ['smoke', /_(?:smoke|sanity)_|冒烟/],
  ['data', /_(?:data_(?:quality|validation|contracts?|integrity|drift|checks?)|great_expectations|dataset_(?:tests?|checks?))_|数据质量|数据校验/],
  ['model', /_(?:model_(?:quality|validation|evaluation|behaviou?r\w*|performance|checks?)|behaviou?ral|invariance|directional|minimum_functionality|fairness|robustness)_|模型(?:评估|测试|质量|校验)/],
];

/** The layer a suite says it belongs to, by its own name, else by the name of the file and its folder; unstated where neither says so. */
export function layerOf(suite: string, file: string): Layer {
  return layerIn(suite) ?? layerIn(file.split('/').slice(-2).join('/')) ?? 'unstated';
}

function layerIn(name: string): Layer | null {
  const words = `_${inWords(name)}_`;
  return layers.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

const topics: readonly (readonly [string, RegExp])[] = [
  ['data', /_(?:data|datasets?|dataframes?|preprocess\w*|ingest\w*|etl|schemas?|splits?)_|数据/],
  ['feature', /_(?:features?|feature_store|embeddings?|transforms?|encoders?|scalers?)_|特征/],
  ['model', /_(?:models?|classifiers?|regressors?|estimators?|predictors?|predict\w*|inference|onnx)_|模型/],
  ['training', /_(?:train|training|trainers?|fit|retrain\w*|epochs?|tuning|hyperparameters?)_|训练/],
  ['serving', /_(?:serve|serving|servers?|deploy\w*|endpoints?)_|部署|推理服务/],
  ['api', /_(?:api|apis|rest|http|routes?|requests?|fastapi|flask)_|接口/],
  ['prompt', /_(?:prompts?|llms?|rag|guardrails?|agents?)_|提示词/],
];

/** What the names of tests speak of, in the order of the list above. */
export function aboutNames(names: readonly string[]): readonly string[] {
  const words = names.map((name) => `_${inWords(name)}_`);
  return topics.filter(([, pattern]) => words.some((text) => pattern.test(text))).map(([topic]) => topic);
}
