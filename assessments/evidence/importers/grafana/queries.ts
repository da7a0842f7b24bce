import { metricsIn } from '../../monitored-expression.ts';
import { monitoredArea } from '../../monitored-area.ts';
import type { FactOf } from '../../facts.ts';
import { type Spot, at, isMapping, items, textAt } from '../../spot.ts';

/** Where a query is written, by data source: PromQL and LogQL, SQL, InfluxDB, Elasticsearch, Graphite, CloudWatch. */
const keys = ['expr', 'rawSql', 'query', 'target', 'rawQuery', 'expression', 'metricName', 'queryText', 'url'] as const;

/** The query of a target as it is written; null where there is none. */
export function queryOf(target: Spot): string | null {
  for (const key of keys) {
    const { value } = at(target, key);
    if (typeof value === 'string' && value.trim() !== '') return value.trim().slice(0, 2_000).toWellFormed();
  }
  return null;
}

/** The queries of a panel; a target that is hidden is none. */
export function queriesOf(panel: Spot): readonly string[] {
  return items(at(panel, 'targets')).filter((target) => at(target, 'hide').value !== true).map(queryOf).filter((query) => query !== null);
}

/** What a panel or rule watches, by the metrics in its PromQL, else by its title, else by the words of its queries. */
export function areaOf(queries: readonly string[], title: string, kinds: readonly string[]): FactOf<'monitor.metric'>['area'] {
  const promql = kinds.length === 0 || kinds.includes('prometheus') ? queries : [];
  const area = monitoredArea(promql.flatMap(metricsIn), title);
  return area === 'other' ? monitoredArea([], '', queries) : area;
}

/** The kind of a data source: `{ type: 'postgres' }`, or a name alone in old dashboards; null for the default and for Grafana's own. */
export function sourceKind(datasource: Spot): string | null {
  const written = isMapping(datasource.value) ? textAt(datasource, 'type') : textAt(datasource);
  const plain = (written ?? '').trim().toLowerCase();
  return plain === '' || plain.startsWith('$') || plain.startsWith('--') || plain === 'datasource' || plain === '__expr__' || plain === 'grafana' ? null : plain.slice(0, 60);
}
