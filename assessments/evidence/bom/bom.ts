import { wholeDigest } from '../digest.ts';
import type { Fact, FactOf } from '../facts.ts';
import { imageReference } from '../image-reference.ts';
import type { Place } from '../place.ts';
import { frameworksOf } from '../package-requirement.ts';
import { isPlaceholder } from '../placeholder.ts';
import { releaseOfPath } from '../release-of-path.ts';

/** A bill of materials as any of the formats has it, before it is counted. */
export type Bom = Pick<FactOf<'sbom.document'>, 'format' | 'formatVersion' | 'documentId' | 'relations' | 'vulnerabilities' | 'analysed' | 'complete' | 'signed' | 'tools' | 'at' | 'place'> & {
  /** What it says it is a list of. */
  readonly subject: BomComponent | null;
  /** Everything listed, parts of parts too; with the subject where the format lists it among the rest (SPDX). */
  readonly components: readonly BomComponent[];
  /** What was made from what, by reference. */
  readonly edges: readonly BomEdge[];
};

export type BomComponent = {
  readonly place: Place;
  /** How relations name it; '' where they cannot. */
  readonly reference: string;
  readonly kind: 'model' | 'dataset' | 'container' | 'other';
  readonly name: string;
  readonly version: string | null;
  readonly licence: string | null;
  readonly supplier: string | null;
  readonly purl: string | null;
  /** A package URL, CPE or the like. */
  readonly identified: boolean;
  readonly digests: readonly string[];
  readonly model: ModelPart | null;
};

/** What is said of a model or dataset beyond its name. */
export type ModelPart = Pick<FactOf<'sbom.component'>, 'card' | 'sensitiveData' | 'energy' | 'risk' | 'metrics'> & {
  /** Names or references of the datasets it was trained on. */
  readonly trainedOn: readonly string[];
};

export type BomEdge = { readonly place: Place; readonly from: string; readonly to: string };

/** The document in numbers, every model and dataset in it, and what was made from what. */
export function bomFacts(bom: Bom): readonly Fact[] {
  const { subject, components } = bom;
  const all = subject === null || components.includes(subject) ? components : [subject, ...components];
  const named = new Map(all.flatMap((one) => (one.reference === '' ? [] : [[one.reference, one] as const])));
  const parts = all.flatMap((one): readonly Fact[] => (one.kind === 'model' || one.kind === 'dataset' ? [componentFact(one, one.kind, named)] : []));
  return [documentFact(bom, all), ...parts, ...bom.edges.flatMap((edge) => edgeFact(edge, named, bom.format))];
}

function documentFact({ subject, components, edges: _edges, ...stated }: Bom, all: readonly BomComponent[]): FactOf<'sbom.document'> {
  const having = (test: (component: BomComponent) => boolean) => components.filter(test).length;
  const release = releaseOfPath(stated.place.file);
  return {
    type: 'sbom.document', ...stated, also: [], release, ...imageOf(subject),
    describes: subject === null || isPlaceholder(subject.name) ? null : subject.version === null ? subject.name : `${subject.name}@${subject.version}`,
    components: components.length, models: all.filter(({ kind }) => kind === 'model').length, datasets: all.filter(({ kind }) => kind === 'dataset').length,
    frameworks: frameworksOf(components.map(({ name, version }) => ({ name: name.toLowerCase().replaceAll(/[._-]+/g, '-'), version, firmness: version === null ? 'free' : /^[<>=~^!*]/.test(version) ? 'range' : 'exact' }))),
    versioned: having(({ version }) => version !== null), hashed: having(({ digests }) => digests.length > 0),
    licensed: having(({ licence }) => licence !== null), identified: having(({ identified }) => identified),
  };
}

/** A list of an image names the image, with its digest as version or in the package URL. */
function imageOf(subject: BomComponent | null): Pick<FactOf<'sbom.document'>, 'image' | 'imageDigest'> {
  if (subject?.kind !== 'container') return { image: null, imageDigest: null };
  const { image, digest } = imageReference(subject.name);
  const stated = /sha256(?::|%3A)([0-9a-f]{64})/i.exec(`${subject.version ?? ''} ${subject.purl ?? ''}`)?.[1]?.toLowerCase() ?? null;
  return { image: image === '' ? null : image, imageDigest: digest ?? stated };
}

const unsaid: ModelPart = { card: false, trainedOn: [], metrics: 0, sensitiveData: null, energy: false, risk: null };

function componentFact(component: BomComponent, kind: 'model' | 'dataset', named: ReadonlyMap<string, BomComponent>): FactOf<'sbom.component'> {
  const { place, name, version, licence, supplier, purl } = component;
  const { trainedOn, ...said } = component.model ?? unsaid;
  return {
    type: 'sbom.component', place, also: [], ...identityOf(component, kind), kind, name, version, licence, supplier, purl, ...said,
    trainedOn: [...new Set(trainedOn.map((reference) => named.get(reference)?.name ?? reference))],
  };
}

/** The component as a model or as a dataset that other files may name too. */
function identityOf({ name, version, digests }: BomComponent, kind: 'model' | 'dataset'): Pick<FactOf<'sbom.component'>, 'model' | 'modelVersion' | 'modelHash' | 'dataset' | 'datasetVersion' | 'datasetHash'> {
  const stated = isPlaceholder(name) ? null : name;
  const hash = digests.map(wholeDigest).find((digest) => digest !== null) ?? null;
  return kind === 'model'
    ? { model: stated, modelVersion: version, modelHash: hash, dataset: null, datasetVersion: null, datasetHash: null }
    : { model: null, modelVersion: null, modelHash: null, dataset: stated, datasetVersion: version, datasetHash: hash };
}

const edgeKinds = { model: 'model', dataset: 'data', container: 'artifact', other: 'artifact' } as const;

function edgeFact({ place, from, to }: BomEdge, named: ReadonlyMap<string, BomComponent>, system: string): readonly FactOf<'lineage.edge'>[] {
  const [source, target] = [named.get(from), named.get(to)];
  if (source === undefined || target === undefined) return [];
  return [{
    type: 'lineage.edge', place, also: [], run: null, from: source.name, fromKind: edgeKinds[source.kind], fromHash: wholeDigest(source.digests[0] ?? null),
    to: target.name, toKind: edgeKinds[target.kind], toHash: wholeDigest(target.digests[0] ?? null), by: null, system, recorded: false,
  }];
}
