import { bareTitle } from '../../cards/card-fields.ts';
import { type CardMetric, cardMetricFacts, tableMetrics } from '../../cards/card-metrics.ts';
import { cardTitle } from '../../cards/card-sections.ts';
import { modelCardParts } from '../../cards/model-card-parts.ts';
import type { FactOf } from '../../facts.ts';
import type { MarkdownDocument } from '../../markdown-document.ts';
import { isPlaceholder } from '../../placeholder.ts';
import { releaseOfPath } from '../../release-of-path.ts';
import { type Spot, at, isGiven, items, numberAt, placeOf, textAt, textsAt } from '../../spot.ts';
import { licenceOf } from './licence.ts';

/** The card first, then the results of its model-index and of its tables. */
export function modelCardFacts(matter: Spot, markdown: MarkdownDocument): readonly [FactOf<'model.card'>, ...FactOf<'eval.metric'>[]] {
  const indexed = indexMetrics(matter);
  const measured = [...indexed, ...tableMetrics(markdown, matter.file)];
  const card = cardFact(matter, markdown, measured);
  const subject = { evaluation: card.name, release: card.release, model: card.model, modelVersion: card.modelVersion };
  return [card, ...cardMetricFacts(subject, measured)];
}

function cardFact(matter: Spot, markdown: MarkdownDocument, measured: readonly CardMetric[]): FactOf<'model.card'> {
  const parts = modelCardParts(markdown);
  const title = bareTitle(cardTitle(markdown)?.title ?? null);
  const names = [textAt(matter, 'model_name'), ...items(at(matter, 'model-index')).map((model) => textAt(model, 'name')), title];
  const model = names.find((name) => !isPlaceholder(name)) ?? null;
  const datasets = told(textsAt(matter, 'datasets'));
  return {
    type: 'model.card', place: placeOf(matter), also: [], release: releaseOfPath(matter.file), model, modelHash: null,
    name: title ?? model ?? matter.file, format: 'huggingface', licence: licenceOf(matter), baseModels: told(textsAt(matter, 'base_model')), datasets,
    metrics: [...new Set([...told(textsAt(matter, 'metrics')), ...measured.map(({ metric }) => metric)])],
    results: measured.filter(({ value }) => value !== null).length,
    ...parts,
    trainingData: parts.trainingData || datasets.length > 0, evaluation: parts.evaluation || measured.length > 0,
    environmentalImpact: parts.environmentalImpact || isGiven(at(matter, 'co2_eq_emissions')),
  };
}

function told(texts: readonly string[]): readonly string[] {
  return texts.filter((text) => !isPlaceholder(text)).map((text) => text.slice(0, 300));
}

function indexMetrics(matter: Spot): readonly CardMetric[] {
  const results = items(at(matter, 'model-index')).flatMap((model) => items(at(model, 'results')));
  return results.flatMap((result) => items(at(result, 'metrics')).map((metric): CardMetric => ({
    metric: textAt(metric, 'name') ?? textAt(metric, 'type') ?? '', value: numberAt(metric, 'value'), place: placeOf(metric),
    task: textAt(result, 'task', 'name') ?? textAt(result, 'task', 'type'),
    slice: textAt(result, 'dataset', 'config') ?? textAt(metric, 'config'),
    dataset: textAt(result, 'dataset', 'name') ?? textAt(result, 'dataset', 'type'), datasetVersion: textAt(result, 'dataset', 'revision'),
  })));
}
