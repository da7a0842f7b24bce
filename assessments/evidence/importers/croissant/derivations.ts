import type { FactOf } from '../../facts.ts';
import { isPlaceholder } from '../../placeholder.ts';
import { type Spot, at, oneOrMany, placeOf, textAt } from '../../spot.ts';

/** What the dataset says it was derived from, with the activity that made it where one is named (Croissant 1.1). */
export function derivations(root: Spot, dataset: string): readonly FactOf<'lineage.edge'>[] {
  const by = oneOrMany(at(root, 'prov:wasGeneratedBy')).map(nameOf).find((name) => name !== null) ?? null;
  const sources = ['prov:wasDerivedFrom', 'wasDerivedFrom'].flatMap((key) => oneOrMany(at(root, key)));
  return sources.flatMap((source): readonly FactOf<'lineage.edge'>[] => {
    const from = nameOf(source);
    if (from === null) return [];
    return [{ type: 'lineage.edge', place: placeOf(source), also: [], run: null, from, fromKind: 'data', fromHash: null, to: dataset, toKind: 'data', toHash: null, by, system: 'croissant', recorded: false }];
  });
}

function nameOf(spot: Spot): string | null {
  const name = textAt(spot) ?? textAt(spot, 'name') ?? textAt(spot, 'prov:label') ?? textAt(spot, 'url') ?? textAt(spot, '@id');
  return isPlaceholder(name) ? null : name;
}
