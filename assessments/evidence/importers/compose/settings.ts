import type { Setting } from '../../secrets/secret-use.ts';
import { type Spot, at, isMapping, items, members, textAt } from '../../spot.ts';

/** The variables a service is given, written as a mapping or as a list of `NAME=value`; null where only the name stands. */
export function settingsOf(service: Spot): readonly Setting[] {
  const environment = at(service, 'environment');
  if (isMapping(environment.value)) return members(environment).map(([name, value]) => ({ name, value: textAt(value) }));
  return items(environment).flatMap((item) => {
    const [, name, value] = /^([^=\s]+)(?:=([\s\S]*))?$/.exec(textAt(item) ?? '') ?? [];
    return name === undefined ? [] : [{ name, value: value ?? null }];
  });
}

/** Secrets of the specification that a service is given, by name. */
export function namedSecrets(service: Spot): readonly string[] {
  return items(at(service, 'secrets')).flatMap((secret) => textAt(secret) ?? textAt(secret, 'source') ?? []);
}
