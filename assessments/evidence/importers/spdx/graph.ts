import { type Bom, type BomComponent, type BomEdge, bomFacts } from '../../bom/bom.ts';
import { statedLicence } from '../../bom/written.ts';
import { cardMetricFacts } from '../../cards/card-metrics.ts';
import type { Fact, FactOf } from '../../facts.ts';
import { instantOf } from '../../instant.ts';
import { releaseOfPath } from '../../release-of-path.ts';
import { type Spot, at, isGiven, items, members, numberAt, oneOrMany, placeOf, textAt, textsAt } from '../../spot.ts';

/** SPDX 3: a context of spdx.org, or types of its profiles anywhere in the graph; the first node is often a person. */
export function isGraph(root: Spot): boolean {
  const nodes = items(at(root, '@graph'));
  return nodes.length > 0 && isGiven(at(root, '@context')) && (textsAt(root, '@context').some((context) => /spdx\.org\/rdf\/3\./.test(context)) || nodes.some((node) => typeOf(node) === 'SpdxDocument'));
}

/** The type without the prefix of its profile: `ai_AIPackage` and `ai:AIPackage` are AIPackage. */
function typeOf(node: Spot): string {
  return (textAt(node, 'type') ?? textAt(node, '@type') ?? '').replace(/^.*[_:/#](?=[A-Z])/, '');
}

type Graph = { readonly nodes: readonly Spot[]; readonly byId: ReadonlyMap<string, Spot>; readonly relations: readonly Spot[]; readonly linked: ReadonlyMap<string, readonly Spot[]> };

export function graphFacts(root: Spot): readonly Fact[] {
  const nodes = items(at(root, '@graph'));
  const relations = nodes.filter((node) => textAt(node, 'relationshipType') !== null);
  const graph: Graph = {
    nodes, relations, byId: new Map(nodes.map((node) => [idOf(node), node] as const)),
    linked: Map.groupBy(relations, (relation) => textAt(relation, 'from') ?? ''),
  };
  return [...bomFacts(bomOf(root, graph)), ...metricFacts(graph)];
}

function idOf(node: Spot): string {
  return textAt(node, 'spdxId') ?? textAt(node, '@id') ?? '';
}

const componentTypes: Readonly<Record<string, BomComponent['kind']>> = { Package: 'other', AIPackage: 'model', DatasetPackage: 'dataset' };

function bomOf(root: Spot, graph: Graph): Bom {
  const { nodes, relations } = graph;
  const components = nodes.filter((node) => Object.hasOwn(componentTypes, typeOf(node))).map((node) => componentOf(node, graph));
  const document = nodes.find((node) => typeOf(node) === 'SpdxDocument');
  const subject = subjectOf(graph, components);
  return {
    place: placeOf(root), format: 'spdx', formatVersion: versionOf(root, graph), documentId: document === undefined ? null : idOf(document),
    subject, components, relations: relations.length,
    vulnerabilities: nodes.filter((node) => typeOf(node) === 'Vulnerability').length, analysed: relations.filter((relation) => typeOf(relation).startsWith('Vex')).length,
    complete: completenessOf(relations), signed: false,
    tools: nodes.filter((node) => typeOf(node) === 'Tool').map((node) => textAt(node, 'name')).filter((name) => name !== null).slice(0, 20),
    at: createdAt(graph, document), edges: relations.flatMap(edgesOf),
  };
}

/** The version stated by a CreationInfo, else the one in the address of the context. */
function versionOf(root: Spot, { nodes }: Graph): string | null {
  const stated = nodes.map((node) => textAt(node, 'specVersion')).find((version) => version !== null);
  return stated ?? textsAt(root, '@context').map((context) => /spdx\.org\/rdf\/([0-9][0-9.]*[0-9])/.exec(context)?.[1]).find((version) => version !== undefined) ?? null;
}

/** What the document says it is about, through the bill of materials it may name first. */
function subjectOf({ nodes, byId }: Graph, components: readonly BomComponent[]): BomComponent | null {
  const roots = nodes.filter((node) => /^(?:SpdxDocument|Sbom|Bom)$/.test(typeOf(node))).flatMap((node) => textsAt(node, 'rootElement'));
  const named = new Set([...roots, ...roots.flatMap((id) => textsAt(byId.get(id) ?? { file: '', pointer: '', value: null, embedded: true }, 'rootElement'))]);
  return components.find(({ reference }) => named.has(reference)) ?? null;
}

function completenessOf(relations: readonly Spot[]): boolean | null {
  const stated = relations.map((relation) => textAt(relation, 'completeness'));
  if (stated.includes('incomplete')) return false;
  return stated.length > 0 && stated.every((completeness) => completeness === 'complete') ? true : null;
}

function createdAt({ nodes, byId }: Graph, document: Spot | undefined): string | null {
  const own = document === undefined ? undefined : byId.get(textAt(document, 'creationInfo') ?? '');
  const info = own ?? nodes.find((node) => typeOf(node) === 'CreationInfo');
  return (document === undefined ? null : instantOf(textAt(document, 'creationInfo', 'created'))) ?? (info === undefined ? null : instantOf(textAt(info, 'created')));
}

function componentOf(node: Spot, graph: Graph): BomComponent {
  const kind = componentTypes[typeOf(node)] ?? 'other';
  const own = graph.linked.get(idOf(node)) ?? [];
  const purl = textAt(node, 'software_packageUrl');
  const identifiers = oneOrMany(at(node, 'externalIdentifier'));
  return {
    place: placeOf(node), reference: idOf(node), kind: kind === 'other' && textAt(node, 'software_primaryPurpose') === 'container' ? 'container' : kind,
    name: textAt(node, 'name') ?? '', version: textAt(node, 'software_packageVersion'), licence: licenceOf(own, graph), supplier: supplierOf(node, graph),
    purl, identified: purl !== null || identifiers.some((one) => /packageUrl|purl|cpe|swid|gitoid/i.test(textAt(one, 'externalIdentifierType') ?? '')),
    digests: oneOrMany(at(node, 'verifiedUsing')).map((hash) => textAt(hash, 'hashValue')).filter((value) => value !== null),
    model: kind === 'other' ? null : modelPart(node, own),
  };
}

function licenceOf(own: readonly Spot[], { byId }: Graph): string | null {
  const targets = own.filter((relation) => /^has(?:Concluded|Declared)License$/.test(textAt(relation, 'relationshipType') ?? '')).flatMap((relation) => textsAt(relation, 'to'));
  return statedLicence(targets.map((id) => {
    const node = byId.get(id);
    return node === undefined ? /([^/]+)$/.exec(id)?.[1] ?? null : textAt(node, 'simplelicensing_licenseExpression') ?? textAt(node, 'name');
  }));
}

/** Organisations by name; people are not named. */
function supplierOf(node: Spot, { byId }: Graph): string | null {
  const suppliers = [...textsAt(node, 'suppliedBy'), ...textsAt(node, 'originatedBy')].map((id) => byId.get(id));
  const organisation = suppliers.find((supplier) => supplier !== undefined && typeOf(supplier) === 'Organization');
  return organisation === undefined ? null : textAt(organisation, 'name');
}

const describing = /^(?:ai_(?:informationAbout(?:Training|Application)|limitation|modelDataPreprocessing|modelExplainability|standardCompliance)|dataset_(?:intendedUse|dataCollectionProcess|dataPreprocessing|knownBias|anonymizationMethodUsed))$/;

function modelPart(node: Spot, own: readonly Spot[]): NonNullable<BomComponent['model']> {
  const sensitive = textAt(node, 'ai_useSensitivePersonalInformation') ?? textAt(node, 'dataset_hasSensitivePersonalInformation');
  return {
    card: members(node).some(([key, value]) => describing.test(key) && isGiven(value)), metrics: oneOrMany(at(node, 'ai_metric')).length,
    sensitiveData: sensitive === 'yes' ? true : sensitive === 'no' ? false : null, energy: isGiven(at(node, 'ai_energyConsumption')), risk: textAt(node, 'ai_safetyRiskAssessment'),
    trainedOn: own.filter((relation) => textAt(relation, 'relationshipType') === 'trainedOn').flatMap((relation) => textsAt(relation, 'to')),
  };
}

/** `trainedOn` points from the model to its data, `generates` from what makes to what is made. */
function edgesOf(relation: Spot): readonly BomEdge[] {
  const from = textAt(relation, 'from') ?? '';
  const place = placeOf(relation);
  switch (textAt(relation, 'relationshipType')) {
    case 'trainedOn': return textsAt(relation, 'to').map((data) => ({ place, from: data, to: from }));
    case 'generates': return textsAt(relation, 'to').map((made) => ({ place, from, to: made }));
    default: return [];
  }
}

/** Metrics of the AI profile are entries of a dictionary, thresholds another. */
function metricFacts({ nodes }: Graph): readonly FactOf<'eval.metric'>[] {
  return nodes.filter((node) => typeOf(node) === 'AIPackage').flatMap((node) => {
    const name = textAt(node, 'name') ?? node.file;
    const subject = { evaluation: name, release: releaseOfPath(node.file), model: name, modelVersion: textAt(node, 'software_packageVersion') };
    const thresholds = new Map(oneOrMany(at(node, 'ai_metricDecisionThreshold')).map((entry) => [textAt(entry, 'key'), numberAt(entry, 'value')] as const));
    return cardMetricFacts(subject, oneOrMany(at(node, 'ai_metric')).map((entry) => {
      const metric = textAt(entry, 'key') ?? '';
      return { metric, value: numberAt(entry, 'value'), threshold: thresholds.get(metric) ?? null, place: placeOf(entry) };
    }));
  });
}
