import type { Documents } from '../documents.ts';
import type { Fact } from '../facts.ts';
import type { SourceFile } from '../file.ts';
import type { Importer } from '../importer.ts';
import { mostFacts } from '../most-facts.ts';
import { anomalyFacts, isAnomalies } from './tfdv/anomalies.ts';
import { messageIn } from './tfdv/message.ts';
import { isSchema, schemaFacts } from './tfdv/schema.ts';
import { isStatistics, statisticsFacts } from './tfdv/statistics.ts';

/** TensorFlow Data Validation: schemas, anomalies and statistics as text protocol buffers or JSON. */
export const tfdv: Importer = {
  id: 'tfdv',
  title: { zh: 'TFDV 数据模式、异常与统计', en: 'TensorFlow Data Validation' },
  recognises: (file, documents) => factsOf(file, documents) !== null,
  read: (file, documents) => mostFacts(file.path, factsOf(file, documents)?.() ?? []),
};

const opening = /^(?:\s|#[^\n]*\n)*(?:feature|sparse_feature|weighted_feature|tensor_representation_group|dataset_constraints|annotation|string_domain|float_domain|int_domain|default_environment|anomaly_info|baseline|anomaly_name_format|drift_skew_info|data_missing|datasets)\s*[:{<]/;

function factsOf(file: SourceFile, documents: Documents): (() => readonly Fact[]) | null {
  const root = messageIn(file, documents, opening);
  if (root === null) return null;
  if (isSchema(root)) return () => schemaFacts(root);
  if (isAnomalies(root)) return () => anomalyFacts(root);
  return isStatistics(root) ? () => statisticsFacts(root) : null;
}
