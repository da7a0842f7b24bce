import type { Fact } from '../../facts.ts';
import { instantOf } from '../../instant.ts';
import { type Spot, at, items, members, oneOrMany, placeOf, textAt } from '../../spot.ts';
import { type VersionRecord, versionFacts } from './registry-facts.ts';

/** All versions where they are listed, else the latest ones. Aliases stand at the model, the version, or both. */
export function registeredModelFacts(model: Spot): readonly Fact[] {
  const all = items(at(model, 'versions'));
  const versions = all.length > 0 ? all : items(at(model, 'latest_versions'));
  const aliases = aliasesIn(at(model, 'aliases'));
  return versions.flatMap((version) => {
    const own = aliases.filter((alias) => alias.version === textAt(version, 'version')).map(({ alias }) => alias);
    return versionFacts({ ...versionOf(version, own), name: textAt(version, 'name') ?? textAt(model, 'name') ?? model.file }, placeOf(version));
  });
}

type Alias = { readonly alias: string; readonly version: string | null };

/** A list of alias and version, or a mapping of one to the other. */
function aliasesIn(spot: Spot): readonly Alias[] {
  const listed = items(spot).flatMap((item) => {
    const alias = textAt(item, 'alias');
    return alias === null ? [] : [{ alias, version: textAt(item, 'version') }];
  });
  return [...listed, ...members(spot).map(([alias, version]) => ({ alias, version: textAt(version) }))];
}

export function versionOf(version: Spot, aliases: readonly string[]): VersionRecord {
  const own = oneOrMany(at(version, 'aliases')).map((alias) => textAt(alias) ?? textAt(alias, 'alias')).filter((alias) => alias !== null);
  return {
    name: textAt(version, 'name') ?? version.file, version: textAt(version, 'version'), stage: textAt(version, 'current_stage'),
    aliases: [...new Set([...aliases, ...own])].sort(), status: textAt(version, 'status'), source: textAt(version, 'source'), run: textAt(version, 'run_id'),
    user: textAt(version, 'user_id'), described: (textAt(version, 'description') ?? '').trim() !== '',
    createdAt: instantOf(textAt(version, 'creation_timestamp')), updatedAt: instantOf(textAt(version, 'last_updated_timestamp')),
  };
}
