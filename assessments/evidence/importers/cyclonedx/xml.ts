import type { Bom, BomComponent, BomEdge, ModelPart } from '../../bom/bom.ts';
import { statedLicence, supplierName } from '../../bom/written.ts';
import { instantOf } from '../../instant.ts';
import { type XmlElement, elementsNamed } from '../../xml-document.ts';
import { childrenNamed, textOfChild, valueOf } from '../../xml-value.ts';
import { completeness, kindOf } from './json.ts';

export function isBomXml({ name, namespace }: XmlElement): boolean {
  return name === 'bom' && namespace.startsWith('http://cyclonedx.org/schema/bom/');
}

/** A CycloneDX document in XML. */
export function bomOfXml(root: XmlElement, file: string): Bom {
  const [metadata] = childrenNamed(root, 'metadata');
  const subject = metadata === undefined ? undefined : childrenNamed(metadata, 'component')[0];
  const components = [...(subject === undefined ? [] : partsOf(subject)), ...partsOf(root)];
  const vulnerabilities = within(root, 'vulnerabilities', 'vulnerability');
  const edges = components.flatMap((component) => trainingEdges(component, file));
  return {
    place: { file, lines: root.lines }, format: 'cyclonedx', formatVersion: root.namespace.split('/').at(-1) ?? null, documentId: valueOf(root, 'serialNumber'),
    subject: subject === undefined ? null : componentOf(subject, file), components: components.map((component) => componentOf(component, file)),
    relations: within(root, 'dependencies', 'dependency').reduce((sum, dependency) => sum + childrenNamed(dependency, 'dependency').length, 0),
    vulnerabilities: vulnerabilities.length, analysed: vulnerabilities.filter((one) => childrenNamed(one, 'analysis').some((analysis) => textOfChild(analysis, 'state') !== null)).length,
    complete: completeness(within(root, 'compositions', 'composition').map((composition) => textOfChild(composition, 'aggregate'))),
    signed: root.children.some(({ name }) => name === 'Signature'),
    tools: metadata === undefined ? [] : toolsIn(metadata), at: metadata === undefined ? null : instantOf(textOfChild(metadata, 'timestamp')), edges,
  };
}

function within(element: XmlElement, list: string, item: string): readonly XmlElement[] {
  return childrenNamed(element, list).flatMap((one) => childrenNamed(one, item));
}

function partsOf(element: XmlElement): readonly XmlElement[] {
  return within(element, 'components', 'component').flatMap((component) => [component, ...partsOf(component)]);
}

function componentOf(component: XmlElement, file: string): BomComponent {
  const purl = textOfChild(component, 'purl');
  const kind = kindOf(valueOf(component, 'type'));
  return {
    place: { file, lines: component.lines }, reference: valueOf(component, 'bom-ref') ?? '', kind,
    name: [textOfChild(component, 'group'), textOfChild(component, 'name')].filter((part) => part !== null).join('/'),
    version: textOfChild(component, 'version'), licence: licenceOf(component), supplier: supplierName(supplierOf(component)),
    purl, identified: purl !== null || textOfChild(component, 'cpe') !== null || childrenNamed(component, 'swid').length > 0,
    digests: within(component, 'hashes', 'hash').map(({ text }) => text.trim()).filter((hash) => hash !== ''),
    model: kind === 'model' || kind === 'dataset' ? modelPart(component) : null,
  };
}

function supplierOf(component: XmlElement): string | null {
  const [supplier] = childrenNamed(component, 'supplier');
  return (supplier === undefined ? null : textOfChild(supplier, 'name')) ?? textOfChild(component, 'publisher');
}

function licenceOf(component: XmlElement): string | null {
  const choices = childrenNamed(component, 'licenses').flatMap(({ children }) => children);
  return statedLicence(choices.map((choice) => (choice.name === 'expression' ? choice.text.trim() : textOfChild(choice, 'id') ?? textOfChild(choice, 'name'))));
}

function modelPart(component: XmlElement): ModelPart {
  const cards = childrenNamed(component, 'modelCard');
  const named = (name: string) => cards.flatMap((card) => elementsNamed(card, name));
  const sensitive = [...named('sensitiveData'), ...childrenNamed(component, 'data').flatMap((data) => elementsNamed(data, 'sensitiveData'))];
  return {
    card: cards.some(({ children }) => children.length > 0) || childrenNamed(component, 'data').some(({ children }) => children.length > 0),
    metrics: named('performanceMetric').length, sensitiveData: sensitive.length === 0 ? null : sensitive.some(({ text }) => text.trim() !== '' && !/^none$/i.test(text.trim())),
    energy: named('energyConsumption').length > 0, risk: null,
    trainedOn: datasetsIn(component).map((dataset) => textOfChild(dataset, 'ref') ?? textOfChild(dataset, 'name')).filter((name) => name !== null),
  };
}

function datasetsIn(component: XmlElement): readonly XmlElement[] {
  const parameters = childrenNamed(component, 'modelCard').flatMap((card) => childrenNamed(card, 'modelParameters'));
  return parameters.flatMap((one) => childrenNamed(one, 'datasets')).flatMap(({ children }) => children);
}

function trainingEdges(component: XmlElement, file: string): readonly BomEdge[] {
  const to = valueOf(component, 'bom-ref');
  return to === null ? [] : datasetsIn(component).flatMap((dataset): readonly BomEdge[] => {
    const from = textOfChild(dataset, 'ref');
    return from === null ? [] : [{ place: { file, lines: dataset.lines }, from, to }];
  });
}

function toolsIn(metadata: XmlElement): readonly string[] {
  const tools = childrenNamed(metadata, 'tools').flatMap((list) => [...childrenNamed(list, 'tool'), ...within(list, 'components', 'component'), ...within(list, 'services', 'service')]);
  return tools.map((tool) => [textOfChild(tool, 'name'), textOfChild(tool, 'version')].filter((part) => part !== null).join(' ')).filter((name) => name !== '').slice(0, 20);
}
