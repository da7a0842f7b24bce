import type { FactOf } from '../../facts.ts';
import { isSecretName } from '../../secrets/secret-names.ts';
import { type Setting, secretFacts } from '../../secrets/secret-use.ts';
import { type Spot, at, isMapping, members, placeOf, textAt } from '../../spot.ts';
import { type Job, commandsOf } from './jobs.ts';

/**
 * The secrets of a pipeline: `secrets` of a job (Vault and others), variables that scripts use although no file gives them
 * a value (CI/CD variables of the project, masked or not), and variables whose value is written out.
 */
export function pipelineSecrets(root: Spot, jobs: readonly Job[]): readonly FactOf<'secret.use'>[] {
  const settings = [at(root, 'variables'), ...jobs.map(({ spot }) => at(spot, 'variables'))].flatMap(variablesIn);
  const written = new Set(settings.map(({ name }) => name));
  const stored = jobs.flatMap(({ spot }) => members(at(spot, 'secrets')).map(([name]) => name));
  const used = jobs.flatMap(({ setting }) => ['before_script', 'script', 'after_script'].flatMap((key) => commandsOf(root, setting(key)))).flatMap(({ text }) => variablesUsed(text));
  return secretFacts(placeOf(root), 'gitlab-ci', [...stored, ...used.filter((name) => isSecretName(name) && !written.has(name))], settings);
}

/** A variable is a value, or a mapping of value and description. */
function variablesIn(variables: Spot): readonly Setting[] {
  if (!isMapping(variables.value)) return [];
  return members(variables).flatMap(([name, spot]) => {
    const value = textAt(spot) ?? textAt(spot, 'value');
    return value === null ? [] : [{ name, value }];
  });
}

function variablesUsed(command: string): readonly string[] {
  return [...command.slice(0, 20_000).matchAll(/\$\{?([A-Z][A-Z0-9_]{2,99})\b/g)].map(([, name = '']) => name);
}
