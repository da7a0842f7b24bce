import { expect, it } from 'vitest';
import { metricKind } from '../../assessments/evidence/metric-kind.ts';

it.each([
  ['accuracy', 'quality'], ['auc_roc', 'quality'], ['optimal_f1_score', 'quality'], ['Citation correctness', 'quality'], ['准确率', 'quality'],
  ['selection_rate_disparity', 'fairness'], ['disparate_impact_ratio', 'fairness'], ['公平性差异', 'fairness'],
  ['PII leakage', 'safety'], ['Critical unsupported claim', 'safety'], ['P95 latency', 'performance'], ['p95_latency_cost', 'performance'], ['推理时延', 'performance'],
  ['normalized_cost', 'cost'], ['complaint rate', 'business'], ['adversarial accuracy', 'robustness'], ['x', 'unstated'], ['', 'unstated'],
] as const)('%s measures %s', (name, kind) => {
  expect(metricKind(name)).toBe(kind);
});
