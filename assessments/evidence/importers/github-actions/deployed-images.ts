import type { Fact, FactOf } from '../../facts.ts';
import { imageReference } from '../../image-reference.ts';
import { type Spot, at, items, members, placeOf, textAt } from '../../spot.ts';
import { unstatedTarget } from '../../unstated-delivery.ts';

/** Inputs by which actions that deploy take the image, and the name of what it goes to. */
const imageInputs = ['images', 'image', 'imageToDeploy', 'image-to-deploy', 'container-image', 'image-uri'];
const nameInputs = ['app-name', 'service', 'service-name', 'containerAppName', 'name', 'function-name', 'deployment', 'app'];
const mostImages = 20;

/** The images that steps which deploy by an action put into service, as the action is told them. */
export function deployedImages(root: Spot, facts: readonly Fact[]): readonly FactOf<'deployment.target'>[] {
  const deploying = new Set(facts.flatMap((fact) => (fact.type === 'pipeline.step' && fact.kind === 'deploy' && fact.uses !== null && 'pointer' in fact.place ? [fact.place.pointer] : [])));
  const steps = members(at(root, 'jobs')).flatMap(([job, spot]) => items(at(spot, 'steps')).map((step) => ({ job, step })));
  return steps.filter(({ step }) => deploying.has(step.pointer)).flatMap(({ job, step }) => {
    const inputs = at(step, 'with');
    const images = imageInputs.flatMap((input) => textAt(inputs, input)?.split(/[\n,]+/) ?? []).map((written) => written.trim()).filter((written) => written !== '');
    const name = nameInputs.map((input) => textAt(inputs, input)).find((one) => one !== null) ?? job;
    return images.slice(0, mostImages).map((written) => targetFact(step, written, name));
  });
}

function targetFact(step: Spot, written: string, name: string): FactOf<'deployment.target'> {
  const { tag, digest } = imageReference(written);
  return { type: 'deployment.target', place: placeOf(step), ...unstatedTarget, kind: 'deploy step', name, platform: 'other', serves: 'service', component: name, image: written, imagePinned: digest !== null, imageTag: tag };
}
