import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { isWholeCommit, wholeDigest } from '../../digest.ts';
import type { Fact, FactOf } from '../../facts.ts';
import { instantOf } from '../../instant.ts';
import { artifactKind } from '../../hosting/artifact-kind.ts';
import { type Spot, at, items, placeOf, saysTrue, textAt, wholeAt } from '../../spot.ts';
import { unstatedArtifact, unstatedRelease } from '../../unstated-delivery.ts';
import { type GithubRecord, repositoryOf } from './record.ts';

/** A release and the files that lie with it. A draft is not published. */
export function releaseFacts(record: GithubRecord): readonly Fact[] {
  const { spot } = record;
  const release = textAt(spot, 'tag_name') ?? '';
  const target = textAt(spot, 'target_commitish') ?? '';
  const repository = repositoryOf(record);
  const commit = isWholeCommit(target) ? target.toLowerCase() : null;
  const published = !saysTrue(spot, 'draft') && textAt(spot, 'published_at') !== null;
  const bundle: FactOf<'release.bundle'> = {
    type: 'release.bundle', place: placeOf(spot), ...unstatedRelease, release, repository, commit, hashesWhole: commit !== null,
    content: bytesToHex(sha256(utf8ToBytes(JSON.stringify([repository, release, target])))), createdAt: instantOf(textAt(spot, 'published_at') ?? textAt(spot, 'created_at')),
  };
  return [bundle, ...items(at(spot, 'assets')).map((asset) => assetFact(asset, { release, repository, commit, published }))];
}

type Owner = { readonly release: string; readonly repository: string | null; readonly commit: string | null; readonly published: boolean };

function assetFact(asset: Spot, { release, repository, commit, published }: Owner): FactOf<'build.artifact'> {
  const name = textAt(asset, 'name') ?? '';
  return {
    type: 'build.artifact', place: placeOf(asset), ...unstatedArtifact, release, repository, commit, artifact: name, artifactVersion: release, artifactHash: wholeDigest(textAt(asset, 'digest')),
    kind: artifactKind(name), system: 'hosting-release', published, bytes: wholeAt(asset, 'size'), at: instantOf(textAt(asset, 'created_at')),
  };
}
