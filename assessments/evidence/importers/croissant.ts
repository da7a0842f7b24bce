import { bytesWritten } from '../byte-size.ts';
import type { Documents } from '../documents.ts';
import type { Fact, FactOf } from '../facts.ts';
import type { Importer } from '../importer.ts';
import { isPlaceholder } from '../placeholder.ts';
import { type Spot, at, isGiven, items, members, oneOrMany, placeOf, rootSpots, textAt, textsAt } from '../spot.ts';
import { isFileObject, snapshotFact, statesDigest } from './croissant/files.ts';
import { derivations } from './croissant/derivations.ts';

/** Croissant (MLCommons) JSON-LD of datasets, 0.8 to 1.1. */
export const croissant: Importer = {
  id: 'croissant',
  title: { zh: 'Croissant 数据集元数据', en: 'Croissant dataset metadata' },
  recognises: (file, documents) => datasetIn(file.path, documents) !== null,
  read: (file, documents) => {
    const root = datasetIn(file.path, documents);
    return { facts: root === null ? [] : datasetFacts(root), diagnostics: [] };
  },
};

function datasetIn(path: string, documents: Documents): Spot | null {
  const [root, ...others] = rootSpots(path, documents);
  if (root === undefined || others.length > 0 || !isGiven(at(root, '@context'))) return null;
  const isDataset = textsAt(root, '@type').some((type) => /^(?:sc:|schema:|https?:\/\/schema\.org\/)?Dataset$/.test(type));
  return isDataset && (versionOf(root) !== null || recordSets(root).some(isRecordSet) || distribution(root).some(isFileObject)) ? root : null;
}

/** `http://mlcommons.org/croissant/1.1` gives 1.1; 0.8 knows no conformsTo, only its own vocabulary. */
function versionOf(root: Spot): string | null {
  const stated = [...textsAt(root, 'conformsTo'), ...textsAt(root, 'dct:conformsTo'), ...oneOrMany(at(root, 'conformsTo')).map((one) => textAt(one, '@id') ?? '')];
  const version = stated.map((address) => /mlcommons\.org\/croissant\/([0-9][0-9.]{0,9})/i.exec(address)?.[1]).find((found) => found !== undefined);
  return version ?? (members(at(root, '@context')).some(([, term]) => textAt(term)?.startsWith('http://mlcommons.org/schema/')) ? '0.8' : null);
}

function distribution(root: Spot): readonly Spot[] {
  return oneOrMany(at(root, 'distribution'));
}

function recordSets(root: Spot): readonly Spot[] {
  return [...oneOrMany(at(root, 'recordSet')), ...oneOrMany(at(root, 'cr:recordSet'))];
}

function isRecordSet(spot: Spot): boolean {
  return textsAt(spot, '@type').some((type) => /RecordSet$/.test(type));
}

function datasetFacts(root: Spot): readonly Fact[] {
  const card = cardFact(root);
  const subject = { dataset: card.dataset, datasetVersion: card.datasetVersion, licence: card.licence, sources: card.sources };
  const files = distribution(root).filter((file) => isFileObject(file) && !isGiven(at(file, 'containedIn')));
  return [card, ...files.map((file) => snapshotFact(file, files.length === 1, subject)), ...derivations(root, card.name)];
}

function cardFact(root: Spot): FactOf<'data.card'> {
  const name = textAt(root, 'name');
  const dataset = isPlaceholder(name) ? null : name;
  const statements = statementsIn(root);
  const files = distribution(root).filter(isFileObject);
  const top = files.filter((file) => !isGiven(at(file, 'containedIn')));
  return {
    type: 'data.card', place: placeOf(root), also: [], dataset, datasetVersion: textAt(root, 'version'), datasetHash: null,
    name: dataset ?? root.file, format: 'croissant', formatVersion: versionOf(root), licence: licenceOf(root),
    sections: statements.filter(({ filled }) => filled).map(({ name: key }) => key), emptySections: statements.filter(({ filled }) => !filled).map(({ name: key }) => key),
    placeholders: statements.filter(({ filled }) => !filled).length + files.filter((file) => isGiven(at(file, 'sha256')) && !statesDigest(file)).length,
    splits: splitsIn(root), records: null, bytes: sumOf(files.map((file) => bytesWritten(textAt(file, 'contentSize')))),
    sources: sourcesOf(root), hashed: top.length > 0 && top.every(statesDigest), ...topicsOf(statements),
  };
}

