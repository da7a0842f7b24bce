import type { Fact, FactOf } from '../../facts.ts';
import { type Spot, at, isGiven, isMapping, isWritten, items, members, placeOf, textAt } from '../../spot.ts';
import { unstatedValidation } from '../../unstated-records.ts';
import { metricFact } from './metrics.ts';
import { dbtTestKind } from './test-kind.ts';

const lists = ['models', 'sources', 'seeds', 'snapshots'] as const;
const others = new Set([...lists, 'version', 'metrics', 'exposures', 'macros', 'analyses', 'groups', 'semantic_models', 'unit_tests', 'saved_queries', 'tests', 'data_tests', 'functions', 'catalogs']);

/** Named models, sources, seeds or snapshots under version 2, or without a version where one of them has tests; nothing else beside. */
export function isProperties(root: Spot): boolean {
  if (!members(root).every(([key]) => others.has(key))) return false;
  const named = [...lists, 'metrics' as const].flatMap((list) => items(at(root, list)));
  if (named.length === 0 || !named.every((one) => isMapping(one.value) && textAt(one, 'name') !== null)) return false;
  if (textAt(root, 'version') === '2') return true;
  return !isWritten(at(root, 'version')) && relations(root).some(({ spot }) => testsOf(spot).length > 0);
}

type Relation = { readonly name: string; readonly spot: Spot };

/** Models, seeds, snapshots, and the tables of sources. */
function relations(root: Spot): readonly Relation[] {
  const tables = items(at(root, 'sources')).flatMap((source) => items(at(source, 'tables')).map((table) => ({ name: `${textAt(source, 'name') ?? ''}.${textAt(table, 'name') ?? ''}`, spot: table })));
  return [...(['models', 'seeds', 'snapshots'] as const).flatMap((list) => items(at(root, list)).map((spot) => ({ name: textAt(spot, 'name') ?? '', spot }))), ...tables];
}

/** One fact for each relation, also for one without a test; the metrics defined beside them. */
export function propertyFacts(root: Spot): readonly Fact[] {
  return [...relations(root).map(relationFact), ...items(at(root, 'metrics')).map(metricFact)];
}

type Test = { readonly name: string; readonly spot: Spot; readonly column: string | null };

function testsOf(relation: Spot): readonly Test[] {
  const columns = items(at(relation, 'columns')).map((column) => ({ column: textAt(column, 'name'), spot: column }));
  return [{ column: null, spot: relation }, ...columns].flatMap(({ column, spot }) => [...items(at(spot, 'tests')), ...items(at(spot, 'data_tests'))].map((test) => ({ name: textAt(test) ?? ownName(test), spot: test, column })));
}

/** `- unique`, `- accepted_values: { values: … }`, or since 1.8 `- test_name: unique`. */
function ownName(test: Spot): string {
  return textAt(test, 'test_name') ?? members(test).find(([key]) => key !== 'name' && key !== 'config' && key !== 'description')?.[0] ?? 'custom';
}

function relationFact({ name, spot }: Relation): FactOf<'data.validation'> {
  const tests = testsOf(spot);
  const fresh = isGiven(at(spot, 'freshness', 'error_after')) || isGiven(at(spot, 'freshness', 'warn_after'));
  const severities = new Set(tests.map(severityOf));
  return {
    type: 'data.validation', place: placeOf(spot), ...unstatedValidation, suite: name, system: 'dbt', kind: 'expectations', dataset: name,
    evaluated: tests.length + Number(fresh), columns: new Set(tests.map(({ column }) => column).filter((column) => column !== null)).size,
    kinds: [...new Set([...tests.map((test) => dbtTestKind(test.name)), ...(fresh ? ['freshness'] : [])])],
    gating: severities.size === 1 ? severities.has('error') : null, owner: textAt(spot, 'meta', 'owner') ?? textAt(spot, 'config', 'meta', 'owner'),
  };
}

function severityOf({ spot, name }: Test): string {
  const settings = isMapping(at(spot, name).value) ? at(spot, name) : spot;
  return (textAt(settings, 'config', 'severity') ?? textAt(settings, 'severity') ?? 'error').toLowerCase();
}
