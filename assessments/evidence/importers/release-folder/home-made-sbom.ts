import type { Documents } from '../../documents.ts';
import { instantOf } from '../../instant.ts';
import { frameworksOf } from '../../package-requirement.ts';
import { releaseOfPath } from '../../release-of-path.ts';
import { releaseRecord } from '../../sets/release-record.ts';
import { type Spot, at, isGiven, isMapping, items, placeOf, textAt } from '../../spot.ts';
import { keysAmong, onlyMapping } from './keys.ts';
import type { RecordShape } from './record-shape.ts';

/** `{artifacts: [{name, version …}], source: {type, generated_at}}` without the marks of CycloneDX, SPDX or Syft: a list of packages that a script wrote. */
export const homeMadeSbom: RecordShape = {
  recognises: (file, documents) => packagesIn(onlyMapping(file.path, documents)) !== null,
  read: (file, documents: Documents) => {
    const root = onlyMapping(file.path, documents);
    const packages = packagesIn(root);
    if (root === null || packages === null) return { facts: [], fragments: [] };
    const stating = (...keys: readonly string[]) => packages.filter((one) => keys.some((key) => isGiven(at(one, key)))).length;
    const release = releaseOfPath(file.path) ?? textAt(root, 'metadata', 'pipeline_run_id');
    return {
      facts: [{
        type: 'sbom.document', place: placeOf(root), also: [], release, image: null, imageDigest: null,
        format: 'home-made', formatVersion: textAt(root, 'metadata', 'version'), describes: textAt(root, 'metadata', 'component') ?? textAt(root, 'source', 'target'), documentId: textAt(root, 'metadata', 'id'),
        components: packages.length, models: 0, datasets: 0, frameworks: frameworksOf(packages.map(named)),
        versioned: stating('version'), hashed: stating('hash', 'hashes', 'sha256', 'digest'), licensed: stating('license', 'licenses', 'licence'), identified: stating('purl', 'cpe'),
        relations: 0, vulnerabilities: 0, analysed: 0, complete: null, signed: false, tools: [], at: instantOf(textAt(root, 'source', 'generated_at') ?? textAt(root, 'generated_at')),
      }],
      fragments: releaseRecord(file, 'sbom', placeOf(root)),
    };
  },
};

/** The list is sometimes wrapped a second time under the same key. */
function packagesIn(root: Spot | null): readonly Spot[] | null {
  if (root === null || keysAmong(root, ['bomFormat', 'spdxVersion', '@context', 'descriptor', 'schema', 'SPDXID']) > 0 || !isMapping(at(root, 'source').value)) return null;
  const outer = ['artifacts', 'packages', 'components'].map((key) => at(root, key)).find(isGiven);
  if (outer === undefined) return null;
  const list = isMapping(outer.value) ? ['artifacts', 'packages', 'components'].map((key) => at(outer, key)).find(isGiven) ?? outer : outer;
  const packages = items(list);
  return packages.length > 0 && packages.every((one) => keysAmong(one, ['name', 'version']) === 2) ? packages : null;
}

function named(one: Spot): Parameters<typeof frameworksOf>[0][number] {
  return { name: (textAt(one, 'name') ?? '').toLowerCase().replaceAll(/[._-]+/g, '-'), version: textAt(one, 'version'), firmness: 'exact' };
}
