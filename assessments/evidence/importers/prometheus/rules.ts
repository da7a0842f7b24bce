import { durationSeconds } from '../../duration.ts';
import type { Fact, FactOf } from '../../facts.ts';
import { monitoredArea } from '../../monitored-area.ts';
import { metricsIn, thresholdIn } from '../../monitored-expression.ts';
import { type Spot, at, isMapping, items, members, placeOf, textAt } from '../../spot.ts';
import { unstatedDefinition } from '../../unstated-records.ts';

/** A mapping with `groups`, at least one of which holds an alerting or recording rule with an expression. */
export function holdsRules(root: Spot): boolean {
  return items(at(root, 'groups')).some((group) => items(at(group, 'rules')).some(isRule));
}

/** One fact per alerting rule (`alert.rule`), two per recording rule (`monitor.metric` and its `metric.definition`), in the order of the file. */
export function ruleFacts(root: Spot): readonly Fact[] {
  return items(at(root, 'groups')).flatMap((group) => items(at(group, 'rules')).filter(isRule).flatMap((rule) => ruleFact(rule, group)));
}

function isRule(rule: Spot): boolean {
  return isMapping(rule.value) && textAt(rule, 'expr') !== null && (textAt(rule, 'alert') ?? textAt(rule, 'record')) !== null;
}

function ruleFact(rule: Spot, group: Spot): readonly Fact[] {
  const alert = textAt(rule, 'alert');
  if (alert !== null) return [alertFact(rule, group, alert)];
  const measured = recordFact(rule, group);
  return [measured, definitionFact(rule, measured)];
}

function alertFact(rule: Spot, group: Spot, name: string): FactOf<'alert.rule'> {
  const expression = textAt(rule, 'expr') ?? '';
  const annotations = members(at(rule, 'annotations'));
  const metrics = metricsIn(expression);
  const said = annotations.map(([, value]) => textAt(value)).filter((text) => text !== null);
  const annotated = (keys: RegExp) => annotations.find(([key, value]) => keys.test(key) && (textAt(value) ?? '').trim() !== '');
  const runbook = annotated(/^(?:runbook|dashboard|playbook)/i)?.[1];
  return {
    type: 'alert.rule', place: placeOf(rule), also: [],
    name, group: textAt(group, 'name') ?? '',
    expression, metrics, threshold: thresholdIn(expression),
    forSeconds: durationSeconds(textAt(rule, 'for')),
    severity: textAt(rule, 'labels', 'severity') ?? textAt(rule, 'labels', 'priority') ?? textAt(rule, 'labels', 'level'),
    area: monitoredArea(metrics, name, said),
    runbook: runbook === undefined ? null : textAt(runbook),
    described: annotated(/^(?:summary|description|message|title)$/i) !== undefined,
  };
}

function recordFact(rule: Spot, group: Spot): FactOf<'monitor.metric'> {
  const name = textAt(rule, 'record') ?? '';
  const expression = textAt(rule, 'expr') ?? '';
  return {
    type: 'monitor.metric', place: placeOf(rule), also: [],
    name, source: 'recording-rule',
    area: monitoredArea(metricsIn(expression), name),
    expression, threshold: null,
    intervalSeconds: durationSeconds(textAt(group, 'interval')),
  };
}

const kinds: Readonly<Partial<Record<FactOf<'monitor.metric'>['area'], FactOf<'metric.definition'>['kind']>>> = {
  'model-quality': 'model', 'data-drift': 'data', service: 'service', resource: 'service', business: 'business',
};

/** What the new metric is computed by; rules have no word for what it means or what is good. */
function definitionFact(rule: Spot, { name, area, expression, intervalSeconds }: FactOf<'monitor.metric'>): FactOf<'metric.definition'> {
  return { type: 'metric.definition', place: placeOf(rule), ...unstatedDefinition, metric: name, system: 'prometheus', kind: kinds[area] ?? 'unstated', formula: (expression ?? '').slice(0, 500).toWellFormed(), periodSeconds: intervalSeconds };
}
