import type { FactOf } from '../../facts.ts';
import { imageReference } from '../../image-reference.ts';
import type { Named } from './subjects.ts';

type Artifact = FactOf<'build.artifact'>;

const told = 200;

/** What a build made; published where the attestation comes from a registry. */
export function artifactFacts(statement: FactOf<'provenance.statement'>, subjects: readonly Named[], published: boolean): readonly Artifact[] {
  const { place, release, repository, commit, run, builder } = statement;
  return subjects.slice(0, told).filter(({ name, hash }) => name !== '' || hash !== null).map(({ name, hash }): Artifact => {
    const kind = kindOf(name);
    const { image, digest, tag } = imageReference(name.replace(/^https?:\/\//, ''));
    return {
      type: 'build.artifact', place, also: [], release, repository, commit, run,
      image: kind === 'container' ? image : null, imageDigest: kind === 'container' ? digest ?? hash : null,
      artifact: name, artifactVersion: kind === 'container' ? tag : /^pkg:[^@]+@([^?#]+)/.exec(name)?.[1] ?? null, artifactHash: hash,
      kind, system: 'provenance', builder, published, bytes: null, at: statement.at,
    };
  });
}

const kinds: readonly (readonly [Artifact['kind'], RegExp])[] = [
  ['model', /\.(?:onnx|pt|pth|safetensors|pkl|joblib|h5|keras|gguf|tflite|pb|mlmodel)$/i],
  ['chart', /(?:^|\/)charts?\/|helm.*\.tgz$/i],
  ['package', /^pkg:|\.(?:whl|jar|war|nupkg|deb|rpm|gem|crate|tgz)$/i],
  ['archive', /\.(?:tar|gz|zip|xz|bz2|zst)$/i],
  ['container', /^(?:https?:\/\/)?[a-z0-9.-]+(?:\.[a-z]{2,}|:[0-9]+|localhost)\/[a-z0-9._/-]+(?::[\w.-]+)?(?:@sha256:[0-9a-f]{64})?$/],
];

function kindOf(name: string): Artifact['kind'] {
  return kinds.find(([, pattern]) => pattern.test(name.slice(0, 500)))?.[0] ?? 'other';
}
