import { type Spot, at, isGiven, isMapping, textAt } from '../../spot.ts';

/** The name of the schema a document says it follows (`pipelineJob`, `managedOnlineDeployment`); of the commonest without one, by their keys. Null where it is none of Azure ML. */
export function schemaOf(root: Spot): string | null {
  const written = textAt(root, '$schema') ?? '';
  const named = /azuremlschemas[^\s]*\/(\w+)\.schema\.json$/i.exec(written.slice(0, 300))?.[1];
  if (named !== undefined) return named;
  if (written !== '') return null;
  if (['endpoint_name', 'instance_type', 'model'].every((key) => isGiven(at(root, key)))) return 'managedOnlineDeployment';
  return isPipelineJob(root) ? 'pipelineJob' : null;
}

/** Jobs by name that run on a compute of the platform. */
function isPipelineJob(root: Spot): boolean {
  const compute = textAt(root, 'compute') ?? textAt(root, 'settings', 'default_compute') ?? '';
  return textAt(root, 'type') === 'pipeline' && isMapping(at(root, 'jobs').value) && compute.startsWith('azureml:');
}

/** `azureml:name:3`, `azureml:name@latest`, `azureml://registries/r/models/name/versions/3` taken apart; null where it is another kind of text. */
export function assetReference(written: string | null): { readonly name: string; readonly version: string | null } | null {
  const [, name, version = null] = /^azureml:(?!\/\/)([^:@]+)(?:[:@](.+))?$/.exec(written ?? '') ?? [];
  if (name !== undefined) return { name, version };
  const [, asset, of = null] = /^azureml:\/\/.*\/(?:models|environments|data|components)\/([^/]+)(?:\/(?:versions|labels)\/([^/]+))?$/.exec((written ?? '').slice(0, 500)) ?? [];
  return asset === undefined ? null : { name: asset, version: of };
}
