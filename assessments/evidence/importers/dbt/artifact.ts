import { type Spot, textAt } from '../../spot.ts';

/** `https://schemas.getdbt.com/dbt/manifest/v12.json` names what an artifact is. */
export function isArtifact(root: Spot, name: string): boolean {
  return new RegExp(`/dbt/${name}/v[0-9]{1,3}\\.json$`).test(textAt(root, 'metadata', 'dbt_schema_version') ?? '');
}

/** `model.shop.orders` is orders, `source.shop.raw.orders` is raw.orders; a test's name ends in a digest of its own. */
export function shortName(uniqueId: string): string {
  const [kind = '', , ...name] = uniqueId.split('.');
  return (kind === 'test' ? name[0] : name.join('.')) ?? uniqueId;
}

export function kindOfNode(uniqueId: string): string {
  return uniqueId.slice(0, Math.max(0, uniqueId.indexOf('.')));
}
