import type { Documents } from '../documents.ts';
import type { Fact } from '../facts.ts';
import type { Importer } from '../importer.ts';
import { mostFacts } from '../most-facts.ts';
import { onlyMapping } from '../only-mapping.ts';
import { isManifest, manifestFacts } from './dbt/manifest.ts';
import { isProperties, propertyFacts } from './dbt/properties.ts';
import { isRunResults, runResultFacts } from './dbt/run-results.ts';
import { isSourceFreshness, sourceFreshnessFacts } from './dbt/source-freshness.ts';

/** dbt: manifests, results of runs and of source freshness, and the property files with their tests. */
export const dbt: Importer = {
  id: 'dbt',
  title: { zh: 'dbt 数据模型与测试', en: 'dbt models and tests' },
  recognises: (file, documents) => factsOf(file.path, documents) !== null,
  read: (file, documents) => mostFacts(file.path, factsOf(file.path, documents)?.() ?? []),
};

function factsOf(path: string, documents: Documents): (() => readonly Fact[]) | null {
  const root = onlyMapping(path, documents);
  if (root === null) return null;
  if (isManifest(root)) return () => manifestFacts(root);
  if (isRunResults(root)) return () => runResultFacts(root);
  if (isSourceFreshness(root)) return () => sourceFreshnessFacts(root);
  return isProperties(root) ? () => propertyFacts(root) : null;
}
