import type { Fact, FactOf } from '../../facts.ts';
import { type Spot, at, isMapping, isWritten, members, numberAt, placeOf, textAt, wholeAt } from '../../spot.ts';
import { unstatedTarget } from '../../unstated-delivery.ts';

/** A deployment: a bento (`name:version`) and its services, each with room and scaling. */
export function isDeployment(root: Spot): boolean {
  const services = members(at(root, 'services'));
  return textAt(root, 'bento') !== null && services.length > 0 && services.every(([, service]) => isMapping(service.value)) && !isWritten(at(root, 'bentoml_version'));
}

export function deploymentFacts(root: Spot): readonly Fact[] {
  const bento = textAt(root, 'bento');
  const name = textAt(root, 'name') ?? bento ?? '';
  const version = /:([^:/]+)$/.exec(bento ?? '')?.[1] ?? null;
  return members(at(root, 'services')).flatMap(([service, spot]): readonly Fact[] => {
    const scaling = at(spot, 'scaling');
    const [least, most] = [wholeAt(scaling, 'min_replicas'), wholeAt(scaling, 'max_replicas')];
    const autoscaled = most !== null && most !== least;
    const target: FactOf<'deployment.target'> = {
      type: 'deployment.target', place: placeOf(spot), ...unstatedTarget, kind: 'BentoDeployment', name, platform: 'other', serves: 'model', component: service, modelUri: bento, modelVersion: version === 'latest' ? null : version,
      replicasMin: least, replicasMax: most, autoscaled, timeoutSeconds: numberAt(spot, 'config_overrides', 'traffic', 'timeout'),
    };
    const rule: FactOf<'scaling.rule'> = { type: 'scaling.rule', place: placeOf(scaling), also: [], subject: `${name}/${service}`, mechanism: 'bentoml', minimum: least, maximum: most, metrics: isWritten(at(spot, 'config_overrides', 'traffic', 'concurrency')) ? ['concurrency'] : [] };
    return autoscaled ? [target, rule] : [target];
  });
}
