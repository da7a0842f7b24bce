import { type Spot, at, isMapping, items, textAt } from '../../spot.ts';

/** A Kubernetes object: where it stands, and what it says it is. `group` is '' for the core group. */
export type KubernetesObject = {
  readonly spot: Spot;
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string | null;
};

const apiVersionForm = /^(?:([a-z0-9.-]+)\/)?(v[0-9]+(?:(?:alpha|beta)[0-9]+)?)$/;

/** The objects of a document: itself, or what a `List` wraps (also typed lists such as `DeploymentList`), nested once at most. */
export function objectsIn(root: Spot): readonly KubernetesObject[] {
  const object = objectAt(root);
  if (object === null) return [];
  const wraps = object.kind.endsWith('List') && Array.isArray(at(root, 'items').value);
  return wraps ? items(at(root, 'items')).map((item) => objectAt(item)).filter((item) => item !== null) : [object];
}

function objectAt(spot: Spot): KubernetesObject | null {
  const kind = textAt(spot, 'kind');
  const form = apiVersionForm.exec(textAt(spot, 'apiVersion') ?? '');
  if (!isMapping(spot.value) || kind === null || form === null) return null;
  return {
    spot, kind, group: form[1] ?? '', version: form[2] ?? '',
    name: textAt(spot, 'metadata', 'name') ?? textAt(spot, 'metadata', 'generateName') ?? '',
    namespace: textAt(spot, 'metadata', 'namespace'),
  };
}
