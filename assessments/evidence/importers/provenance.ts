import { diagnostic } from '../diagnostics.ts';
import type { Documents } from '../documents.ts';
import type { Fact, FactOf } from '../facts.ts';
import { imageReference } from '../image-reference.ts';
import type { Importer } from '../importer.ts';
import { type Spot, at, isMapping, placeOf, rootSpots, textAt } from '../spot.ts';
import { attestationsIn } from './provenance/envelopes.ts';
import { statementFacts } from './provenance/statement.ts';

/**
 * in-toto statements, bare or inside DSSE envelopes, Sigstore bundles, attestations of npm and Google Cloud Build, and
 * signatures of models. Payloads are decoded and read; nothing is verified, and every fact says so.
 */
export const provenance: Importer = {
  id: 'provenance',
  title: { zh: '来源证明与签名（in-toto、SLSA、Sigstore）', en: 'Provenance and signatures (in-toto, SLSA, Sigstore)' },
  recognises: (file, documents) => rootSpots(file.path, documents).some((root) => attestationsIn(root).length > 0),
  read: (file, documents) => {
    const attestations = attestationsOf(file.path, documents);
    const closed = attestations.filter(({ statement, digest }) => statement === null && digest === null).length;
    return {
      facts: [...rootSpots(file.path, documents).flatMap(imageFacts), ...attestations.flatMap(statementFacts)],
      diagnostics: closed === 0 ? [] : [diagnostic('partial', file.path, { detail: `payload (${closed})` })],
    };
  },
};

function attestationsOf(path: string, documents: Documents): ReturnType<typeof attestationsIn> {
  return rootSpots(path, documents).flatMap(attestationsIn);
}

/** The image that Google Cloud Build shows a provenance for. */
function imageFacts(root: Spot): readonly Fact[] {
  const summary = at(root, 'image_summary');
  const { image, digest, tag } = imageReference(textAt(summary, 'fully_qualified_digest') ?? '');
  if (!isMapping(summary.value) || image === '') return [];
  const fact: FactOf<'image.digest'> = { type: 'image.digest', place: placeOf(summary), also: [], release: null, image, imageDigest: digest, imageTag: tag, pinned: digest !== null, moving: false, role: 'built', stage: null };
  return [fact];
}
