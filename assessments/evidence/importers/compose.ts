import type { Documents } from '../documents.ts';
import type { Fact } from '../facts.ts';
import type { Importer } from '../importer.ts';
import { secretFacts } from '../secrets/secret-use.ts';
import { type Spot, at, isMapping, isWritten, members, placeOf, rootSpots } from '../spot.ts';
import { namedSecrets, settingsOf } from './compose/settings.ts';
import { serviceFacts } from './compose/services.ts';

/** Files of the Compose Specification: docker-compose.yml, compose.yaml, their overrides, and stacks of a swarm. */
export const compose: Importer = {
  id: 'compose',
  title: { zh: 'Docker Compose 文件', en: 'Docker Compose file' },
  recognises: (file, documents) => composeRoot(file.path, documents) !== null,
  read: (file, documents) => {
    const root = composeRoot(file.path, documents);
    return { facts: root === null ? [] : composeFacts(root), diagnostics: [] };
  },
};

/** Keys the specification has at the top; extensions begin with `x-`. */
const topKeys: ReadonlySet<string> = new Set(['version', 'name', 'services', 'networks', 'volumes', 'configs', 'secrets', 'include', 'models']);

function composeRoot(path: string, documents: Documents): Spot | null {
  if (documents.kind !== 'yaml' && documents.kind !== 'json') return null;
  const [root, ...others] = rootSpots(path, documents).filter(({ value }) => value !== null);
  if (root === undefined || others.length > 0 || !isMapping(root.value)) return null;
  const services = members(at(root, 'services'));
  const known = Object.keys(root.value).every((key) => topKeys.has(key) || key.startsWith('x-'));
  return known && services.length > 0 && services.every(([, service]) => isService(service)) ? root : null;
}

/** An override may leave out image and build; then it must say something else that only services say. */
function isService(service: Spot): boolean {
  return isMapping(service.value) && ['image', 'build', 'extends', 'ports', 'volumes', 'environment', 'env_file', 'depends_on', 'command', 'deploy'].some((key) => isWritten(at(service, key)));
}

function composeFacts(root: Spot): readonly Fact[] {
  const services = members(at(root, 'services'));
  const settings = services.flatMap(([, service]) => settingsOf(service));
  return [
    ...services.flatMap(([name, service]) => serviceFacts(root, name, service)),
    ...secretFacts(placeOf(root), 'compose', services.flatMap(([, service]) => namedSecrets(service)), settings),
  ];
}
