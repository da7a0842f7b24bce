import type { Fact, FactOf } from '../../facts.ts';
import { instantOf } from '../../instant.ts';
import { isPlaceholder } from '../../placeholder.ts';
import { type Spot, at, isMapping, items, members, numberAt, placeOf, textAt, textsAt, wholeAt } from '../../spot.ts';
import { unstatedDrift, unstatedMetric } from '../../unstated-records.ts';
import { isMeasure, isThreshold, isVerdict, methodIn, plainName } from './words.ts';

type Drift = FactOf<'drift.report'>;
type Metric = FactOf<'eval.metric'>;

/** Keys of formats that speak of drift too: dashboards, rules, pipelines, results of known tools. */
const foreign = ['panels', 'rows', 'rules', 'groups', 'jobs', 'steps', 'nodes', 'tests', 'violations', 'apiVersion', 'kind', '$schema', 'openapi', 'schemaVersion', 'expectations', 'models', 'pipelines', 'anomalyInfo', 'monitoring_frequency', 'alert_thresholds', 'release_id'];

/** Its name or a key speaks of drift, it holds measures of drift, and nothing marks it as another format. */
export function isDriftReport(root: Spot): boolean {
  const keys = members(root).map(([key]) => key);
  if (keys.some((key) => foreign.includes(key)) || items(at(root, 'metrics')).length > 0) return false;
  if (!/drift|psi(?:[_.-]|$)|漂移/i.test(root.file.slice(root.file.lastIndexOf('/') + 1)) && !keys.some((key) => /drift|漂移/i.test(key))) return false;
  return blocksIn(root).some(({ spot }) => isReported(spot));
}

/** A verdict in its own words, or two numbers; a list of settings has neither. */
function isReported(block: Spot): boolean {
  const said = members(block).some(([key, value]) => isVerdict(key) && typeof value.value === 'boolean');
  return said || countsIn(block).drifted !== null || metricsIn(block, '').length >= 2;
}

type Block = { readonly name: string; readonly spot: Spot };

/** Each part of a report that is named for drift stands for itself; else the whole does. */
function blocksIn(root: Spot): readonly Block[] {
  const parts = members(root).filter(([key, value]) => /drift/i.test(key) && isMapping(value.value) && !isOfNumbers(value)).map(([name, spot]) => ({ name, spot }));
  return parts.length > 0 ? parts : [{ name: '', spot: root }];
}

function isOfNumbers(spot: Spot): boolean {
  return members(spot).every(([, value]) => numberAt(value) !== null);
}

export function reportFacts(root: Spot): readonly Fact[] {
  return blocksIn(root).filter(({ spot }) => isReported(spot)).flatMap((block) => {
    const metrics = metricsIn(block.spot, block.name);
    return [driftFact(root, block, metrics), ...metrics];
  });
}

function driftFact(root: Spot, { name, spot }: Block, metrics: readonly Metric[]): Drift {
  const of = sideOf(name === '' ? root.file : name);
  const overall = metrics.filter(({ slice, metric }) => slice === null && !/share|count|num|size/.test(plainName(metric)));
  return {
    type: 'drift.report', place: placeOf(spot), ...unstatedDrift, ...namesIn(root), system: 'home-made', of, ...columnsOf(root, spot, of),
    name: name === '' ? titleOf(root) : name,
    score: onlyValue(overall), threshold: numberNamed(spot, /threshold/) ?? numberNamed(root, /threshold/),
    method: textNamed(spot, /^(?:method|stat_?test|test|metric)$/) ?? methodsOf(metrics), detected: verdictOf(spot), ...sizesOf(root, spot),
    at: momentIn(spot) ?? momentIn(root) ?? momentIn(at(root, 'metadata')),
  };
}

function titleOf(root: Spot): string {
  return textAt(root, 'name') ?? textAt(root, 'report_name') ?? root.file;
}

function onlyValue(metrics: readonly Metric[]): number | null {
  const [only] = metrics;
  return only === undefined || metrics.length > 1 ? null : only.value;
}

/** What is counted, else what is listed by feature; how many features a report has in all says nothing of its target. */
function columnsOf(root: Spot, spot: Spot, of: Drift['of']): Pick<Drift, 'columns' | 'drifted' | 'driftedColumns' | 'share'> {
  const counts = countsIn(spot);
  const features = featuresIn(spot);
  const flags = features.map((feature) => verdictOf(feature.spot));
  const drifted = features.filter((_feature, index) => flags[index] === true).map((feature) => feature.name);
  const stated = of === 'target' || of === 'prediction' ? null : numberNamed(at(root, 'metadata'), columnCount);
  return {
    columns: counts.columns ?? stated ?? (features.length > 0 ? features.length : null),
    drifted: counts.drifted ?? (flags.length > 0 && flags.every((flag) => flag !== null) ? drifted.length : null),
    driftedColumns: [...new Set([...counts.names, ...drifted])].slice(0, 50), share: counts.share,
  };
}

function sizesOf(root: Spot, spot: Spot): Pick<Drift, 'referenceRecords' | 'currentRecords'> {
  return {
    referenceRecords: sizeIn(root, spot, /^(?:n_?)?(?:reference|baseline|train(?:ing)?)_?(?:size|rows|count|samples|records|n)?$/),
    currentRecords: sizeIn(root, spot, /^(?:n_?)?(?:current|production|live|serving)_?(?:size|rows|count|samples|records|n)?$/),
  };
}

