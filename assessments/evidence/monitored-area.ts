import type { FactOf } from './facts.ts';
import { inWords } from './in-words.ts';

export type MonitoredArea = FactOf<'alert.rule'>['area'];

/**
 * Metrics of well-known exporters: what they watch is settled by who publishes them, whatever the alert is called.
 * A skewed clock of a host is not data skew, and a precise timer is not a precise model.
 */
const exporters: readonly (readonly [RegExp, MonitoredArea])[] = [
  [/^(?:argo_workflows?|argo_pod|airflow|tekton|kube_job|kube_cronjob|prefect|dagster)_/, 'pipeline'],
  [/^(?:node|container|machine|windows|DCGM|nvidia|nvidia_smi|npu|kube_node|kubelet_volume|kube_persistentvolume|kube_persistentvolumeclaim|kube_resourcequota|process|go|jvm|smartmon|nv_gpu|nv_cpu|habanalabs)_/, 'resource'],
  [/^(?:kube|kubelet|probe|blackbox|http|grpc|istio|envoy|nginx|apiserver|coredns|etcd|redis|mysql|pg|postgres|kafka|rabbitmq|mongodb|elasticsearch|traefik|haproxy|prometheus|alertmanager|certmanager|argocd|rollout|scrape|net_conntrack|thanos|loki|activator|queue|controller|rest_client|workqueue|nv_inference)_/, 'service'],
  [/^(?:up|ALERTS)$/, 'service'],
];

/** Words in metric names, rule names and annotations, most telling first: `model_drift_cpu` is about drift. */
const vocabulary: readonly (readonly [MonitoredArea, RegExp])[] = [
  ['data-drift', /(?:^|_)(?:drift\w*|psi|ks_(?:stat\w*|test|p_?value)|kl_divergence|js_divergence|jensen|wasserstein|covariate|(?:feature|data|prediction|training|serving)_skew|distribution_(?:shift|change)|out_of_distribution|ood|outliers?|null_(?:rate|ratio)|missing_(?:values?|rate|ratio|features?)|data_quality)(?:_|$)|漂移|偏移|数据质量|分布变化/],
  ['model-quality', /(?:^|_)(?:accuracy|precision|recall|f1|f1_score|auc|auroc|roc_auc|rmse|mae|mape|mse|logloss|log_loss|r2|false_positives?|false_negatives?|confusion|calibration|hallucinations?|toxicity|faithfulness|groundedness|answer_relevanc[ey]|fairness|bias|disparate_impact|perplexity|bleu|rouge|(?:model|prediction|answer|response)_(?:quality|error|score|performance)|model_degrad\w*|eval_score)(?:_|$)|准确率|精确率|召回率|模型效果|模型质量|模型性能|误报|漏报/],
  ['business', /(?:^|_)(?:revenue|gmv|conversions?|conversion_rate|click_through\w*|ctr|cvr|sales|churn|kpi|business|orders_total|chargebacks?|approval_rate)(?:_|$)|转化率|点击率|营收|业务指标|交易额/],
  ['pipeline', /(?:^|_)(?:workflow|pipelines?|dag|training|retrain\w*|etl|ingest\w*|cron_?job|batch_job|job_(?:failed|failures?|duration|status)|freshness|stale\w*|backfill)(?:_|$)|流水线|训练任务|重训|数据延迟/],
  ['resource', /(?:^|_)(?:cpu|memory|mem|disk|gpus?|npu|tpu|filesystem|inodes?|swap|oom\w*|load1|load5|load15|utili[sz]ation|network|bandwidth|saturation|throttl\w*|capacity|quota|temperature|volume|storage|heap|file_descriptors|cache_usage\w*|hbm)(?:_|$)|内存|磁盘|显存|资源|利用率|网络/],
  ['service', /(?:^|_)(?:latency|latencies|duration|requests?|responses?|errors?|error_rate|qps|rps|tps|http|grpc|probe|down|unavailable|availability|unreachable|uptime|slo|sla|timeouts?|[45]xx|p[59][059]|queue\w*|backlog|inflight|concurrency|throughput|replicas?|pods?|restarts?|crash\w*|not_ready|ready|health\w*|unhealthy|ttft|time_to_first_token\w*|tokens?|inference|predict|predictions?|serving|certificate|service|instance|endpoint)(?:_|$)|延迟|时延|可用性|错误率|吞吐|响应|宕机|服务/],
];

/**
 * What a rule or metric watches, by the metrics it names, else by its name, else by what its annotations say.
 * Infrastructure is `resource` or `service` and never counts as watching the model.
 */
export function monitoredArea(metrics: readonly string[], name: string, said: readonly string[] = []): MonitoredArea {
  const published = metrics.map((metric) => exporters.find(([exporter]) => exporter.test(metric))?.[1]);
  const settled = published[0];
  if (settled !== undefined && published.every((area) => area !== undefined)) return settled;
  for (const texts of [metrics, [name], said]) {
    const area = areaInWords(texts);
    if (area !== null) return area;
  }
  return 'other';
}

function areaInWords(texts: readonly string[]): MonitoredArea | null {
  const spelled = texts.map(inWords);
  return vocabulary.find(([, words]) => spelled.some((text) => words.test(text)))?.[0] ?? null;
}
