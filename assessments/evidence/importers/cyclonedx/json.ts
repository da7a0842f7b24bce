import type { Bom, BomComponent, BomEdge, ModelPart } from '../../bom/bom.ts';
import { nameOf, nested, statedLicence, supplierName } from '../../bom/written.ts';
import { instantOf } from '../../instant.ts';
import { type Spot, at, isGiven, isMapping, items, members, oneOrMany, placeOf, textAt, textsAt } from '../../spot.ts';

/** A CycloneDX document in JSON. */
export function bomOfJson(root: Spot): Bom {
  const subject = at(root, 'metadata', 'component');
  const dependencies = items(at(root, 'dependencies'));
  const vulnerabilities = items(at(root, 'vulnerabilities'));
  return {
    place: placeOf(root), format: 'cyclonedx', formatVersion: textAt(root, 'specVersion'), documentId: textAt(root, 'serialNumber'),
    subject: isMapping(subject.value) ? componentOf(subject) : null,
    components: componentsIn(root).map(componentOf),
    relations: dependencies.reduce((sum, dependency) => sum + items(at(dependency, 'dependsOn')).length + items(at(dependency, 'provides')).length, 0),
    vulnerabilities: vulnerabilities.length, analysed: vulnerabilities.filter((one) => textAt(one, 'analysis', 'state') !== null).length,
    complete: completeness(items(at(root, 'compositions')).map((composition) => textAt(composition, 'aggregate'))),
    signed: isGiven(at(root, 'signature')), tools: toolsIn(root), at: instantOf(textAt(root, 'metadata', 'timestamp')),
    edges: componentsIn(root).flatMap(trainingEdges),
  };
}

/** All components of a document, parts of parts too; the subject itself is not listed among them, its parts are. */
function componentsIn(root: Spot): readonly Spot[] {
  return [...nested(items(at(root, 'metadata', 'component', 'components')), 'components'), ...nested(items(at(root, 'components')), 'components')];
}

/** One claim for the whole: incomplete where any part is. */
export function completeness(aggregates: readonly (string | null)[]): boolean | null {
  if (aggregates.some((aggregate) => aggregate?.startsWith('incomplete'))) return false;
  return aggregates.length > 0 && aggregates.every((aggregate) => aggregate === 'complete') ? true : null;
}

const componentKinds: Readonly<Record<string, BomComponent['kind']>> = { 'machine-learning-model': 'model', 'data': 'dataset', 'container': 'container' };

export function kindOf(type: string | null): BomComponent['kind'] {
  return (type !== null && Object.hasOwn(componentKinds, type) ? componentKinds[type] : undefined) ?? 'other';
}

function componentOf(component: Spot): BomComponent {
  const kind = kindOf(textAt(component, 'type'));
  const purl = textAt(component, 'purl');
  return {
    place: placeOf(component), reference: textAt(component, 'bom-ref') ?? '', kind,
    name: [textAt(component, 'group'), textAt(component, 'name')].filter((part) => part !== null && part !== '').join('/'),
    version: textAt(component, 'version') || null, licence: licenceOf(component), supplier: supplierOf(component),
    purl, identified: ['purl', 'cpe', 'swid', 'omniborId'].some((key) => isGiven(at(component, key))),
    digests: items(at(component, 'hashes')).map((hash) => textAt(hash, 'content')).filter((hash) => hash !== null),
    model: kind === 'model' ? modelPart(component) : kind === 'dataset' ? dataPart(component) : null,
  };
}

function supplierOf(component: Spot): string | null {
  return supplierName(nameOf(at(component, 'supplier')) ?? textAt(component, 'publisher') ?? nameOf(at(component, 'manufacturer')));
}

function licenceOf(component: Spot): string | null {
  return statedLicence(items(at(component, 'licenses')).map((choice) => textAt(choice, 'expression') ?? textAt(choice, 'license', 'id') ?? textAt(choice, 'license', 'name')));
}

function modelPart(component: Spot): ModelPart {
  const card = at(component, 'modelCard');
  const datasets = datasetsOf(card);
  const considerations = at(card, 'considerations');
  return {
    card: members(card).some(([key]) => key !== 'bom-ref'), metrics: items(at(card, 'quantitativeAnalysis', 'performanceMetrics')).length,
    sensitiveData: sensitivity(datasets), energy: items(at(considerations, 'environmentalConsiderations', 'energyConsumptions')).length > 0,
    risk: null, trainedOn: datasets.map((dataset) => textAt(dataset, 'ref') ?? textAt(dataset, 'name')).filter((name) => name !== null),
  };
}

function datasetsOf(card: Spot): readonly Spot[] {
  return items(at(card, 'modelParameters', 'datasets'));
}

function dataPart(component: Spot): ModelPart {
  const data = oneOrMany(at(component, 'data'));
  return { card: data.some((one) => members(one).some(([key]) => key !== 'bom-ref' && key !== 'type')), metrics: 0, sensitiveData: sensitivity(data), energy: false, risk: null, trainedOn: [] };
}

/** True where kinds of sensitive data are named; nothing is said where the field is missing everywhere. */
function sensitivity(datasets: readonly Spot[]): boolean | null {
  const stated = datasets.filter((dataset) => isGiven(at(dataset, 'sensitiveData')));
  return stated.length === 0 ? null : stated.some((dataset) => textsAt(dataset, 'sensitiveData').some((text) => text !== '' && !/^none$/i.test(text)));
}

/** A model was made from the datasets that its card refers to. */
function trainingEdges(component: Spot): readonly BomEdge[] {
  const to = textAt(component, 'bom-ref');
  return to === null ? [] : datasetsOf(at(component, 'modelCard')).flatMap((dataset) => {
    const from = textAt(dataset, 'ref');
    return from === null ? [] : [{ place: placeOf(dataset), from, to }];
  });
}

/** A list up to 1.4, an object with components and services since 1.5. */
function toolsIn(root: Spot): readonly string[] {
  const tools = at(root, 'metadata', 'tools');
  const list = Array.isArray(tools.value) ? items(tools) : [...items(at(tools, 'components')), ...items(at(tools, 'services'))];
  return list.map((tool) => [textAt(tool, 'name'), textAt(tool, 'version')].filter((part) => part !== null && part !== '').join(' ')).filter((name) => name !== '').slice(0, 20);
}