const columnCount = /^(?:n|num|number|total)_?(?:of_)?(?:columns|features)$|^features?_count$|^columns?_count$/;

function sideOf(name: string): Drift['of'] {
  const plain = plainName(name);
  if (/target|label|concept/.test(plain)) return 'target';
  if (/prediction|output/.test(plain)) return 'prediction';
  return /data|feature|input|covariate/.test(plain) ? 'data' : 'unstated';
}

/** One verdict alone: two that differ are none. */
function verdictOf(spot: Spot): boolean | null {
  const said = new Set(members(spot).filter(([key, value]) => isVerdict(key) && typeof value.value === 'boolean').map(([, value]) => value.value === true));
  const [verdict = null] = said;
  return said.size === 1 ? verdict : null;
}

type Counts = { readonly columns: number | null; readonly drifted: number | null; readonly share: number | null; readonly names: readonly string[] };

/** `drift_share` is a threshold in one tool and a result in another: it stays a metric without a meaning. */
function countsIn(spot: Spot): Counts {
  const list = members(spot).find(([key, value]) => /^drift(?:ed|ing)_(?:columns|features)$/.test(plainName(key)) && Array.isArray(value.value));
  return {
    columns: numberNamed(spot, columnCount),
    drifted: numberNamed(spot, /^(?:n|num|number)_?(?:of_)?drift(?:ed|ing)_?(?:columns|features)?$|^drifted_(?:columns|features)_count$|^drift(?:ed)?_count$/),
    share: numberNamed(spot, /^share_of_drifted_(?:columns|features)$|^drifted_(?:share|ratio)$/),
    names: list === undefined ? [] : textsAt(list[1]),
  };
}

function numberNamed(spot: Spot, name: RegExp): number | null {
  const found = members(spot).filter(([key]) => name.test(plainName(key))).map(([, value]) => numberAt(value)).filter((value) => value !== null);
  return found.length === 1 ? found[0] ?? null : null;
}

function textNamed(spot: Spot, name: RegExp): string | null {
  const found = members(spot).find(([key, value]) => name.test(plainName(key)) && typeof value.value === 'string');
  return found === undefined ? null : textAt(found[1])?.slice(0, 200) ?? null;
}

function sizeIn(root: Spot, spot: Spot, name: RegExp): number | null {
  const sizes = [spot, root, at(root, 'metadata')].flatMap((one) => members(one)).filter(([key]) => name.test(plainName(key))).map(([, value]) => wholeAt(value));
  return sizes.find((size) => size !== null) ?? null;
}

function momentIn(spot: Spot): string | null {
  return ['timestamp', 'generated_at', 'created_at', 'date', 'run_date', 'report_date', 'time'].map((key) => instantOf(textAt(spot, key))).find((moment) => moment !== null) ?? null;
}

function namesIn(root: Spot): Pick<Drift, 'model' | 'modelVersion' | 'dataset'> {
  const named = (...keys: readonly string[]) => keys.flatMap((key) => [textAt(root, key), textAt(root, 'metadata', key)]).find((text) => text !== null && !isPlaceholder(text)) ?? null;
  return { model: named('model_name', 'model_id', 'model'), modelVersion: named('model_version'), dataset: named('dataset', 'dataset_name', 'dataset_id') };
}

function methodsOf(metrics: readonly Metric[]): string | null {
  const methods = [...new Set(metrics.map(({ metric }) => methodIn(metric)).filter((method) => method !== null))];
  return methods.length === 0 ? null : methods.slice(0, 5).join(', ');
}

type Feature = { readonly name: string; readonly spot: Spot };

/** Parts by feature: a mapping of mappings, or a list of records that name a feature. */
function featuresIn(spot: Spot): readonly Feature[] {
  return members(spot).flatMap(([, value]): readonly Feature[] => {
    if (Array.isArray(value.value)) return items(value).flatMap((one) => { const name = textAt(one, 'feature') ?? textAt(one, 'column') ?? textAt(one, 'name'); return name === null ? [] : [{ name, spot: one }]; });
    const inside = members(value);
    return inside.length > 0 && inside.every(([, one]) => isMapping(one.value) && members(one).some(([key]) => isMeasure(key))) ? inside.map(([name, one]) => ({ name, spot: one })) : [];
  });
}

/** Numbers of the block by the name of a measure, and of its features. */
function metricsIn(spot: Spot, block: string): readonly Metric[] {
  const own = members(spot).flatMap(([key, value]) => (isMeasure(key) && isMapping(value.value) && isOfNumbers(value) ? members(value).map(([feature, one]) => metricFact(one, key, feature, block, null)) : measureFact(key, value, null, block, numberNamed(spot, /threshold/))));
  return [...own, ...featuresIn(spot).flatMap((feature) => members(feature.spot).flatMap(([key, value]) => measureFact(key, value, feature.name, block, numberNamed(feature.spot, /threshold/))))];
}

function measureFact(key: string, value: Spot, slice: string | null, block: string, threshold: number | null): readonly Metric[] {
  return isMeasure(key) && !isThreshold(key) && typeof value.value !== 'boolean' && numberAt(value) !== null ? [metricFact(value, key, slice, block, threshold)] : [];
}

function metricFact(spot: Spot, metric: string, slice: string | null, block: string, threshold: number | null): Metric {
  return { type: 'eval.metric', place: placeOf(spot), ...unstatedMetric, evaluation: block === '' ? spot.file : block, metric, slice, value: numberAt(spot), threshold, kind: 'unstated' };
}
