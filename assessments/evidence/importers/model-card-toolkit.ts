import { type CardMetric, cardMetricFacts } from '../cards/card-metrics.ts';
import type { Documents } from '../documents.ts';
import type { FactOf } from '../facts.ts';
import type { Importer } from '../importer.ts';
import { instantOf } from '../instant.ts';
import { isPlaceholder, placeholdersIn } from '../placeholder.ts';
import { releaseOfPath } from '../release-of-path.ts';
import { type Spot, at, isGiven, isMapping, items, members, numberAt, oneOrMany, placeOf, rootSpots, textAt } from '../spot.ts';

/** JSON of Google's Model Card Toolkit, schema 0.0.1 and 0.0.2. */
export const modelCardToolkit: Importer = {
  id: 'model-card-toolkit',
  title: { zh: 'Model Card Toolkit 模型卡', en: 'Model Card Toolkit card' },
  recognises: (file, documents) => cardIn(file.path, documents) !== null,
  read: (file, documents) => {
    const root = cardIn(file.path, documents);
    return { facts: root === null ? [] : cardFacts(root), diagnostics: [] };
  },
};

const parts = ['model_details', 'model_parameters', 'quantitative_analysis', 'considerations'] as const;

function cardIn(path: string, documents: Documents): Spot | null {
  const [root, ...others] = rootSpots(path, documents);
  if (root === undefined || others.length > 0) return null;
  return isMapping(at(root, 'model_details').value) && parts.filter((part) => isMapping(at(root, part).value)).length >= 2 ? root : null;
}

function cardFacts(root: Spot): readonly [FactOf<'model.card'>, ...FactOf<'eval.metric'>[]] {
  const measured = items(at(root, 'quantitative_analysis', 'performance_metrics')).map(metricIn);
  const card = cardFact(root, measured);
  const subject = { evaluation: card.name, release: card.release, model: card.model, modelVersion: card.modelVersion };
  return [card, ...cardMetricFacts(subject, measured)];
}

function metricIn(metric: Spot): CardMetric {
  return { metric: textAt(metric, 'type') ?? '', value: numberAt(metric, 'value'), slice: textAt(metric, 'slice'), place: placeOf(metric) };
}

function cardFact(root: Spot, measured: readonly CardMetric[]): FactOf<'model.card'> {
  const details = at(root, 'model_details');
  const considerations = at(root, 'considerations');
  const name = textAt(details, 'name');
  const data = oneOrMany(at(root, 'model_parameters', 'data')).flatMap((one) => (textAt(one, 'name') !== null ? [one] : members(one).map(([, part]) => part)));
  const blocks = parts.flatMap((part) => members(at(root, part)).map(([key, value]) => ({ title: `${part}.${key}`, filled: isFilled(value) })));
  return {
    type: 'model.card', place: placeOf(root), also: [], release: releaseOfPath(root.file),
    model: isPlaceholder(name) || name === 'name' ? null : name, modelVersion: textAt(details, 'version', 'name'), modelHash: null,
    name: name ?? root.file, format: 'model-card-toolkit',
    licence: textAt(details, 'license') ?? oneOrMany(at(details, 'licenses')).map((licence) => textAt(licence, 'identifier') ?? textAt(licence, 'custom_text')).find((text) => text !== null) ?? null,
    baseModels: [], datasets: data.map((one) => textAt(one, 'name')).filter((text) => text !== null && !isPlaceholder(text)).map(String),
    metrics: [...new Set(measured.map(({ metric }) => metric))], results: measured.filter(({ value }) => value !== null).length,
    sections: blocks.filter(({ filled }) => filled).map(({ title }) => title), emptySections: blocks.filter(({ filled }) => !filled).map(({ title }) => title),
    placeholders: blocks.filter(({ filled }) => !filled).length + placeholdersIn(JSON.stringify(details.value)),
    intendedUse: tells(considerations, 'use_cases') || tells(considerations, 'users'), outOfScope: false,
    limitations: tells(considerations, 'limitations') || tells(considerations, 'tradeoffs'), trainingData: data.some(isFilled), evaluation: measured.length > 0,
    fairness: tells(considerations, 'ethical_considerations') || tells(considerations, 'fairness_assessment'), environmentalImpact: false,
    contact: oneOrMany(at(details, 'owners')).some((owner) => isGiven(at(owner, 'contact')) || isGiven(at(owner, 'name'))),
    updatedAt: instantOf((textAt(details, 'version', 'date') ?? '').replaceAll('/', '-')),
  };
}

function tells(considerations: Spot, key: string): boolean {
  return isFilled(at(considerations, key));
}

/** Something in it says more than its own key or a placeholder; the template fills every field with its name. */
function isFilled(spot: Spot): boolean {
  if (isMapping(spot.value)) return members(spot).some(([, member]) => isFilled(member));
  if (Array.isArray(spot.value)) return items(spot).some(isFilled);
  const text = textAt(spot);
  const key = spot.pointer.split('/').findLast((token) => !/^[0-9]+$/.test(token)) ?? '';
  return text !== null && !isPlaceholder(text) && text.replaceAll(/[\s_]/g, '').toLowerCase() !== key.replaceAll('_', '').toLowerCase();
}
