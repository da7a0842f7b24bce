import type { FactOf } from '../../facts.ts';
import { imageReference } from '../../image-reference.ts';
import { type Block, argument, callsIn, firstText } from './blocks.ts';

type Image = FactOf<'image.digest'>;

/** Images that steps run in: `agent { docker { image '…' } }`, `docker '…'`, `docker.image('…')`. Those with a variable in them cannot be told. */
export function imageFacts(file: string, blocks: readonly Block[], stage: string | null = null): readonly Image[] {
  return blocks.flatMap((block): readonly Image[] => {
    const inside = block.name === 'stage' ? firstText(block.head) ?? stage : stage;
    const agent = block.name === 'docker' ? [...block.inside.filter(({ name }) => name === 'image').map(({ head }) => firstText(head)), ...(block.inside.length === 0 ? [argument(block.head, 'image') ?? firstText(block.head)] : [])] : [];
    const scripted = callsIn(block.head, (name) => name === 'docker.image').map(({ rest }) => firstText(rest));
    const named = [...agent, ...scripted].flatMap((written) => imageFact(file, block, written, inside));
    return [...named, ...imageFacts(file, block.inside, inside)];
  });
}

function imageFact(file: string, { lines }: Block, written: string | null, stage: string | null): readonly Image[] {
  if (written === null || written.trim() === '' || written.includes('$')) return [];
  const { image, tag, digest, moving } = imageReference(written);
  return [{
    type: 'image.digest', place: { file, lines }, also: [], release: null,
    image, imageDigest: digest, imageTag: tag, pinned: digest !== null, moving, role: 'tool', stage,
  }];
}
