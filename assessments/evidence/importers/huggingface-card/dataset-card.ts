import { bareTitle } from '../../cards/card-fields.ts';
import { cardTitle } from '../../cards/card-sections.ts';
import { dataCardParts } from '../../cards/data-card-parts.ts';
import type { FactOf } from '../../facts.ts';
import type { MarkdownDocument } from '../../markdown-document.ts';
import { isPlaceholder } from '../../placeholder.ts';
import { type Spot, at, isMapping, items, members, oneOrMany, placeOf, textAt, textsAt, wholeAt } from '../../spot.ts';
import { licenceOf } from './licence.ts';

/** The fact of a dataset card; what the front matter states adds to what the text says. */
export function datasetCardFact(matter: Spot, markdown: MarkdownDocument): FactOf<'data.card'> {
  const parts = dataCardParts(markdown);
  const names = [textAt(matter, 'pretty_name'), bareTitle(cardTitle(markdown)?.title ?? null), textAt(matter, 'paperswithcode_id')];
  const dataset = names.find((name) => !isPlaceholder(name)) ?? null;
  const sources = stated(matter, 'source_datasets');
  return {
    type: 'data.card', place: placeOf(matter), also: [], dataset, datasetVersion: null, datasetHash: null,
    name: dataset ?? folderName(matter.file), format: 'huggingface', formatVersion: null, licence: licenceOf(matter),
    ...parts, ...sizesOf(matter), sources, hashed: false,
    provenance: parts.provenance || sources.some((source) => source !== 'original'),
    intendedUse: parts.intendedUse || [...stated(matter, 'task_categories'), ...stated(matter, 'task_ids')].length > 0,
    annotation: parts.annotation || stated(matter, 'annotations_creators').length > 0,
  };
}

/** Values of a list, or of a mapping with a list for each configuration; `unknown` and its like say nothing. */
function stated(matter: Spot, key: string): readonly string[] {
  const spot = at(matter, key);
  const texts = isMapping(spot.value) ? members(spot).flatMap(([, list]) => textsAt(list)) : textsAt(spot);
  return [...new Set(texts.filter((text) => !isPlaceholder(text) && text !== 'no-annotation'))];
}

/** Splits with their sizes as `dataset_info` has them, for one configuration or for a list of them. */
function sizesOf(matter: Spot): Pick<FactOf<'data.card'>, 'splits' | 'records' | 'bytes'> {
  const configurations = oneOrMany(at(matter, 'dataset_info'));
  const splits = configurations.flatMap((configuration) => items(at(configuration, 'splits')).map((split) => ({ split, configuration: textAt(configuration, 'config_name') })));
  return {
    splits: splits.map(({ split, configuration }) => (configurations.length > 1 ? `${configuration ?? ''}/${textAt(split, 'name') ?? ''}` : textAt(split, 'name') ?? '')),
    records: sum(splits.map(({ split }) => wholeAt(split, 'num_examples'))),
    bytes: sum(splits.map(({ split }) => wholeAt(split, 'num_bytes'))),
  };
}

function sum(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((total, value) => total + value, 0);
}

function folderName(path: string): string {
  return path.split('/').at(-2) ?? path;
}