type Statement = { readonly name: string; readonly filled: boolean };

/** What the dataset says of itself in words, responsible AI fields included; structure apart. */
function statementsIn(root: Spot): readonly Statement[] {
  const structure = /^@|^(?:name|distribution|recordSet|cr:recordSet|conformsTo|dct:conformsTo|url|sameAs|version|isLiveDataset|inLanguage|keywords)$/;
  return members(root).filter(([key]) => !structure.test(key)).map(([key, value]) => ({ name: key, filled: tells(value) }));
}

function tells(spot: Spot): boolean {
  return oneOrMany(spot).some((one) => (textAt(one) === null ? members(one).some(([key, value]) => !key.startsWith('@') && tells(value)) : !isPlaceholder(textAt(one))));
}

/** Fields by their name without prefix: `dataBiases` in 0.8, `rai:dataBiases` later. */
function topicsOf(statements: readonly Statement[]): Pick<FactOf<'data.card'>, 'provenance' | 'personalData' | 'bias' | 'limitations' | 'intendedUse' | 'annotation' | 'contact'> {
  const says = (words: RegExp) => statements.some(({ name, filled }) => filled && words.test(name.slice(name.indexOf(':') + 1)));
  return {
    provenance: says(/^(?:dataCollection\w*|dataPreprocessingProtocol|dataImputationProtocol|wasDerivedFrom|wasGeneratedBy|isBasedOn)$/),
    personalData: says(/^personalSensitiveInformation$/), bias: says(/^(?:dataBiases|dataSocialImpact)$/), limitations: says(/^dataLimitations$/),
    intendedUse: says(/^dataUseCases$/), annotation: says(/^(?:dataAnnotation\w*|annotations?PerItem|annotatorDemographics|machineAnnotationTools)$/),
    contact: says(/^(?:creator|publisher|maintainer|contactPoint|author)$/),
  };
}

function licenceOf(root: Spot): string | null {
  const written = oneOrMany(at(root, 'license')).map((licence) => textAt(licence) ?? textAt(licence, 'name') ?? textAt(licence, 'url') ?? textAt(licence, '@id'));
  const stated = written.filter((text) => text !== null && !isPlaceholder(text));
  return stated.length === 0 ? null : stated.join(', ').slice(0, 300);
}

/** Names of the splits where a record set lists them, else of the record sets. */
function splitsIn(root: Spot): readonly string[] {
  const sets = recordSets(root);
  const listed = sets.filter((set) => textsAt(set, 'dataType').some((type) => /(?:^|:|\/)Split$/.test(type))).flatMap((set) => items(at(set, 'data')).flatMap((row) => members(row).filter(([key]) => /(?:split_)?name$/.test(key)).map(([, value]) => textAt(value))));
  const names = listed.length > 0 ? listed : sets.filter((set) => !isEnumeration(set)).map((set) => textAt(set, 'name') ?? textAt(set, '@id'));
  return [...new Set(names.filter((name) => name !== null))].slice(0, 200);
}

function isEnumeration(set: Spot): boolean {
  return textAt(set, 'isEnumeration') === 'true' || textsAt(set, 'dataType').some((type) => /Enumeration$/.test(type));
}

function sourcesOf(root: Spot): readonly string[] {
  const keys = ['isBasedOn', 'sc:isBasedOn', 'prov:wasDerivedFrom', 'wasDerivedFrom'];
  const named = keys.flatMap((key) => oneOrMany(at(root, key)).map((source) => textAt(source) ?? textAt(source, 'name') ?? textAt(source, 'prov:label') ?? textAt(source, 'url') ?? textAt(source, '@id')));
  return [...new Set(named.filter((text) => text !== null && !isPlaceholder(text)).map(String))];
}

function sumOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}
