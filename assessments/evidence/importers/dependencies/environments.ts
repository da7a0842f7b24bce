import type { Fact } from '../../facts.ts';
import { condaRequirement, pythonRequirement } from '../../package-requirement.ts';
import { type Spot, at, isMapping, isWritten, items, members, placeOf, textAt, textsAt } from '../../spot.ts';
import { type PackageList, lockFact, pythonEnvironment, resolved } from './package-list.ts';

/** Facts of a conda environment, of MLflow's python_env or of a conda lock; null where the document is none of them. */
export function environmentFacts(root: Spot): readonly Fact[] | null {
  if (isCondaEnvironment(root)) return declared(root, textAt(root, 'name') ?? root.file, 'conda', condaList(root));
  if (isPythonEnvironment(root)) return declared(root, root.file, 'python_env', pythonList(root), textsAt(root, 'dependencies').some(takesInFile));
  return isCondaLock(root) ? [lockFact(condaLock(root), placeOf(root))] : null;
}

/** Whether everything is pinned cannot be told where more packages stand in another file. */
function declared(root: Spot, name: string, system: string, list: PackageList, more = false): readonly Fact[] {
  const environment = pythonEnvironment(placeOf(root), name, system, list);
  if (more) return [{ ...environment, pinned: false }, ...(list.packages.length === 0 ? [] : [lockFact(list, placeOf(root))])];
  return list.packages.length === 0 ? [environment] : [environment, lockFact(list, placeOf(root))];
}

function onlyKeys(root: Spot, allowed: readonly string[]): boolean {
  return members(root).every(([key]) => allowed.includes(key));
}

/** `dependencies` is a list of texts and of `pip:` lists; a Helm chart lists mappings and has more keys. */
function isCondaEnvironment(root: Spot): boolean {
  const dependencies = items(at(root, 'dependencies'));
  if (dependencies.length === 0 || !onlyKeys(root, ['name', 'channels', 'dependencies', 'prefix', 'variables', 'platforms', 'category'])) return false;
  if (!isWritten(at(root, 'channels')) && !isWritten(at(root, 'name'))) return false;
  return dependencies.every((one) => textAt(one) !== null || isWritten(at(one, 'pip')) || one.value === null);
}

function condaList(root: Spot): PackageList {
  const dependencies = items(at(root, 'dependencies'));
  const conda = dependencies.flatMap((one) => condaRequirement(textAt(one) ?? '') ?? []);
  const pip = dependencies.flatMap((one) => textsAt(one, 'pip')).flatMap((written) => pythonRequirement(written) ?? []);
  const python = conda.find(({ name }) => name === 'python');
  return { system: 'conda', locked: false, packages: [...conda, ...pip], runtimeVersion: python?.version?.replace(/^=+/, '') ?? null };
}

function isPythonEnvironment(root: Spot): boolean {
  return textAt(root, 'python') !== null && (isWritten(at(root, 'build_dependencies')) || isWritten(at(root, 'dependencies'))) && onlyKeys(root, ['python', 'build_dependencies', 'dependencies']);
}

function takesInFile(line: string): boolean {
  return /^(?:-r|--requirement)\b/.test(line);
}

/** What `-r requirements.txt` takes in is told by that file. */
function pythonList(root: Spot): PackageList {
  const written = [...textsAt(root, 'build_dependencies'), ...textsAt(root, 'dependencies')].filter((line) => !takesInFile(line));
  return { system: 'pip', locked: false, packages: written.map(pythonRequirement).filter((one) => one !== null), runtimeVersion: textAt(root, 'python') };
}

function isCondaLock(root: Spot): boolean {
  return isMapping(at(root, 'metadata').value) && items(at(root, 'package')).some((one) => textAt(one, 'manager') !== null && textAt(one, 'platform') !== null);
}

function condaLock(root: Spot): PackageList {
  const packages = items(at(root, 'package')).flatMap((one) => {
    const name = textAt(one, 'name');
    return name === null ? [] : [resolved(name, textAt(one, 'version'), { hashed: isMapping(at(one, 'hash').value), source: false })];
  });
  return { system: 'conda', locked: true, packages, runtimeVersion: packages.find(({ name }) => name === 'python')?.version ?? null };
}
