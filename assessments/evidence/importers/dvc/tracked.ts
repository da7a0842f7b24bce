import type { Fact } from '../../facts.ts';
import type { Reading } from '../../importer.ts';
import { plainAddress } from '../../plain-address.ts';
import { type Spot, at, isMapping, items, members, placeOf, saysTrue, textAt } from '../../spot.ts';
import { type HashedEntry, edgeFacts, hashedEntries, snapshotFact } from './entries.ts';

const ownKeys: ReadonlySet<string> = new Set(['outs', 'deps', 'md5', 'frozen', 'locked', 'wdir', 'meta', 'desc', 'cmd', 'always_changed']);

/** Outputs with a path; without the name `*.dvc` also no key that is not DVC's, and a digest. */
export function isTracked(root: Spot): boolean {
  const outs = items(at(root, 'outs'));
  if (outs.length === 0 || !outs.every((out) => isMapping(out.value) && textAt(out, 'path') !== null)) return false;
  if (/\.dvc$|(?:^|\/)Dvcfile$/.test(root.file)) return true;
  return members(root).every(([key]) => ownKeys.has(key)) && outs.every((out) => textAt(out, 'md5') !== null || textAt(out, 'etag') !== null);
}

/** The tracked files; where they were imported, also from where. */
export function trackedReading(root: Spot): Reading {
  const workingDirectory = textAt(root, 'wdir');
  const outs = hashedEntries(at(root, 'outs'), workingDirectory);
  const sources = items(at(root, 'deps')).map((dep) => sourceOf(dep, workingDirectory)).filter((source) => source !== null);
  const frozen = saysTrue(root, 'frozen') || saysTrue(root, 'locked');
  const facts: readonly Fact[] = [
    ...outs.map((out) => snapshotFact(out, { stage: null, sources: sources.map(({ path }) => path), frozen })),
    ...edgeFacts([{ stage: null, recorded: true, from: sources, to: outs }]).facts,
  ];
  return {
    facts, diagnostics: [],
    fragments: outs.map((out) => ({ set: 'dvc', key: '', part: 'tracked', name: out.path, value: { path: out.path, digest: out.digest }, place: placeOf(out.spot) })),
  };
}

/** An address, a path of another repository at a revision, or a file of this one. */
function sourceOf(dep: Spot, workingDirectory: string | null): Pick<HashedEntry, 'path' | 'digest'> | null {
  const repository = textAt(dep, 'repo', 'url');
  const written = textAt(dep, 'path');
  if (repository !== null) {
    const revision = textAt(dep, 'repo', 'rev_lock') ?? textAt(dep, 'repo', 'rev');
    return { path: `${plainAddress(repository)}/${written ?? ''}${revision === null ? '' : `@${revision}`}`, digest: null };
  }
  const [entry] = hashedEntries({ ...dep, value: [dep.value] }, workingDirectory);
  return entry ?? null;
}
