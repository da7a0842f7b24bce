import type { Fact, FactOf } from '../../facts.ts';
import { type Spot, at, isGiven, items, numberAt, placeOf, saysTrue, textAt } from '../../spot.ts';

/** A serving endpoint: each model it serves, and how traffic is divided among several. */
export function endpointFacts(key: string, endpoint: Spot): readonly Fact[] {
  const name = textAt(endpoint, 'name') ?? key;
  const config = at(endpoint, 'config');
  const served = [...items(at(config, 'served_entities')), ...items(at(config, 'served_models'))];
  const routes = items(at(config, 'traffic_config', 'routes'));
  const weights = routes.map((route) => numberAt(route, 'traffic_percentage')).filter((weight) => weight !== null);
  const split: FactOf<'traffic.split'> = {
    type: 'traffic.split', place: placeOf(at(config, 'traffic_config')), also: [], subject: name, tool: 'databricks',
    destinations: routes.map((route) => textAt(route, 'served_model_name') ?? textAt(route, 'served_entity_name') ?? ''), weights,
    total: weights.length === 0 ? 100 : weights.reduce((sum, weight) => sum + weight, 0), mirrored: false, matched: false,
  };
  const logger = isGiven(at(config, 'auto_capture_config')) || isGiven(at(endpoint, 'ai_gateway', 'inference_table_config'));
  return [...served.map((entity) => targetFact(name, entity, logger)), ...(routes.length === 0 ? [] : [split])];
}

function targetFact(name: string, entity: Spot, logger: boolean): FactOf<'deployment.target'> {
  return {
    type: 'deployment.target', place: placeOf(entity), also: [],
    kind: 'model_serving_endpoint', name, namespace: null, platform: 'other', serves: 'model',
    component: textAt(entity, 'name') ?? 'served entity', framework: null,
    modelUri: textAt(entity, 'entity_name') ?? textAt(entity, 'model_name'), modelVersion: textAt(entity, 'entity_version') ?? textAt(entity, 'model_version'),
    image: null, imagePinned: false, imageTag: null, replicasMin: saysTrue(entity, 'scale_to_zero_enabled') ? 0 : null, replicasMax: null,
    autoscaled: saysTrue(entity, 'scale_to_zero_enabled'), readinessProbe: false, livenessProbe: false, startupProbe: false,
    cpuRequested: false, memoryRequested: false, limited: false, gpus: null, timeoutSeconds: null, logger,
  };
}
