import { bomFacts } from '../bom/bom.ts';
import type { Documents } from '../documents.ts';
import type { Fact } from '../facts.ts';
import type { SourceFile } from '../file.ts';
import type { Importer } from '../importer.ts';
import { releaseRecord } from '../sets/release-record.ts';
import { type Spot, at, isMapping, rootSpots, textAt } from '../spot.ts';
import { graphFacts, isGraph } from './spdx/graph.ts';
import { bomOfSpdx2 } from './spdx/document.ts';
import { bomOfTagValue, isTagValue } from './spdx/tag-value.ts';

/** SPDX 2.x in JSON, YAML and tag-value, SPDX 3.0 in JSON-LD with its AI and dataset profiles. */
export const spdx: Importer = {
  id: 'spdx',
  title: { zh: 'SPDX 物料清单', en: 'SPDX bill of materials' },
  recognises: (file, documents) => isTagValue(file.text) || rootSpots(file.path, documents).some((root) => isSpdx2(inner(root)) || isGraph(root)),
  read: (file, documents) => {
    const facts = factsOf(file, documents);
    const place = facts[0]?.place;
    return { facts, diagnostics: [], fragments: place === undefined ? [] : releaseRecord(file, 'sbom', place) };
  },
};

/** Hosting platforms wrap the document: `{ "sbom": { … } }`. */
function inner(root: Spot): Spot {
  return isMapping(at(root, 'sbom').value) ? at(root, 'sbom') : root;
}

function isSpdx2(root: Spot): boolean {
  return /^SPDX-2\./.test(textAt(root, 'spdxVersion') ?? '') && (isMapping(at(root, 'creationInfo').value) || textAt(root, 'SPDXID') !== null);
}

function factsOf(file: SourceFile, documents: Documents): readonly Fact[] {
  if (isTagValue(file.text)) return bomFacts(bomOfTagValue(file.path, file.text ?? ''));
  return rootSpots(file.path, documents).flatMap((root) => (isGraph(root) ? graphFacts(root) : isSpdx2(inner(root)) ? bomFacts(bomOfSpdx2(inner(root))) : []));
}
