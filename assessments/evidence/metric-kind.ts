import type { FactOf } from './facts.ts';

type MetricKind = FactOf<'eval.metric'>['kind'];

/** Read from the name alone; the first that fits, so that `p95_latency_cost` is performance. */
const kinds: readonly (readonly [RegExp, MetricKind])[] = [
  [/fair|bias|dispar|parity|demographic|equal(?:ized|ised)?[ _-]?odds|equal[ _-]?opportunity|公平|偏见/i, 'fairness'],
  [/toxic|unsafe|jailbreak|harm|leak|pii|unsupported|policy violation|refusal|dlp|critical failure|red[ _-]?team|safety|安全|违规|关键失败/i, 'safety'],
  [/robust|perturb|adversarial|noise|corrupt|鲁棒/i, 'robustness'],
  [/latency|throughput|\bqps\b|\brps\b|\btps\b|response[ _-]?time|(?:^|[ _-])p(?:50|90|95|99)(?:$|[ _-])|memory|时延|延迟|吞吐/i, 'performance'],
  [/cost|price|token[ _-]?usage|spend|费用|成本/i, 'cost'],
  [/revenue|conversion|complaint|override|csat|\bnps\b|handoff|uplift|capture|投诉|转化/i, 'business'],
  [/accura|precision|recall|\bf1\b|f1_|(?:^|_)f1|auc|\broc\b|\bmae\b|\bmse\b|rmse|\br2\b|loss|bleu|rouge|perplexity|correct|ground|relevan|average_precision|positives|negatives|score|exact[ _-]?match|win[ _-]?rate|regression|准确|精确|召回/i, 'quality'],
];

/** What a metric measures, as its name says; unstated where the name says nothing. */
export function metricKind(name: string): MetricKind {
  return kinds.find(([pattern]) => pattern.test(name))?.[1] ?? 'unstated';
}
