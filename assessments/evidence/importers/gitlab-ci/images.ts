import type { FactOf } from '../../facts.ts';
import { imageReference } from '../../image-reference.ts';
import { type Spot, at, isWritten, oneOrMany, placeOf, textAt } from '../../spot.ts';
import type { Job } from './jobs.ts';

type Image = FactOf<'image.digest'>;

/** The images that jobs and their services run in; those behind variables cannot be told and are left out. */
export function imageFacts(root: Spot, jobs: readonly Job[]): readonly Image[] {
  const whole = [at(root, 'default'), root].flatMap((spot) => imagesOf(spot, null));
  return [...whole, ...jobs.flatMap((job) => imagesOf(job.spot, job.name))];
}

function imagesOf(spot: Spot, stage: string | null): readonly Image[] {
  const named = [at(spot, 'image'), ...oneOrMany(at(spot, 'services'))].filter(isWritten);
  return named.flatMap((one) => {
    const written = textAt(one) ?? textAt(one, 'name');
    return written === null || written.trim() === '' || written.includes('$') ? [] : [imageFact(one, written, stage)];
  });
}

function imageFact(spot: Spot, written: string, stage: string | null): Image {
  const { image, tag, digest, moving } = imageReference(written);
  return {
    type: 'image.digest', place: placeOf(spot), also: [], release: null,
    image, imageDigest: digest, imageTag: tag, pinned: digest !== null, moving, role: 'tool', stage,
  };
}
