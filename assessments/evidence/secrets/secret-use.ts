import type { FactOf } from '../facts.ts';
import type { Place } from '../place.ts';
import { holdsPassword, isPlainSecret, isSecretName } from './secret-names.ts';

/** A setting of an environment, as it is written: `value` null where only its name is given, to be passed on. */
export type Setting = { readonly name: string; readonly value: string | null };

const mostNames = 100;

/** What a file says of its secrets, as one fact; none where it names none. Values are looked at and never kept. */
export function secretFacts(place: Place, system: string, named: readonly string[], settings: readonly Setting[]): readonly FactOf<'secret.use'>[] {
  const byName = told([...named, ...settings.filter(isReferred).map(({ name }) => name)]);
  const inPlain = told(settings.filter(isWrittenOut).map(({ name }) => name));
  return byName.length + inPlain.length === 0 ? [] : [{ type: 'secret.use', place, also: [], name: place.file, system, byName, inPlain }];
}

/** The whole value is a variable, without a value to fall back on, or the name of a file that holds it. */
function isReferred({ name, value }: Setting): boolean {
  if (/_FILE$/.test(name)) return isSecretName(name.slice(0, -'_FILE'.length));
  if (!isSecretName(name)) return false;
  return value === null || /^\$(?:\w+|\{\w+(?::?\?[^}]*|:?-)?\})$/.test(value.trim());
}

function isWrittenOut({ name, value }: Setting): boolean {
  return value !== null && value !== '' && ((isSecretName(name) && isPlainSecret(value)) || holdsPassword(value));
}

function told(names: readonly string[]): readonly string[] {
  return [...new Set(names.map((name) => name.slice(0, 200).toWellFormed()))].slice(0, mostNames);
}
