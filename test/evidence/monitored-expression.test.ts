import { describe, expect, it } from 'vitest';
import { metricsIn, thresholdIn } from '../../assessments/evidence/monitored-expression.ts';

describe('the metrics of an expression', () => {
  it.each([
    ['up == 0', ['up']],
    ['sum by (job, le) (rate(http_requests_total{code=~"5..", path="/a"}[5m] offset 1h)) / on(job) group_left(team) sum(job:requests:rate5m)', ['http_requests_total', 'job:requests:rate5m']],
    ['a > bool 1 and b unless c or vector(1)', ['a', 'b', 'c']],
    ['{__name__="model_accuracy", job="x"} < 0.9', ['model_accuracy']],
    ['sum without(instance) (vllm:num_requests_running) # a comment_metric', ['vllm:num_requests_running']],
    ['histogram_quantile(0.9, x_bucket) + x_bucket + inf', ['x_bucket']],
    ['label_replace(m, "dst", "a \\" metric", \'src\', `b`)', ['m']],
    ['count(m)', ['m']],
    ['', []],
    ['"unclosed', ['unclosed']],
    ['((', []],
  ] as const)('%s', (expression, metrics) => {
    expect(metricsIn(expression)).toEqual(metrics);
  });
});

describe('the threshold of an expression', () => {
  it.each([
    ['a > 0.5', 0.5],
    ['a >= bool -1e-3', -0.001],
    ['0.01 > a', 0.01],
    ['(a / b) < 10 and up', 10],
    ['sum(a > 3)', 3],
    ['a > 1 and b > 2', null],
    ['a > b', null],
    ['a > 86400 * 2', null],
    ['a - 1 > b', null],
    ['a{x!="1"} + 1', null],
    ['1 <= a < 5', null],
    ['a', null],
  ] as const)('%s', (expression, threshold) => {
    expect(thresholdIn(expression)).toBe(threshold);
  });
});
