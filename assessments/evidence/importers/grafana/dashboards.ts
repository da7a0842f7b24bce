import { durationSeconds } from '../../duration.ts';
import type { Fact, FactOf } from '../../facts.ts';
import { type Spot, at, isMapping, items, numberAt, placeOf, textAt } from '../../spot.ts';
import { areaOf, queriesOf, queryOf, sourceKind } from './queries.ts';

/** A title with panels (or rows of panels, before 5.0), and the version of its schema or the range of its time; also inside an answer of the API. */
export function dashboardIn(root: Spot): Spot | null {
  const inner = at(root, 'dashboard');
  return [root, inner].find((one) => isMapping(one.value) && isDashboard(one)) ?? null;
}

function isDashboard(one: Spot): boolean {
  const lists = Array.isArray(at(one, 'panels').value) || items(at(one, 'rows')).some((row) => Array.isArray(at(row, 'panels').value));
  const framed = numberAt(one, 'schemaVersion') !== null || (isMapping(at(one, 'time').value) && isMapping(at(one, 'templating').value));
  return lists && framed && textAt(one, 'title') !== null;
}

/** The dashboard, what its panels show, and the alerts that old panels hold. */
export function dashboardFacts(dashboard: Spot): readonly Fact[] {
  const panels = panelsIn(dashboard, 0);
  const shown = panels.filter((panel) => queriesOf(panel).length > 0);
  const alerts = panels.filter((panel) => isMapping(at(panel, 'alert').value));
  const name = textAt(dashboard, 'title') ?? '';
  return [dashboardFact(dashboard, name, shown, alerts.length), ...shown.map(panelFact), ...alerts.map((panel) => alertFact(panel, name))];
}

/** Panels of rows and of collapsed rows too. */
function panelsIn(spot: Spot, depth: number): readonly Spot[] {
  const own = [...items(at(spot, 'panels')), ...items(at(spot, 'rows')).flatMap((row) => items(at(row, 'panels')))].filter(({ value }) => isMapping(value));
  return depth > 3 ? own : own.flatMap((panel) => [panel, ...panelsIn(panel, depth + 1)]);
}

function kindsOf(panel: Spot): readonly string[] {
  const kinds = [at(panel, 'datasource'), ...items(at(panel, 'targets')).map((target) => at(target, 'datasource'))].map(sourceKind);
  return [...new Set(kinds.filter((kind) => kind !== null))];
}

function dashboardFact(dashboard: Spot, name: string, shown: readonly Spot[], alerts: number): FactOf<'monitor.dashboard'> {
  const areas = shown.map((panel) => areaOf(queriesOf(panel), textAt(panel, 'title') ?? '', kindsOf(panel)));
  const inputs = items(at(dashboard, '__inputs'));
  const required = inputs.map((input) => textAt(input, 'pluginId')?.toLowerCase()).filter((kind) => kind !== undefined);
  return {
    type: 'monitor.dashboard', place: placeOf(dashboard), also: [], name, system: 'grafana',
    panels: shown.length, queries: shown.reduce((sum, panel) => sum + queriesOf(panel).length, 0),
    areas: [...new Set(areas)].filter((area) => area !== 'other'), sources: [...new Set([...required, ...shown.flatMap(kindsOf)])],
    alerts, exported: inputs.length > 0, empty: shown.length === 0, refreshSeconds: refreshOf(dashboard),
  };
}

/** `30s`; false and the empty text mean that it does not refresh by itself. */
function refreshOf(dashboard: Spot): number | null {
  const { value } = at(dashboard, 'refresh');
  return typeof value === 'string' && value !== '' ? durationSeconds(value) : null;
}

function panelFact(panel: Spot): FactOf<'monitor.metric'> {
  const queries = queriesOf(panel);
  const title = (textAt(panel, 'title') ?? '').trim();
  return {
    type: 'monitor.metric', place: placeOf(panel), also: [], name: title === '' ? (queries[0] ?? '').slice(0, 100).toWellFormed() : title, source: 'dashboard',
    area: areaOf(queries, title, kindsOf(panel)), expression: queries.join('; ').slice(0, 2_000).toWellFormed(), threshold: null, intervalSeconds: intervalOf(panel),
  };
}

function intervalOf(panel: Spot): number | null {
  const written = textAt(panel, 'interval');
  return written === null || !/^[0-9]/.test(written) ? null : durationSeconds(written);
}

/** Alerts that panels held before version 8: the first condition is the one that is told. */
function alertFact(panel: Spot, dashboard: string): FactOf<'alert.rule'> {
  const alert = at(panel, 'alert');
  const name = textAt(alert, 'name') ?? textAt(panel, 'title') ?? '';
  const conditions = items(at(alert, 'conditions'));
  const [evaluator] = conditions.map((condition) => at(condition, 'evaluator'));
  const bounds = evaluator === undefined ? [] : items(at(evaluator, 'params')).map((bound) => numberAt(bound)).filter((bound) => bound !== null);
  const queries = items(at(panel, 'targets')).map(queryOf).filter((query) => query !== null);
  return {
    type: 'alert.rule', place: placeOf(alert), also: [], name, group: dashboard,
    expression: [queries.join('; '), evaluator === undefined ? '' : `${textAt(evaluator, 'type') ?? ''} ${bounds.join(' ')}`].filter((part) => part.trim() !== '').join(' ').slice(0, 2_000).toWellFormed(),
    metrics: [], threshold: conditions.length === 1 && bounds.length === 1 ? bounds[0] ?? null : null, forSeconds: durationSeconds(textAt(alert, 'for')), severity: null,
    area: areaOf(queries, name, []), runbook: null, described: (textAt(alert, 'message') ?? '').trim() !== '',
  };
}
