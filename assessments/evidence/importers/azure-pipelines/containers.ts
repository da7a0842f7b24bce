import type { FactOf } from '../../facts.ts';
import { imageReference } from '../../image-reference.ts';
import { type Spot, at, items, placeOf, textAt } from '../../spot.ts';
import type { Job } from './jobs.ts';

type Image = FactOf<'image.digest'>;

/** Container images that jobs run in: declared as resources, or written at the job. A bare word at a job is the alias of a resource. */
export function containerFacts(root: Spot, jobs: readonly Job[]): readonly Image[] {
  const declared = items(at(root, 'resources', 'containers'));
  const aliases = new Set(declared.map((container) => textAt(container, 'container')));
  const resources = declared.flatMap((container) => imageFact(at(container, 'image'), null));
  return [...resources, ...jobs.flatMap(({ spot, name }) => {
    const container = at(spot, 'container');
    return aliases.has(textAt(container)) ? [] : imageFact(textAt(container) === null ? at(container, 'image') : container, name);
  })];
}

/** An image behind an expression cannot be told. */
function imageFact(spot: Spot, stage: string | null): readonly Image[] {
  const written = textAt(spot);
  if (written === null || written.trim() === '' || /\$[({[]/.test(written)) return [];
  const { image, tag, digest, moving } = imageReference(written);
  return [{
    type: 'image.digest', place: placeOf(spot), also: [], release: null,
    image, imageDigest: digest, imageTag: tag, pinned: digest !== null, moving, role: 'tool', stage,
  }];
}
