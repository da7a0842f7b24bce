import type { Documents } from '../documents.ts';
import { wholeDigest } from '../digest.ts';
import type { Fact, FactOf } from '../facts.ts';
import type { Importer } from '../importer.ts';
import { isPlaceholder } from '../placeholder.ts';
import { type Spot, at, isMapping, members, placeOf, rootSpots, textAt, wholeAt } from '../spot.ts';

/** `dataset_infos.json` of Hugging Face datasets (version 1 and 2): sizes and checksums of each configuration. */
export const datasetInfos: Importer = {
  id: 'dataset-infos',
  title: { zh: 'dataset_infos.json 数据集信息', en: 'dataset_infos.json' },
  recognises: (file, documents) => infosIn(file.path, documents) !== null,
  read: (file, documents) => {
    const root = infosIn(file.path, documents);
    return { facts: root === null ? [] : infosFacts(root), diagnostics: [] };
  },
};

function infosIn(path: string, documents: Documents): Spot | null {
  const [root, ...others] = rootSpots(path, documents);
  if (root === undefined || others.length > 0) return null;
  const configurations = members(root);
  return configurations.length > 0 && configurations.every(([, one]) => isMapping(at(one, 'splits').value) && isMapping(at(one, 'features').value) && (isMapping(at(one, 'download_checksums').value) || textAt(one, 'builder_name') !== null)) ? root : null;
}

function infosFacts(root: Spot): readonly Fact[] {
  const configurations = members(root);
  const snapshots = configurations.map(([name, one]) => snapshotFact(one, name, configurations.length === 1));
  const [first] = configurations.map(([, one]) => one);
  const dataset = first === undefined ? null : textAt(first, 'builder_name');
  const told = ['description', 'citation', 'homepage', 'license', 'features'].map((key) => ({ key, filled: configurations.some(([, one]) => isMapping(at(one, key).value) || !isPlaceholder(textAt(one, key))) }));
  const card: FactOf<'data.card'> = {
    type: 'data.card', place: placeOf(root), also: [], dataset, datasetVersion: snapshots[0]?.datasetVersion ?? null, datasetHash: null,
    name: dataset ?? root.file, format: 'dataset-infos', formatVersion: null, licence: snapshots[0]?.licence ?? null,
    sections: told.filter(({ filled }) => filled).map(({ key }) => key), emptySections: told.filter(({ filled }) => !filled).map(({ key }) => key), placeholders: 0,
    splits: configurations.flatMap(([name, one]) => members(at(one, 'splits')).map(([split]) => (configurations.length > 1 ? `${name}/${split}` : split))).slice(0, 200),
    records: total(snapshots.map(({ records }) => records)), bytes: total(snapshots.map(({ bytes }) => bytes)), sources: [],
    hashed: snapshots.every(({ hashed }) => hashed), provenance: false, personalData: false, bias: false, limitations: false, intendedUse: false, annotation: false, contact: false,
  };
  return [card, ...snapshots];
}

/** One configuration; its digest where it was made of one download. */
function snapshotFact(one: Spot, configuration: string, isOnly: boolean): FactOf<'data.snapshot'> {
  const downloads = members(at(one, 'download_checksums')).map(([address, download]) => ({ address, hash: wholeDigest(textAt(download, 'checksum')) }));
  const hashes = downloads.map(({ hash }) => hash).filter((hash) => hash !== null);
  const [only] = downloads.length === 1 ? downloads : [];
  const records = splitTotal(one, 'num_examples');
  return {
    type: 'data.snapshot', place: placeOf(one), also: [], release: null, run: null,
    dataset: nameOf(one, configuration, isOnly), datasetVersion: versionOf(one), datasetHash: only?.hash ?? null,
    system: 'huggingface', role: 'unstated', path: only?.address ?? null, stage: null,
    bytes: wholeAt(one, 'dataset_size') ?? splitTotal(one, 'num_bytes'), files: downloads.length || null, records, empty: records === 0,
    hashAlgorithm: hashes.length > 0 ? 'sha256' : null, hashed: hashes.length > 0 && hashes.length === downloads.length,
    storage: null, sources: [], licence: licenceOf(one), frozen: false, at: null,
  };
}

function licenceOf(one: Spot): string | null {
  const licence = textAt(one, 'license');
  return isPlaceholder(licence) ? null : licence;
}

function versionOf(one: Spot): string | null {
  return textAt(one, 'version', 'version_str') ?? textAt(one, 'version');
}

/** Configurations are parts of the dataset; the only one is the dataset. */
function nameOf(one: Spot, configuration: string, isOnly: boolean): string {
  const builder = textAt(one, 'builder_name');
  if (builder === null || builder === configuration) return configuration;
  return isOnly ? builder : `${builder}/${configuration}`;
}

function splitTotal(one: Spot, key: string): number | null {
  return total(members(at(one, 'splits')).map(([, split]) => wholeAt(split, key)));
}

function total(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}
