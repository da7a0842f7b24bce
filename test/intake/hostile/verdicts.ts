import type { FileReading } from '#assessments';
import type { TakenIn } from '../../../electron/intake/ledger.ts';

/**
 * What became of every offered path, in a few words: `refused link`; `taken`, with the importer that read it and what
 * was told about it; and for an archive what became of what is in it, counted: `taken | inside: taken 2, link 1`.
 */
export function verdictsOf({ files, refusals, warnings }: TakenIn, readings: readonly FileReading[]): Readonly<Record<string, string>> {
  const byPath = new Map(readings.map((reading) => [reading.path, reading]));
  const fates = [
    ...files.map(({ path }) => ({ path, fate: 'taken', told: [byPath.get(path)?.importer, ...(byPath.get(path)?.diagnostics ?? []).map(({ kind }) => kind), ...warnings.filter((warning) => warning.path === path).map(({ kind }) => kind)] })),
    ...refusals.map(({ path, kind }) => ({ path, fate: path.includes('!/') ? kind : `refused ${kind}`, told: [] })),
  ].map(({ path, fate, told }) => ({ path, fate, told: told.filter((word) => typeof word === 'string').join(' ') }));
  const outer = fates.filter(({ path }) => !path.includes('!/'));
  const inner = Map.groupBy(fates.filter(({ path }) => path.includes('!/')), ({ path }) => path.slice(0, path.indexOf('!/')));
  return Object.fromEntries(outer.map(({ path, fate, told }) => [path, `${fate}${told === '' ? '' : `: ${told}`}${insideOf(inner.get(path) ?? [])}`]));
}

function insideOf(members: readonly { readonly fate: string; readonly told: string }[]): string {
  if (members.length === 0) return '';
  const counted = [...Map.groupBy(members, ({ fate, told }) => `${fate} ${told}`.trim())].map(([what, of]) => `${what} ${of.length}`).sort();
  return ` | inside: ${counted.join(', ')}`;
}
