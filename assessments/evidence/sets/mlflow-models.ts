import type { Fact } from '../facts.ts';
import type { Fragment } from '../fragment.ts';
import { unstatedVersion, versionFacts } from '../importers/mlflow/registry-facts.ts';
import { plainAddress } from '../plain-address.ts';
import { folderOf } from '../release-of-path.ts';
import type { Whole } from './assembler.ts';
import { textIn, valueIn } from './fragment-value.ts';

/** Registered versions with the aliases that lie in files of their own, and models that were only logged. */
export function storedModelFacts(whole: Whole): readonly Fact[] {
  const aliases = Map.groupBy(whole.of('alias'), ({ value }) => `${textIn(value, 'model') ?? ''}\n${textIn(value, 'version') ?? ''}`);
  return [
    ...whole.of('version-meta').flatMap((version) => registeredFacts(version, aliases.get(`${folderOf(version.name)}\n${textIn(version.value, 'version') ?? ''}`) ?? [])),
    ...whole.of('logged-model').map(loggedFact),
  ];
}

function registeredFacts({ value, place }: Fragment, aliases: readonly Fragment[]): readonly Fact[] {
  const text = (key: string) => textIn(value, key);
  const record = {
    name: text('name') ?? '', version: text('version'), stage: text('stage'), aliases: aliases.map((alias) => textIn(alias.value, 'alias') ?? ''), status: text('status'),
    source: text('source'), run: text('run'), user: text('user'), described: valueIn(value, 'described') === true, createdAt: text('createdAt'), updatedAt: text('updatedAt'),
  };
  return versionFacts(record, place, aliases.map((alias) => alias.place));
}

function loggedFact({ value, place }: Fragment): Fact {
  const uri = textIn(value, 'uri');
  return {
    ...unstatedVersion(place, 'mlflow-model'), model: textIn(value, 'name'), modelVersion: textIn(value, 'id'), run: textIn(value, 'run'), status: textIn(value, 'status'),
    uri: uri === null ? null : plainAddress(uri), deleted: valueIn(value, 'deleted') === true, createdAt: textIn(value, 'createdAt'), updatedAt: textIn(value, 'updatedAt'),
  };
}
