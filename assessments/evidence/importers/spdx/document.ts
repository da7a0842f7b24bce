import type { Bom, BomComponent } from '../../bom/bom.ts';
import { statedLicence, supplierName } from '../../bom/written.ts';
import { instantOf } from '../../instant.ts';
import { type Spot, at, items, placeOf, textAt, textsAt } from '../../spot.ts';

/** An SPDX 2.x document in JSON or YAML. What it describes is named and counted like the rest. */
export function bomOfSpdx2(root: Spot): Bom {
  const packages = items(at(root, 'packages'));
  const components = packages.map(componentOf);
  const relationships = items(at(root, 'relationships'));
  const described = new Set([...textsAt(root, 'documentDescribes'), ...relationships.map(describedBy)]);
  const subject = components.find(({ reference }) => described.has(reference)) ?? null;
  return {
    place: placeOf(root), format: 'spdx', formatVersion: textAt(root, 'spdxVersion'), documentId: textAt(root, 'documentNamespace'),
    subject, components,
    relations: relationships.filter((relationship) => describedBy(relationship) === null).length,
    vulnerabilities: packages.reduce((sum, one) => sum + items(at(one, 'externalRefs')).filter((reference) => textAt(reference, 'referenceType') === 'advisory').length, 0),
    analysed: 0, complete: null, signed: false, tools: toolsAmong(textsAt(root, 'creationInfo', 'creators')), at: instantOf(textAt(root, 'creationInfo', 'created')), edges: [],
  };
}

/** The element that the document itself describes; null for relationships between elements. */
function describedBy(relationship: Spot): string | null {
  const type = textAt(relationship, 'relationshipType');
  if (type === 'DESCRIBES') return textAt(relationship, 'relatedSpdxElement');
  return type === 'DESCRIBED_BY' ? textAt(relationship, 'spdxElementId') : null;
}

/** Creators that are programs; people and organisations are left out. */
export function toolsAmong(creators: readonly string[]): readonly string[] {
  return creators.flatMap((creator) => (creator.startsWith('Tool:') ? [creator.slice(5).trim()] : [])).slice(0, 20);
}

function componentOf(one: Spot): BomComponent {
  const references = items(at(one, 'externalRefs'));
  const purl = references.filter((reference) => textAt(reference, 'referenceType') === 'purl').map((reference) => textAt(reference, 'referenceLocator')).find((text) => text !== null) ?? null;
  return {
    place: placeOf(one), reference: textAt(one, 'SPDXID') ?? '', kind: textAt(one, 'primaryPackagePurpose') === 'CONTAINER' ? 'container' : 'other',
    name: textAt(one, 'name') ?? '', version: textAt(one, 'versionInfo') || null,
    licence: statedLicence([textAt(one, 'licenseConcluded'), textAt(one, 'licenseDeclared')]), supplier: supplierName(textAt(one, 'supplier')),
    purl, identified: references.some((reference) => /^(?:purl|cpe2[23]Type|swid|gitoid|swh)$/.test(textAt(reference, 'referenceType') ?? '')),
    digests: items(at(one, 'checksums')).map((checksum) => textAt(checksum, 'checksumValue')).filter((value) => value !== null), model: null,
  };
}
