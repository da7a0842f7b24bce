import { expect, it } from 'vitest';
import { monitoredArea } from '../../assessments/evidence/monitored-area.ts';

it.each([
  ['drift in a metric', ['model_feature_drift_score'], 'Alert', [], 'data-drift'],
  ['the index by its short name', ['feature_psi'], 'X', [], 'data-drift'],
  ['a quality measure', ['fraud_model_recall'], 'X', [], 'model-quality'],
  ['a quality measure in the rule name only', ['ratio_1h'], 'ModelAccuracyLow', [], 'model-quality'],
  ['a quality measure in Chinese annotations only', ['ratio_1h'], 'X', ['模型准确率低于阈值'], 'model-quality'],
  ['latency of predictions', ['prediction_latency_seconds_bucket'], 'X', [], 'service'],
  ['requests of a server', ['http_requests_total'], 'ModelErrors', [], 'service'],
  ['a clock that is skewed', ['node_timex_offset_seconds'], 'HostClockSkewDrift', ['data drift'], 'resource'],
  ['a container, whatever the alert is called', ['container_memory_usage_bytes'], 'ModelQuality', ['accuracy'], 'resource'],
  ['an exporter of accelerators', ['DCGM_FI_DEV_GPU_UTIL'], 'X', [], 'resource'],
  ['a probe', ['probe_success'], 'BlackboxProbeFailed', [], 'service'],
  ['a job that fails', ['kube_job_failed'], 'X', [], 'pipeline'],
  ['an exporter and a measure together', ['node_load1', 'model_accuracy'], 'X', [], 'model-quality'],
  ['conversion', ['recommendation_conversion_rate'], 'X', [], 'business'],
  ['nothing that says so', ['answer'], 'X', [], 'other'],
] as const)('%s', (_, metrics, name, said, area) => {
  expect(monitoredArea(metrics, name, said)).toBe(area);
});
