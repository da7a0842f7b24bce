import { type Spot, at, isMapping, items, members, textAt } from '../../spot.ts';

/** A metric as any version writes it: what it is, its settings (0.7 and later), and what came out. */
export type EvidentlyMetric = { readonly type: string; readonly spot: Spot; readonly settings: Spot; readonly result: Spot };
export type EvidentlyTest = { readonly name: string; readonly status: string; readonly group: string; readonly spot: Spot; readonly column: string | null; readonly about: string };
export type EvidentlyReport = {
  readonly root: Spot;
  /** Its own name, else the path. */
  readonly name: string;
  readonly metrics: readonly EvidentlyMetric[];
  readonly tests: readonly EvidentlyTest[];
  /** What a suite counts itself; a spot without a value where it does not. */
  readonly summary: Spot;
  readonly metadata: Spot;
};

/** The report, test suite or snapshot that a file holds, whichever version wrote it; null where it is none. */
export function evidentlyReport(root: Spot): EvidentlyReport | null {
  const inner = isMapping(at(root, 'suite').value) ? at(root, 'suite') : root;
  const metrics = metricsOf(root, inner);
  const tests = testsOf(root, inner);
  if (metrics === null || tests === null) return null;
  const known = metrics.length + tests.length > 0 || isEmptyForm(root);
  return known ? { root, name: textAt(root, 'name') ?? root.file, metrics, tests, summary: at(root, 'summary'), metadata: at(root, 'metadata') } : null;
}

/** Null where a list of metrics is there and holds something else. */
function metricsOf(root: Spot, inner: Spot): readonly EvidentlyMetric[] | null {
  const stored = members(at(root, 'metric_results')).map(([, result]) => storedMetric(result));
  const listed = [...items(at(root, 'metrics')), ...items(at(root, 'metric_results'))].filter(({ value }) => !isEmptyMapping(value)).map((one) => reportedMetric(one) ?? comparedMetric(one));
  const kept = inner === root ? [] : items(at(inner, 'metric_results')).map(keptMetric);
  const all = [...stored, ...listed, ...kept];
  const known = all.filter((metric) => metric !== null);
  return known.length === all.length ? known : null;
}

/** Reports before 0.7: `{ metric: 'DatasetDriftMetric', result: { … } }`. */
function reportedMetric(one: Spot): EvidentlyMetric | null {
  const type = textAt(one, 'metric');
  const result = at(one, 'result');
  return type === null || !/^[A-Z]\w+$/.test(type) || !isMapping(result.value) ? null : { type, spot: one, settings: result, result };
}

/** Reports since 0.7: `{ metric_name: 'ValueDrift(column=age)', config: { type: 'evidently:metric_v2:ValueDrift' }, value }`. */
function comparedMetric(one: Spot): EvidentlyMetric | null {
  const config = at(one, 'config');
  const type = /^evidently:metric_v2:(\w+)$/.exec(textAt(config, 'type') ?? '')?.[1] ?? /^([A-Z]\w+)\(.*\)$/s.exec(textAt(one, 'metric_name') ?? textAt(one, 'metric_id') ?? '')?.[1];
  return type === undefined || at(one, 'value').value === undefined ? null : { type, spot: one, settings: config, result: at(one, 'value') };
}

/** Results of a stored snapshot since 0.7. */
function storedMetric(one: Spot): EvidentlyMetric | null {
  const settings = at(one, 'metric_value_location', 'metric', 'params');
  const type = /^evidently:metric_v2:(\w+)$/.exec(textAt(settings, 'type') ?? '')?.[1];
  const ownType = textAt(one, 'type');
  if (ownType === null || !ownType.startsWith('evidently:metric_result_v2:')) return null;
  return { type: type ?? ownType.slice(ownType.lastIndexOf(':') + 1), spot: one, settings, result: isMapping(at(one, 'count').value) || isMapping(at(one, 'mean').value) ? one : at(one, 'value') };
}

/** Results of a stored snapshot before 0.7: `{ type: 'evidently:metric_result:DatasetDriftMetricResults', … }`. */
function keptMetric(one: Spot): EvidentlyMetric | null {
  const type = /(?:^|[.:])(\w+?)Results?$/.exec(textAt(one, 'type') ?? '')?.[1];
  return type === undefined ? null : { type, spot: one, settings: one, result: one };
}

function testsOf(root: Spot, inner: Spot): readonly EvidentlyTest[] | null {
  const all = [...items(at(root, 'tests')), ...(inner === root ? [] : items(at(inner, 'test_results')))].map(testIn);
  const known = all.filter((test) => test !== null);
  return known.length === all.length ? known : null;
}

const statuses = /^(?:SUCCESS|WARNING|FAIL|ERROR|SKIPPED)$/;

function testIn(one: Spot): EvidentlyTest | null {
  const name = textAt(one, 'name');
  const status = textAt(one, 'status') ?? '';
  const group = textAt(one, 'group') ?? testedMetric(one);
  if (name === null || !statuses.test(status) || group === null) return null;
  return { name, status, group, spot: one, column: textAt(one, 'metric_config', 'params', 'column') ?? textAt(one, 'parameters', 'column_name'), about: testedMetric(one) ?? group };
}

/** The metric a test is bound to, since 0.7. */
function testedMetric(one: Spot): string | null {
  if (!isMapping(at(one, 'metric_config').value)) return null;
  return /^evidently:metric_v2:(\w+)$/.exec(textAt(one, 'metric_config', 'params', 'type') ?? '')?.[1] ?? '';
}

function isEmptyMapping(value: unknown): boolean {
  return isMapping(value) && Object.keys(value).length === 0;
}

/** An empty report has only its frame left: version and time, a summary of its own, or the two lists under a name that says drift or Evidently. */
function isEmptyForm(root: Spot): boolean {
  const keys = members(root).map(([key]) => key).sort().join(' ');
  if (/^(?:metrics timestamp version|metrics tests timestamp version)$/.test(keys)) return Array.isArray(at(root, 'metrics').value);
  if (Array.isArray(at(root, 'tests').value) && at(root, 'summary', 'all_passed').value !== undefined && at(root, 'summary', 'by_status').value !== undefined) return true;
  return keys === 'metrics tests' && Array.isArray(at(root, 'metrics').value) && /evidently|drift/i.test(root.file);
}
