import type { Documents } from '../documents.ts';
import type { Fact } from '../facts.ts';
import type { Importer } from '../importer.ts';
import { mostFacts } from '../most-facts.ts';
import { onlyMapping } from '../only-mapping.ts';
import { isRegistry, registryFacts } from './feast/registry.ts';
import { isStore, storeFacts } from './feast/store.ts';

/** Feast: the configuration of a feature store, and a registry written out as JSON. Feature views in Python are code and are not read. */
export const feast: Importer = {
  id: 'feast',
  title: { zh: 'Feast 特征存储', en: 'Feast feature store' },
  recognises: (file, documents) => factsOf(file.path, documents) !== null,
  read: (file, documents) => mostFacts(file.path, factsOf(file.path, documents)?.() ?? []),
};

function factsOf(path: string, documents: Documents): (() => readonly Fact[]) | null {
  const root = onlyMapping(path, documents);
  if (root === null) return null;
  if (isStore(root)) return () => storeFacts(root);
  return isRegistry(root) ? () => registryFacts(root) : null;
}
