import { bytesWritten } from '../../byte-size.ts';
import { wholeDigest } from '../../digest.ts';
import type { FactOf } from '../../facts.ts';
import { plainAddress } from '../../plain-address.ts';
import { type Spot, placeOf, textAt, textsAt } from '../../spot.ts';

type Snapshot = FactOf<'data.snapshot'>;

export function isFileObject(spot: Spot): boolean {
  return textsAt(spot, '@type').some((type) => /(?:^|:|\/)FileObject$/.test(type));
}

/** A whole digest stands there; addresses of an issue and the like are placeholders. */
export function statesDigest(file: Spot): boolean {
  return digestOf(file) !== null;
}

function digestOf(file: Spot): { readonly algorithm: string; readonly hash: string } | null {
  for (const algorithm of ['sha256', 'sha512', 'sha1', 'md5']) {
    const hash = wholeDigest(textAt(file, algorithm));
    if (hash !== null) return { algorithm, hash };
  }
  return null;
}

/** A file of the distribution as one state of the dataset; where there are several, each is a part of it with a name of its own. */
export function snapshotFact(file: Spot, isOnly: boolean, subject: Pick<Snapshot, 'dataset' | 'datasetVersion' | 'licence' | 'sources'>): Snapshot {
  const digest = digestOf(file);
  const bytes = bytesWritten(textAt(file, 'contentSize'));
  const path = addressOf(file);
  const name = textAt(file, 'name') ?? textAt(file, '@id') ?? '';
  return {
    type: 'data.snapshot', place: placeOf(file), also: [], release: null, run: null, ...subject, dataset: isOnly ? subject.dataset : partName(subject.dataset, name), datasetHash: digest?.hash ?? null,
    system: 'croissant', role: roleOf(name), path, stage: null,
    bytes, files: null, records: null, empty: bytes === 0, hashAlgorithm: digest?.algorithm ?? null, hashed: digest !== null,
    storage: storageOf(path), frozen: false, at: null,
  };
}

/** The address without account, or the path inside the dataset. */
function addressOf(file: Spot): string | null {
  const written = textAt(file, 'contentUrl');
  return written === null ? null : plainAddress(written);
}

function storageOf(path: string | null): string | null {
  return path !== null && /^[a-z][a-z0-9+.-]*:/i.test(path) ? path : null;
}

function partName(dataset: string | null, name: string): string | null {
  return name === '' ? dataset : [dataset, name].filter((part) => part !== null).join('/');
}

function roleOf(name: string): Snapshot['role'] {
  const words = `_${name.toLowerCase().replaceAll(/[^a-z]+/g, '_')}_`;
  if (/_train(?:ing)?_/.test(words)) return 'training';
  if (/_(?:valid|validation|val|dev)_/.test(words)) return 'validation';
  return /_test_/.test(words) ? 'test' : 'unstated';
}
