import type { Documents } from '../documents.ts';
import type { Fact } from '../facts.ts';
import type { Importer } from '../importer.ts';
import { mostFacts } from '../most-facts.ts';
import { onlyMapping } from '../only-mapping.ts';
import { type Spot, at, isMapping, rootSpots, textAt } from '../spot.ts';
import { componentFacts, isComponent } from './kubeflow-pipeline/component.ts';
import { specificationFacts } from './kubeflow-pipeline/specification.ts';

/** Kubeflow Pipelines: compiled pipelines of version 2 (YAML, or the JSON of a job, also of Vertex AI and TFX), and single components. */
export const kubeflowPipeline: Importer = {
  id: 'kubeflow-pipeline',
  title: { zh: 'Kubeflow 流水线定义', en: 'Kubeflow pipelines' },
  recognises: (file, documents) => readerOf(file.path, documents) !== null,
  read: (file, documents) => mostFacts(file.path, readerOf(file.path, documents)?.() ?? []),
};

/** A second document holds what one platform adds. */
function readerOf(path: string, documents: Documents): (() => readonly Fact[]) | null {
  const root = documents.kind === 'yaml' || documents.kind === 'json' ? onlyMapping(path, documents) ?? firstOfTwo(path, documents) : null;
  if (root === null) return null;
  const specification = specificationIn(root);
  if (specification !== null) return () => specificationFacts(specification, root);
  return isComponent(root) ? () => componentFacts(root) : null;
}

function firstOfTwo(path: string, documents: Documents): Spot | null {
  const [first, second, ...more] = rootSpots(path, documents);
  return first !== undefined && second !== undefined && more.length === 0 && isMapping(at(second, 'platforms').value) ? first : null;
}

function specificationIn(root: Spot): Spot | null {
  return [root, at(root, 'pipelineSpec')].find((spot) => textAt(spot, 'pipelineInfo', 'name') !== null && isMapping(at(spot, 'root').value) && isMapping(at(spot, 'deploymentSpec').value)) ?? null;
}
