import type { PackageRequirement } from '../../package-requirement.ts';
import { type Spot, at, isMapping, members, saysTrue, textAt } from '../../spot.ts';
import { type PackageList, resolved } from './package-list.ts';

/** package-lock.json and npm-shrinkwrap.json, with the flat list of version 2 and 3 or the tree of version 1; null where it is none. */
export function npmLock(root: Spot): PackageList | null {
  if (textAt(root, 'lockfileVersion') === null) return null;
  const flat = at(root, 'packages');
  if (isMapping(flat.value)) return { system: 'npm', locked: true, packages: flatPackages(flat), runtimeVersion: textAt(flat, '', 'engines', 'node') };
  return isMapping(at(root, 'dependencies').value) ? { system: 'npm', locked: true, packages: treePackages(root), runtimeVersion: null } : null;
}

/** The project itself has the empty key; links lead to folders beside it. */
function flatPackages(packages: Spot): readonly PackageRequirement[] {
  return members(packages).filter(([key, one]) => key !== '' && !saysTrue(one, 'link')).map(([key, one]) => packageAt(textAt(one, 'name') ?? key.split('node_modules/').at(-1) ?? key, one));
}

function treePackages(node: Spot): readonly PackageRequirement[] {
  return members(at(node, 'dependencies')).flatMap(([name, one]) => [packageAt(name, one), ...treePackages(one)]);
}

function packageAt(name: string, one: Spot): PackageRequirement {
  const version = textAt(one, 'version');
  const from = textAt(one, 'resolved') ?? version ?? '';
  return resolved(name, version, { hashed: textAt(one, 'integrity') !== null, source: /^(?:git|file|github|link)[+:]/.test(from) });
}
