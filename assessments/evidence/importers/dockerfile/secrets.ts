import type { FactOf } from '../../facts.ts';
import type { Place } from '../../place.ts';
import { type Setting, secretFacts } from '../../secrets/secret-use.ts';
import type { Instruction } from './instructions.ts';

/** Secrets of a build: mounted by `RUN --mount=type=secret`, or written into ENV and ARG, where they stay in the image. An ARG without a value says nothing. */
export function imageSecrets(place: Place, instructions: readonly Instruction[]): readonly FactOf<'secret.use'>[] {
  const mounted = instructions.flatMap(({ flags }) => {
    const mount = flags['mount'] ?? '';
    return mount.includes('type=secret') ? [/(?:^|,)id=([^,]+)/.exec(mount)?.[1] ?? 'secret'] : [];
  });
  return secretFacts(place, 'dockerfile', mounted, instructions.filter(({ word }) => word === 'ENV' || word === 'ARG').flatMap(({ rest }) => settingsIn(rest)));
}

/** `NAME=value …`, or the older `NAME value`. */
function settingsIn(rest: string): readonly Setting[] {
  const text = rest.slice(0, 5_000);
  const pairs = [...text.matchAll(/(?:^|\s)([A-Za-z_]\w*)=("[^"]*"|'[^']*'|\S*)/g)].map(([, name = '', value = '']): Setting => ({ name, value: value.replace(/^(["'])(.*)\1$/s, '$2') }));
  const [, name, value] = pairs.length === 0 ? /^([A-Za-z_]\w*)\s+(\S.*)$/s.exec(text.trim()) ?? [] : [];
  return name === undefined || value === undefined ? pairs : [{ name, value }];
}
