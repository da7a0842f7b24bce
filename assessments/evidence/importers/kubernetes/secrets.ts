import type { FactOf } from '../../facts.ts';
import { type Setting, secretFacts } from '../../secrets/secret-use.ts';
import { type Spot, at, isGiven, isMapping, items, members, placeOf, textAt } from '../../spot.ts';
import type { KubernetesObject } from './object.ts';

/** Objects that only name what lies in a store or is encrypted for the cluster. */
const stores: ReadonlySet<string> = new Set(['ExternalSecret', 'ClusterExternalSecret', 'SealedSecret', 'SecretProviderClass']);
const deepest = 12;

/**
 * The secrets of a manifest: `secretKeyRef` and `secretRef` in the environment of containers, objects that name a store,
 * and values written out there or in a Secret (base64 hides nothing).
 */
export function manifestSecrets(objects: readonly KubernetesObject[]): readonly FactOf<'secret.use'>[] {
  const [first] = objects;
  if (first === undefined) return [];
  const found: { readonly named: string[]; readonly settings: Setting[] } = { named: [], settings: [] };
  for (const { kind, name, spot } of objects) {
    if (stores.has(kind)) found.named.push(name);
    else if (kind === 'Secret') found.settings.push(...[at(spot, 'stringData'), at(spot, 'data')].flatMap((data) => members(data).map(([key, value]): Setting => ({ name: key, value: textAt(value) ?? '' }))));
    else gather(spot, 0, found);
  }
  return secretFacts({ ...placeOf(first.spot) }, 'kubernetes', found.named, found.settings);
}

/** Environments at any depth: of containers, init containers, model blocks and templates. */
function gather(parent: Spot, depth: number, found: { readonly named: string[]; readonly settings: Setting[] }): void {
  if (depth > deepest) return;
  if (isMapping(parent.value)) {
    for (const variable of items(at(parent, 'env'))) addVariable(variable, found);
    found.named.push(...items(at(parent, 'envFrom')).flatMap((source) => textAt(source, 'secretRef', 'name') ?? []));
  }
  const inner = isMapping(parent.value) ? members(parent).map(([, member]) => member) : items(parent);
  for (const member of inner) {
    if (typeof member.value === 'object' && member.value !== null) gather(member, depth + 1, found);
  }
}

function addVariable(variable: Spot, found: { readonly named: string[]; readonly settings: Setting[] }): void {
  const name = textAt(variable, 'name');
  if (name === null) return;
  if (isGiven(at(variable, 'valueFrom', 'secretKeyRef'))) found.named.push(name);
  else if (isGiven(at(variable, 'value'))) found.settings.push({ name, value: textAt(variable, 'value') ?? '' });
}
