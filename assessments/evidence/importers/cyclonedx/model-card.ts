import { nested } from '../../bom/written.ts';
import { type CardMetric, cardMetricFacts } from '../../cards/card-metrics.ts';
import { wholeDigest } from '../../digest.ts';
import type { Fact, FactOf } from '../../facts.ts';
import { releaseOfPath } from '../../release-of-path.ts';
import { type Spot, at, isGiven, items, members, numberAt, oneOrMany, placeOf, textAt } from '../../spot.ts';

/** The model cards inside an ML-BOM in JSON, with the values they state. */
export function modelCardFacts(root: Spot): readonly Fact[] {
  const components = nested([...oneOrMany(at(root, 'metadata', 'component')), ...items(at(root, 'components'))], 'components');
  const names = new Map(components.map((component) => [textAt(component, 'bom-ref') ?? '', textAt(component, 'name') ?? ''] as const));
  const models = components.filter((component) => members(at(component, 'modelCard')).some(([key]) => key !== 'bom-ref'));
  return models.flatMap((component) => {
    const measured = items(at(component, 'modelCard', 'quantitativeAnalysis', 'performanceMetrics')).map(metricIn);
    const card = cardFact(component, measured, names);
    const subject = { evaluation: card.name, release: card.release, model: card.model, modelVersion: card.modelVersion };
    return [card, ...cardMetricFacts(subject, measured)];
  });
}

function metricIn(metric: Spot): CardMetric {
  return { metric: textAt(metric, 'type') ?? '', value: numberAt(metric, 'value'), slice: textAt(metric, 'slice'), place: placeOf(metric) };
}

function cardFact(component: Spot, measured: readonly CardMetric[], names: ReadonlyMap<string, string>): FactOf<'model.card'> {
  const card = at(component, 'modelCard');
  const considerations = at(card, 'considerations');
  const has = (key: string) => items(at(considerations, key)).length > 0;
  const datasets = items(at(card, 'modelParameters', 'datasets'));
  const parts = ['modelParameters', 'quantitativeAnalysis', 'considerations'].flatMap((part) => members(at(card, part)).map(([key, value]) => ({ title: `${part}.${key}`, filled: isFilled(value) })));
  const [hash] = items(at(component, 'hashes')).map((one) => wholeDigest(textAt(one, 'content')));
  return {
    type: 'model.card', place: placeOf(card), also: [], release: releaseOfPath(component.file),
    model: textAt(component, 'name'), modelVersion: textAt(component, 'version'), modelHash: hash ?? null,
    name: textAt(component, 'name') ?? component.file, format: 'cyclonedx',
    licence: items(at(component, 'licenses')).map((choice) => textAt(choice, 'expression') ?? textAt(choice, 'license', 'id') ?? textAt(choice, 'license', 'name')).find((licence) => licence !== null) ?? null,
    baseModels: items(at(component, 'pedigree', 'ancestors')).map((ancestor) => textAt(ancestor, 'name')).filter((name) => name !== null),
    datasets: datasets.map((dataset) => textAt(dataset, 'name') ?? names.get(textAt(dataset, 'ref') ?? '') ?? textAt(dataset, 'ref')).filter((name) => name !== null),
    metrics: [...new Set(measured.map(({ metric }) => metric))], results: measured.filter(({ value }) => value !== null).length,
    sections: parts.filter(({ filled }) => filled).map(({ title }) => title), emptySections: parts.filter(({ filled }) => !filled).map(({ title }) => title), placeholders: 0,
    intendedUse: has('useCases') || has('users'), outOfScope: false, limitations: has('technicalLimitations') || has('performanceTradeoffs'),
    trainingData: datasets.length > 0, evaluation: measured.length > 0, fairness: has('fairnessAssessments') || has('ethicalConsiderations'),
    environmentalImpact: isGiven(at(considerations, 'environmentalConsiderations')), contact: isGiven(at(component, 'supplier')) || isGiven(at(component, 'authors')), updatedAt: null,
  };
}

function isFilled({ value }: Spot): boolean {
  return typeof value === 'object' && value !== null ? Object.keys(value).length > 0 : value !== null && value !== '';
}
