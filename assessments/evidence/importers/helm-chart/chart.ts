import { wholeDigest } from '../../digest.ts';
import type { Fact, FactOf } from '../../facts.ts';
import { instantOf } from '../../instant.ts';
import { repositoryName } from '../../repository-name.ts';
import { type Spot, at, isWritten, items, placeOf, textAt, textsAt } from '../../spot.ts';
import { unstatedArtifact } from '../../unstated-delivery.ts';

/** apiVersion v1 or v2 (of the chart, not of an object), a name and a version; an object of Kubernetes has a kind. */
export function isChart(root: Spot): boolean {
  return ['v1', 'v2'].includes(textAt(root, 'apiVersion') ?? '') && textAt(root, 'name') !== null && textAt(root, 'version') !== null && !isWritten(at(root, 'kind')) && !isWritten(at(root, 'metadata'));
}

/** The chart as something built, and the charts it depends on. */
export function chartFacts(root: Spot): readonly Fact[] {
  const name = textAt(root, 'name') ?? '';
  const chart: FactOf<'build.artifact'> = {
    type: 'build.artifact', place: placeOf(root), ...unstatedArtifact, repository: textsAt(root, 'sources').map(repositoryName).find((one) => one !== null) ?? null,
    artifact: name, artifactVersion: textAt(root, 'version'), kind: 'chart', system: 'helm',
  };
  const dependencies = items(at(root, 'dependencies'));
  return [chart, ...(dependencies.length === 0 ? [] : [dependencyFact(at(root, 'dependencies'), dependencies, false)])];
}

/** `Chart.lock`: what the ranges were resolved to, and a digest over it. */
export function isLock(root: Spot): boolean {
  return /^sha256:[0-9a-f]{64}$/.test(textAt(root, 'digest') ?? '') && isWritten(at(root, 'generated')) && Array.isArray(at(root, 'dependencies').value);
}

export function lockFacts(root: Spot): readonly Fact[] {
  const dependencies = items(at(root, 'dependencies'));
  const lock = dependencyFact(root, dependencies, true);
  return [{ ...lock, hashed: wholeDigest(textAt(root, 'digest')) === null || instantOf(textAt(root, 'generated')) === null ? 0 : lock.packages }];
}

/** `1.2.3` is one version, `^1.2`, `~1`, `1.x` and `>=1` are ranges. */
function dependencyFact(spot: Spot, dependencies: readonly Spot[], locked: boolean): FactOf<'dependency.lock'> {
  const versions = dependencies.map((one) => textAt(one, 'version'));
  const pinned = versions.filter((version) => version !== null && /^v?[0-9]+\.[0-9]+\.[0-9]+(?:[-+][\w.+-]+)?$/.test(version)).length;
  const free = versions.filter((version) => version === null || version === '' || version === '*').length;
  return {
    type: 'dependency.lock', place: placeOf(spot), also: [], system: 'other', file: spot.file, locked, packages: versions.length, pinned, ranged: versions.length - pinned - free, free, hashed: 0,
    fromSource: dependencies.filter((one) => (textAt(one, 'repository') ?? '').startsWith('file:')).length, runtimeVersion: null, frameworks: [],
  };
}
