import { durationSeconds } from '../../duration.ts';
import type { Fact, FactOf } from '../../facts.ts';
import { metricsIn } from '../../monitored-expression.ts';
import { type Spot, at, isMapping, items, members, numberAt, placeOf, textAt, textsAt } from '../../spot.ts';
import { areaOf, queryOf } from './queries.ts';

/** Rules with a title and a condition over `data`, contact points, or policies, as Grafana provisions and exports them. */
export function isAlerting(root: Spot): boolean {
  if (textAt(root, 'apiVersion') !== '1') return false;
  return rulesIn(root).length > 0 || items(at(root, 'contactPoints')).some((point) => Array.isArray(at(point, 'receivers').value));
}

export function alertingFacts(root: Spot): readonly Fact[] {
  return [...rulesIn(root).map(({ rule, group }) => ruleFact(rule, group)), ...items(at(root, 'contactPoints')).filter(({ value }) => isMapping(value)).map(contactFact)];
}

function rulesIn(root: Spot): readonly { readonly rule: Spot; readonly group: Spot }[] {
  return items(at(root, 'groups')).flatMap((group) => items(at(group, 'rules')).filter((rule) => textAt(rule, 'title') !== null && Array.isArray(at(rule, 'data').value)).map((rule) => ({ rule, group })));
}

function ruleFact(rule: Spot, group: Spot): FactOf<'alert.rule'> {
  const models = items(at(rule, 'data')).map((query) => at(query, 'model'));
  const measured = models.filter((_model, index) => !isExpression(items(at(rule, 'data'))[index]));
  const queries = measured.map(queryOf).filter((query) => query !== null);
  const bounds = models.flatMap(boundsIn);
  const annotations = members(at(rule, 'annotations'));
  const name = textAt(rule, 'title') ?? '';
  const said = annotations.map(([, value]) => textAt(value)).filter((text) => text !== null);
  const area = areaOf(queries, name, []);
  return {
    type: 'alert.rule', place: placeOf(rule), also: [], name, group: textAt(group, 'name') ?? '',
    expression: [...queries, ...bounds.map(({ text }) => text)].join('; ').slice(0, 2_000).toWellFormed(), metrics: [...new Set(queries.flatMap(metricsIn))],
    threshold: bounds.length === 1 ? bounds[0]?.threshold ?? null : null, forSeconds: durationSeconds(textAt(rule, 'for')), severity: textAt(rule, 'labels', 'severity'),
    area: area === 'other' ? areaOf([], said.join(' '), []) : area,
    runbook: annotations.filter(([key]) => /^(?:runbook|__dashboardUid__|dashboard)/i.test(key)).map(([, value]) => textAt(value)).find((text) => text !== null && text !== '') ?? null,
    described: annotations.some(([key, value]) => /^(?:summary|description)$/i.test(key) && (textAt(value) ?? '').trim() !== ''),
  };
}

/** Steps that only compute on what others measured. */
function isExpression(query: Spot | undefined): boolean {
  return query === undefined || /^(?:__expr__|-100)$/.test(textAt(query, 'datasourceUid') ?? '') || textAt(query, 'model', 'datasource', 'type') === '__expr__';
}

type Bound = { readonly text: string; readonly threshold: number };

/** `{ type: 'threshold', conditions: [{ evaluator: { type: 'gt', params: [0.2] } }] }` */
function boundsIn(model: Spot): readonly Bound[] {
  if (!/^(?:threshold|classic_conditions)$/.test(textAt(model, 'type') ?? '')) return [];
  return items(at(model, 'conditions')).flatMap((condition) => {
    const numbers = items(at(condition, 'evaluator', 'params')).map((bound) => numberAt(bound)).filter((bound) => bound !== null);
    const [threshold] = numbers;
    return threshold === undefined ? [] : [{ text: `${textAt(condition, 'evaluator', 'type') ?? ''} ${numbers.join(' ')}`, threshold }];
  });
}

/** Channels by their type; their settings hold addresses and secrets, and are not read. */
function contactFact(point: Spot): FactOf<'alert.route'> {
  return { type: 'alert.route', place: placeOf(point), also: [], receiver: textAt(point, 'name') ?? '', channels: [...new Set(items(at(point, 'receivers')).flatMap((receiver) => textsAt(receiver, 'type')))] };
}
