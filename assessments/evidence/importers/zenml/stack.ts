import type { Fact } from '../../facts.ts';
import { plainAddress } from '../../plain-address.ts';
import { type Spot, at, isMapping, members, placeOf, textAt } from '../../spot.ts';
import { stageOfName } from '../../stage-of-name.ts';
import { unstatedEnvironment } from '../../unstated-delivery.ts';

/** `zenml stack export`: a name, and components each of a flavour. */
export function isStack(root: Spot): boolean {
  const components = members(at(root, 'components'));
  return textAt(root, 'stack_name') !== null && components.length > 0 && components.every(([, one]) => isMapping(one.value) && textAt(one, 'flavor') !== null);
}

/** The stack as a workspace, and the stores in it. */
export function stackFacts(root: Spot): readonly Fact[] {
  const name = textAt(root, 'stack_name') ?? '';
  const stores = members(at(root, 'components')).filter(([kind]) => ['artifact_store', 'container_registry', 'data_store'].includes(kind));
  return [
    { type: 'environment.definition', place: placeOf(root), ...unstatedEnvironment, name, kind: 'workspace', system: 'zenml', stage: stageOfName(name) },
    ...stores.map(([kind, store]): Fact => {
      const address = textAt(store, 'configuration', 'path') ?? textAt(store, 'configuration', 'uri');
      return { type: 'environment.definition', place: placeOf(store), ...unstatedEnvironment, name: textAt(store, 'name') ?? kind, kind: 'storage', system: 'zenml', stage: stageOfName(name), location: address === null ? null : plainAddress(address) };
    }),
  ];
}
