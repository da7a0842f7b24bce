import { diagnostic } from '../diagnostics.ts';
import type { Documents } from '../documents.ts';
import type { Fact } from '../facts.ts';
import type { Importer, Reading } from '../importer.ts';
import { mostFacts } from '../most-facts.ts';
import { onlyMapping } from '../only-mapping.ts';
import type { Spot } from '../spot.ts';
import { type AssetReader, assetReaders } from './azure-ml/assets.ts';
import { deploymentReaders } from './azure-ml/deployments.ts';
import { jobReaders } from './azure-ml/jobs.ts';
import { schemaOf } from './azure-ml/schema-of.ts';

/** Azure Machine Learning, version 2 of its YAML: jobs, components and schedules, endpoints and deployments, environments, models, data, compute. */
export const azureMl: Importer = {
  id: 'azure-ml',
  title: { zh: 'Azure ML 作业、组件与端点', en: 'Azure ML jobs, components and endpoints' },
  recognises: (file, documents) => found(file.path, documents) !== null,
  read: (file, documents): Reading => {
    const known = found(file.path, documents);
    if (known === null) return { facts: [], diagnostics: [] };
    const { facts, diagnostics } = mostFacts(file.path, known.read(known.root));
    return { facts, diagnostics: facts.length > 0 ? diagnostics : [...diagnostics, diagnostic('unrecognised', file.path, { detail: known.schema })] };
  },
};

const readers: Readonly<Record<string, AssetReader>> = { ...assetReaders, ...deploymentReaders, ...jobReaders };

function found(path: string, documents: Documents): { readonly root: Spot; readonly schema: string; readonly read: (root: Spot) => readonly Fact[] } | null {
  const root = documents.kind === 'yaml' || documents.kind === 'json' ? onlyMapping(path, documents) : null;
  const schema = root === null ? null : schemaOf(root);
  if (root === null || schema === null) return null;
  return { root, schema, read: Object.hasOwn(readers, schema) ? readers[schema] ?? (() => []) : () => [] };
}
