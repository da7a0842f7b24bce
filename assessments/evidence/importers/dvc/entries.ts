import { wholeDigest } from '../../digest.ts';
import type { FactOf } from '../../facts.ts';
import { type Spot, at, items, members, oneOrMany, placeOf, saysTrue, textAt, wholeAt } from '../../spot.ts';
import { kindOfPath, roleOfPath, tracedPath } from './paths.ts';

/** A path of a stage in dvc.yaml: a text, or a mapping of one path to its options. */
export type PathEntry = { readonly written: string; readonly spot: Spot; readonly options: Spot };

export function pathEntries(list: Spot): readonly PathEntry[] {
  return oneOrMany(list).flatMap((item): readonly PathEntry[] => {
    const text = textAt(item);
    if (text !== null) return [{ written: text, spot: item, options: { ...item, value: undefined } }];
    return members(item).map(([written, options]) => ({ written, spot: options, options }));
  });
}

/** A file or folder with its digest, as dvc.lock and *.dvc keep it. */
export type HashedEntry = {
  readonly spot: Spot;
  readonly path: string;
  readonly digest: string | null;
  readonly algorithm: string | null;
  readonly bytes: number | null;
  readonly files: number | null;
  readonly version: string | null;
  readonly empty: boolean;
  readonly remote: string | null;
};

const algorithms = ['md5', 'sha256', 'blake3', 'etag', 'checksum'] as const;

export function hashedEntries(list: Spot, workingDirectory: string | null): readonly HashedEntry[] {
  return items(list).flatMap((spot) => {
    const written = textAt(spot, 'path');
    return written === null ? [] : [hashedEntry(spot, tracedPath(spot.file, workingDirectory, written))];
  });
}

function hashedEntry(spot: Spot, path: string): HashedEntry {
  const { written, algorithm, version } = digestIn(spot);
  const [bytes, files] = [wholeAt(spot, 'size'), wholeAt(spot, 'nfiles') ?? listedIn(spot)];
  return {
    spot, path, digest: wholeDigest(written), algorithm, bytes, files, version,
    empty: bytes === 0 || files === 0 || written === 'd751713988987e9331980363e24189ce.dir',
    remote: textAt(spot, 'remote'),
  };
}

function listedIn(spot: Spot): number | null {
  const listed = items(at(spot, 'files')).length;
  return listed === 0 ? null : listed;
}

/** Where a cloud keeps the versions itself, the digest and the version stand under its name. */
function digestIn(spot: Spot): { readonly written: string | null; readonly algorithm: string | null; readonly version: string | null } {
  const cloud = members(at(spot, 'cloud'))[0]?.[1];
  const stated = [spot, ...(cloud === undefined ? [] : [cloud])].flatMap((holder) => algorithms.flatMap((algorithm) => {
    const written = textAt(holder, algorithm);
    return written === null ? [] : [{ written: written.replaceAll('"', ''), algorithm }];
  }));
  const version = textAt(spot, 'version_id') ?? (cloud === undefined ? null : textAt(cloud, 'version_id'));
  return { written: stated[0]?.written ?? null, algorithm: stated[0]?.algorithm ?? null, version };
}

/** One state of a tracked file; `stage` is the one that wrote it. */
export function snapshotFact(entry: HashedEntry, more: { readonly stage: string | null; readonly sources: readonly string[]; readonly frozen: boolean }): FactOf<'data.snapshot'> {
  return {
    type: 'data.snapshot', place: placeOf(entry.spot), also: [], release: null, run: more.stage,
    dataset: entry.path, datasetVersion: entry.version, datasetHash: entry.digest,
    system: 'dvc', role: roleOfPath(entry.path), path: entry.path, stage: more.stage,
    bytes: entry.bytes, files: entry.files, records: null, empty: entry.empty,
    hashAlgorithm: entry.algorithm, hashed: entry.digest !== null, storage: entry.remote,
    sources: more.sources, licence: null, frozen: more.frozen || saysTrue(entry.spot, 'frozen'), at: null,
  };
}

type End = { readonly path: string; readonly digest: string | null };

/** What a stage (or an import) makes of what it reads; the place of an edge is that of `spot`, or of its output. */
export type Making = { readonly stage: string | null; readonly recorded: boolean; readonly from: readonly End[]; readonly to: readonly (End & { readonly spot: Spot })[] };

/** More edges than a person can look through are not given one by one. */
const mostEdges = 2_000;

/** Every output with every input, up to a bound; `left` counts those beyond it. */
export function edgeFacts(makings: readonly Making[]): { readonly facts: readonly FactOf<'lineage.edge'>[]; readonly left: number } {
  const facts: FactOf<'lineage.edge'>[] = [];
  let all = 0;
  for (const making of makings) {
    all += making.from.length * making.to.length;
    const room = mostEdges - facts.length;
    facts.push(...making.to.slice(0, room).flatMap((to, index) => making.from.slice(0, Math.max(0, room - index * making.from.length)).map((from) => edgeFact(from, to, making))));
  }
  return { facts, left: all - facts.length };
}

function edgeFact(from: End, to: End & { readonly spot: Spot }, { stage, recorded }: Making): FactOf<'lineage.edge'> {
  return {
    type: 'lineage.edge', place: placeOf(to.spot), also: [], run: recorded ? stage : null,
    from: from.path, fromKind: kindOfPath(from.path), fromHash: from.digest,
    to: to.path, toKind: kindOfPath(to.path), toHash: to.digest,
    by: stage, system: 'dvc', recorded,
  };
}
