import type { FactOf } from '../../facts.ts';
import { instantOf } from '../../instant.ts';
import { repositoryName } from '../../repository-name.ts';
import { type Spot, at, items, textAt } from '../../spot.ts';

type Build = Pick<FactOf<'provenance.statement'>, 'builder' | 'buildType' | 'entryPoint' | 'repository' | 'commit' | 'run' | 'startedAt' | 'at'>;

/** Who built what from which source, in SLSA 0.1 (recipe), 0.2 (invocation) and 1 (buildDefinition, runDetails). */
export function buildOf(statement: Spot): Build {
  const predicate = at(statement, 'predicate');
  const source = sourceOf(statement);
  const uri = textAt(source, 'uri') ?? textAt(predicate, 'buildDefinition', 'externalParameters', 'workflow', 'repository');
  const metadata = [at(predicate, 'metadata'), at(predicate, 'runDetails', 'metadata')];
  return {
    builder: first(predicate, ['builder', 'id'], ['runDetails', 'builder', 'id']),
    buildType: first(predicate, ['buildType'], ['recipe', 'type'], ['buildDefinition', 'buildType']),
    entryPoint: first(predicate, ['invocation', 'configSource', 'entryPoint'], ['recipe', 'entryPoint'], ['buildDefinition', 'externalParameters', 'workflow', 'path'], ['buildDefinition', 'externalParameters', 'configPath']),
    repository: repositoryName(uri), commit: commitOf(source), run: runOf(metadata),
    startedAt: momentIn(metadata, 'buildStartedOn', 'startedOn'), at: momentIn(metadata, 'buildFinishedOn', 'finishedOn'),
  };
}

/** What the build was given: materials, or resolved dependencies since version 1. */
export function materialsOf(statement: Spot): readonly Spot[] {
  const predicate = at(statement, 'predicate');
  return [...items(at(predicate, 'materials')), ...items(at(predicate, 'buildDefinition', 'resolvedDependencies'))];
}

function first(spot: Spot, ...paths: readonly (readonly string[])[]): string | null {
  return paths.map((path) => textAt(spot, ...path)).find((text) => text !== null && text !== '') ?? null;
}

/** The source of the build: where it is named as such, else the first input that is a repository with a commit. */
function sourceOf(statement: Spot): Spot {
  const predicate = at(statement, 'predicate');
  const named = [at(predicate, 'invocation', 'configSource'), at(predicate, 'buildDefinition', 'externalParameters', 'source')].find((spot) => textAt(spot, 'uri') !== null);
  const materials = materialsOf(statement);
  return named ?? materials.find((material) => commitOf(material) !== null && repositoryName(textAt(material, 'uri')) !== null) ?? at(statement, 'predicate', 'source');
}

function commitOf(source: Spot): string | null {
  const written = textAt(source, 'digest', 'gitCommit') ?? textAt(source, 'digest', 'sha1');
  return written !== null && /^[0-9a-f]{7,64}$/i.test(written) ? written : null;
}

/** The number of a run of GitHub Actions, with or without its attempt; any other id as it stands. */
function runOf(metadata: readonly Spot[]): string | null {
  const written = metadata.map((one) => first(one, ['buildInvocationId'], ['buildInvocationID'], ['invocationId'])).find((text) => text !== null) ?? null;
  if (written === null) return null;
  return /\/actions\/runs\/([0-9]+)/.exec(written)?.[1] ?? /^([0-9]+)-[0-9]+$/.exec(written)?.[1] ?? written;
}

function momentIn(metadata: readonly Spot[], ...keys: readonly string[]): string | null {
  return metadata.flatMap((one) => keys.map((key) => instantOf(textAt(one, key)))).find((moment) => moment !== null) ?? null;
}
