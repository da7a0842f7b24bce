import type { PackageRequirement } from '../../package-requirement.ts';
import { type Spot, at, isMapping, isWritten, items, members, textAt } from '../../spot.ts';
import { type PackageList, resolved } from './package-list.ts';

/** Lock files of Poetry, uv and PDM (TOML); null where the document is none. */
export function tomlLock(root: Spot): PackageList | null {
  if (!isWritten(at(root, 'package'))) return isPoetry(root) ? poetryLock(root) : null;
  if (isPoetry(root)) return poetryLock(root);
  if (textAt(root, 'metadata', 'lock_version') !== null) return pdmLock(root);
  return textAt(root, 'version') !== null && (textAt(root, 'requires-python') !== null || items(at(root, 'package')).some((one) => isMapping(at(one, 'source').value))) ? uvLock(root) : null;
}

function isPoetry(root: Spot): boolean {
  const metadata = at(root, 'metadata');
  return ['content-hash', 'python-versions'].every((key) => textAt(metadata, key) !== null);
}

function poetryLock(root: Spot): PackageList {
  const older = [at(root, 'metadata', 'files'), at(root, 'metadata', 'hashes')];
  const packages = named(root, (one, name) => resolved(name, textAt(one, 'version'), {
    hashed: hasHashes(at(one, 'files')) || older.some((files) => hasHashes(at(files, name))),
    source: ['git', 'url', 'directory', 'file'].includes(textAt(one, 'source', 'type') ?? ''),
  }));
  return { system: 'poetry', locked: true, packages, runtimeVersion: textAt(root, 'metadata', 'python-versions') };
}

function pdmLock(root: Spot): PackageList {
  const packages = named(root, (one, name) => resolved(name, textAt(one, 'version'), { hashed: hasHashes(at(one, 'files')), source: ['git', 'url', 'path'].some((key) => isWritten(at(one, key))) }));
  return { system: 'pdm', locked: true, packages, runtimeVersion: textAt(root, 'metadata', 'requires_python') };
}

/** The project itself is listed too and does not count. */
function uvLock(root: Spot): PackageList {
  const packages = named(root, (one, name) => {
    const source = at(one, 'source');
    if (['editable', 'virtual'].some((key) => textAt(source, key) === '.')) return null;
    return resolved(name, textAt(one, 'version'), {
      hashed: textAt(one, 'sdist', 'hash') !== null || items(at(one, 'wheels')).some((wheel) => textAt(wheel, 'hash') !== null),
      source: isMapping(source.value) && !isWritten(at(source, 'registry')),
    });
  });
  return { system: 'uv', locked: true, packages, runtimeVersion: textAt(root, 'requires-python') };
}

function named(root: Spot, read: (one: Spot, name: string) => PackageRequirement | null): readonly PackageRequirement[] {
  return items(at(root, 'package')).flatMap((one) => {
    const name = textAt(one, 'name');
    return name === null ? [] : read(one, name) ?? [];
  });
}

/** A list of files with their digests, or of digests. */
function hasHashes(files: Spot): boolean {
  return items(files).some((file) => textAt(file, 'hash') !== null || textAt(file) !== null);
}

/** Pipfile.lock (JSON): what is needed to run, and to develop. */
export function pipenvLock(root: Spot): PackageList | null {
  if (!isMapping(at(root, '_meta').value) || !isMapping(at(root, 'default').value)) return null;
  const packages = ['default', 'develop'].flatMap((group) => members(at(root, group)).map(([name, one]) => (
    resolved(name, textAt(one, 'version')?.replace(/^==/, '') ?? null, { hashed: hasHashes(at(one, 'hashes')), source: ['git', 'path', 'file'].some((key) => isWritten(at(one, key))) })
  )));
  return { system: 'pipenv', locked: true, packages, runtimeVersion: textAt(root, '_meta', 'requires', 'python_full_version') ?? textAt(root, '_meta', 'requires', 'python_version') };
}
