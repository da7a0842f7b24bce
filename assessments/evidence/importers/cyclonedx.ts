import { bomFacts } from '../bom/bom.ts';
import type { Documents } from '../documents.ts';
import type { Fact } from '../facts.ts';
import type { SourceFile } from '../file.ts';
import type { Importer } from '../importer.ts';
import { releaseRecord } from '../sets/release-record.ts';
import { at, rootSpots, textAt } from '../spot.ts';
import { bomOfJson } from './cyclonedx/json.ts';
import { modelCardFacts } from './cyclonedx/model-card.ts';
import { bomOfXml, isBomXml } from './cyclonedx/xml.ts';

/** CycloneDX bills of materials in JSON and XML, of software, services, devices and models (ML-BOM), and VEX files. */
export const cyclonedx: Importer = {
  id: 'cyclonedx',
  title: { zh: 'CycloneDX 物料清单', en: 'CycloneDX bill of materials' },
  recognises: (file, documents) => isJson(file, documents) || (documents.kind === 'xml' && isBomXml(documents.root)),
  read: (file, documents) => {
    const facts = factsOf(file, documents);
    const place = facts[0]?.place;
    return { facts, diagnostics: [], fragments: place === undefined ? [] : releaseRecord(file, 'sbom', place) };
  },
};

function isJson(file: SourceFile, documents: Documents): boolean {
  return rootSpots(file.path, documents).some((root) => textAt(root, 'bomFormat') === 'CycloneDX' && textAt(root, 'specVersion') !== null);
}

function factsOf(file: SourceFile, documents: Documents): readonly Fact[] {
  if (documents.kind === 'xml') return bomFacts(bomOfXml(documents.root, file.path));
  return rootSpots(file.path, documents).filter((root) => textAt(at(root, 'bomFormat')) === 'CycloneDX').flatMap((root) => [...bomFacts(bomOfJson(root)), ...modelCardFacts(root)]);
}
