import type { Documents } from '../documents.ts';
import type { Fact } from '../facts.ts';
import type { Importer } from '../importer.ts';
import { mostFacts } from '../most-facts.ts';
import { onlyMapping } from '../only-mapping.ts';
import { bentoFacts, isBento, isStoredModel, storedModelFacts } from './bentoml/built.ts';
import { bentofileFacts, isBentofile } from './bentoml/bentofile.ts';
import { deploymentFacts, isDeployment } from './bentoml/deployment.ts';

/** BentoML: what a service is built from (`bentofile.yaml`), what was built (`bento.yaml`), models of the store (`model.yaml`), deployments to its cloud. */
export const bentoml: Importer = {
  id: 'bentoml',
  title: { zh: 'BentoML 服务与模型', en: 'BentoML services and models' },
  recognises: (file, documents) => readerOf(file.path, documents) !== null,
  read: (file, documents) => mostFacts(file.path, readerOf(file.path, documents)?.() ?? []),
};

function readerOf(path: string, documents: Documents): (() => readonly Fact[]) | null {
  const root = documents.kind === 'yaml' ? onlyMapping(path, documents) : null;
  if (root === null) return null;
  if (isBento(root)) return () => bentoFacts(root);
  if (isStoredModel(root)) return () => storedModelFacts(root);
  if (isDeployment(root)) return () => deploymentFacts(root);
  return isBentofile(root) ? () => bentofileFacts(root) : null;
}
