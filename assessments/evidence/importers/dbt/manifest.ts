import type { Fact, FactOf } from '../../facts.ts';
import { instantOf } from '../../instant.ts';
import { type Spot, at, isGiven, members, placeOf, textAt, textsAt } from '../../spot.ts';
import { unstatedValidation } from '../../unstated-records.ts';
import { isArtifact, kindOfNode, shortName } from './artifact.ts';
import { metricFact } from './metrics.ts';
import { dbtTestKind } from './test-kind.ts';

export function isManifest(root: Spot): boolean {
  return isArtifact(root, 'manifest');
}

/** The project as a pipeline, its tests, its metrics, and what is made of what as it is declared. */
export function manifestFacts(root: Spot): readonly Fact[] {
  const nodes = members(at(root, 'nodes')).map(([, node]) => node);
  const tests = nodes.filter((node) => textAt(node, 'resource_type') === 'test');
  const built = nodes.filter((node) => /^(?:model|snapshot)$/.test(textAt(node, 'resource_type') ?? ''));
  const name = textAt(root, 'metadata', 'project_name') ?? textAt(built[0] ?? root, 'package_name') ?? root.file;
  return [definitionFact(root, name, built.length), testsFact(root, name, tests), ...members(at(root, 'metrics')).map(([, metric]) => metricFact(metric)), ...built.flatMap(edgesOf)];
}

function definitionFact(root: Spot, name: string, jobs: number): FactOf<'pipeline.definition'> {
  return { type: 'pipeline.definition', place: placeOf(root), also: [], system: 'dbt', name, jobs, reusable: false, permissions: false, concurrency: false };
}

/** Freshness that a source declares is a check as well. */
function testsFact(root: Spot, suite: string, tests: readonly Spot[]): FactOf<'data.validation'> {
  const fresh = members(at(root, 'sources')).filter(([, source]) => isGiven(at(source, 'freshness', 'error_after', 'count')) || isGiven(at(source, 'freshness', 'warn_after', 'count')));
  const severities = new Set(tests.map((test) => (textAt(test, 'config', 'severity') ?? 'ERROR').toUpperCase()));
  const columns = new Set(tests.flatMap((test) => {
    const column = textAt(test, 'column_name') ?? textAt(test, 'test_metadata', 'kwargs', 'column_name');
    return column === null ? [] : [`${textAt(test, 'attached_node') ?? ''} ${column}`];
  }));
  return {
    type: 'data.validation', place: placeOf(root), ...unstatedValidation, suite, system: 'dbt', kind: 'expectations', evaluated: tests.length + fresh.length, columns: columns.size,
    kinds: [...new Set([...tests.map((test) => dbtTestKind(textAt(test, 'test_metadata', 'name') ?? 'custom')), ...(fresh.length > 0 ? ['freshness'] : [])])],
    gating: severities.size === 1 ? severities.has('ERROR') : null, at: instantOf(textAt(root, 'metadata', 'generated_at')),
  };
}

function edgesOf(node: Spot): readonly FactOf<'lineage.edge'>[] {
  const to = textAt(node, 'unique_id');
  if (to === null) return [];
  return textsAt(node, 'depends_on', 'nodes').filter((from) => /^(?:model|source|seed|snapshot)$/.test(kindOfNode(from))).map((from) => ({
    type: 'lineage.edge', place: placeOf(node), also: [], run: null, from: shortName(from), fromKind: 'data', fromHash: null, to: shortName(to), toKind: 'data', toHash: null,
    by: textAt(node, 'original_file_path'), system: 'dbt', recorded: false,
  }));
}
