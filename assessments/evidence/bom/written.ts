import { type Spot, at, isMapping, items, oneOrMany, textAt } from '../spot.ts';

/** A licence that says nothing is none. */
export function statedLicence(written: readonly (string | null)[]): string | null {
  const stated = written.filter((licence) => licence !== null && licence !== '' && !/^(?:NOASSERTION|NONE|unknown)$/i.test(licence));
  return stated.length === 0 ? null : [...new Set(stated)].join(', ').slice(0, 300);
}

/** `Organization: ACME (info@acme.example)` gives ACME; people are not named. */
export function supplierName(written: string | null): string | null {
  const text = (written ?? '').slice(0, 500).trim();
  if (text === '' || /^(?:NOASSERTION|NONE|Person:)/i.test(text)) return null;
  return text.replace(/^(?:Organization|Tool):\s*/i, '').replace(/\s*\([^()]*@[^()]*\)\s*$/, '').slice(0, 200).toWellFormed();
}

/** All components of a list and of those inside them, in document order. */
export function nested(list: readonly Spot[], key: string): readonly Spot[] {
  return list.flatMap((one) => (isMapping(one.value) ? [one, ...nested(items(at(one, key)), key)] : []));
}

/** The name of a party that may be written as a text or as an object with a name. */
export function nameOf(spot: Spot): string | null {
  return textAt(spot) ?? textAt(spot, 'name') ?? oneOrMany(spot).map((one) => textAt(one, 'name')).find((name) => name !== null) ?? null;
}
