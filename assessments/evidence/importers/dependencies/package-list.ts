import type { FactOf } from '../../facts.ts';
import { type PackageRequirement, frameworksOf } from '../../package-requirement.ts';
import type { Place } from '../../place.ts';

type Lock = FactOf<'dependency.lock'>;

/** What a file says of the packages something needs. */
export type PackageList = Pick<Lock, 'system' | 'locked' | 'runtimeVersion'> & { readonly packages: readonly PackageRequirement[] };

/** The packages in numbers. */
export function lockFact({ system, locked, runtimeVersion, packages }: PackageList, place: Place): Lock {
  const counted = (firmness: PackageRequirement['firmness']): number => packages.filter((one) => one.firmness === firmness).length;
  return {
    type: 'dependency.lock', place, also: [],
    system, file: place.file, locked,
    packages: packages.length, pinned: counted('exact'), ranged: counted('range'), free: counted('free'),
    hashed: packages.filter(({ hashed }) => hashed).length, fromSource: counted('source'),
    runtimeVersion, frameworks: frameworksOf(packages),
  };
}

/** A package that a resolver wrote down with its version; `source` where it comes from a repository, path or address. */
export function resolved(name: string, version: string | null, more: { readonly hashed: boolean; readonly source: boolean }): PackageRequirement {
  return { name, version, firmness: more.source ? 'source' : version === null ? 'free' : 'exact', hashed: more.hashed };
}

/** A Python environment as it is written down. */
export function pythonEnvironment(place: Place, name: string, system: string, { packages, runtimeVersion }: PackageList): FactOf<'environment.definition'> {
  const unpinned = packages.filter(({ firmness }) => firmness !== 'exact').length;
  return {
    type: 'environment.definition', place, also: [], image: null, imageDigest: null,
    name, kind: 'python', system, stage: 'unstated', runtimeVersion,
    pinned: packages.length > 0 && unpinned === 0, packages: packages.length, unpinned, stages: null,
    unprivileged: false, healthChecked: false,
    cpus: null, memoryBytes: null, gpus: null, nodes: null, hardware: null, autoscaled: false, protected: false, location: null,
  };
}
