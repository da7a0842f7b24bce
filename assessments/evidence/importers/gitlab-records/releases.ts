import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { isWholeCommit } from '../../digest.ts';
import type { Fact, FactOf } from '../../facts.ts';
import { artifactKind } from '../../hosting/artifact-kind.ts';
import { instantOf } from '../../instant.ts';
import { type Spot, at, items, placeOf, textAt } from '../../spot.ts';
import { unstatedArtifact, unstatedRelease } from '../../unstated-delivery.ts';
import { repositoryOf } from './record.ts';

/** A release as the interface gives it, with the files it links; the archives of the source are no artefacts. */
export function releaseFacts(spot: Spot): readonly Fact[] {
  return factsOf(spot, textAt(spot, 'tag_name') ?? '', textAt(spot, 'released_at') ?? textAt(spot, 'created_at'));
}

/** A release as its webhook tells it; a deleted one is no release any more. */
export function releaseEventFacts(spot: Spot): readonly Fact[] {
  return textAt(spot, 'action') === 'delete' ? [] : factsOf(spot, textAt(spot, 'tag') ?? '', textAt(spot, 'released_at') ?? textAt(spot, 'created_at'));
}

function factsOf(spot: Spot, release: string, published: string | null): readonly Fact[] {
  const repository = repositoryOf(spot);
  const written = textAt(spot, 'commit', 'id');
  const commit = written !== null && isWholeCommit(written) ? written.toLowerCase() : null;
  const bundle: FactOf<'release.bundle'> = {
    type: 'release.bundle', place: placeOf(spot), ...unstatedRelease, release, repository, commit, hashesWhole: commit !== null,
    content: bytesToHex(sha256(utf8ToBytes(JSON.stringify([repository, release, commit])))), createdAt: instantOf(published),
  };
  const links = items(at(spot, 'assets', 'links'));
  return [bundle, ...links.map((link): FactOf<'build.artifact'> => {
    const name = textAt(link, 'name') ?? '';
    const kind = textAt(link, 'link_type') === 'image' ? 'container' : textAt(link, 'link_type') === 'package' ? 'package' : artifactKind(name);
    return { type: 'build.artifact', place: placeOf(link), ...unstatedArtifact, release, repository, commit, artifact: name, artifactVersion: release, kind, system: 'hosting-release', published: true };
  })];
}
