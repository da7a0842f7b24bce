import type { Fact, FactOf } from './facts.ts';
import { imageReference } from './image-reference.ts';

export const subjectKinds = ['release', 'model', 'dataset', 'feature', 'prompt', 'pipeline', 'run', 'image', 'code'] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/** How one fact names a thing. A hash is whole, except that a commit may be shortened. */
export type Mention = { readonly kind: SubjectKind; readonly name: string | null; readonly version: string | null; readonly hash: string | null };

/** The fields that name a thing are spelled alike in all fact types: see facts/naming.ts. */
const namingFields: readonly (readonly [kind: SubjectKind, name: string | null, version: string | null, hash: string | null])[] = [
  ['release', 'release', null, null],
  ['model', 'model', 'modelVersion', 'modelHash'],
  ['dataset', 'dataset', 'datasetVersion', 'datasetHash'],
  ['feature', 'feature', 'featureVersion', 'featureHash'],
  ['prompt', 'prompt', 'promptVersion', 'promptHash'],
  ['pipeline', 'pipeline', null, null],
  ['run', 'run', null, null],
  ['image', 'image', null, 'imageDigest'],
  ['code', 'repository', null, 'commit'],
];

/** The things a fact names; each at most once. A repository without a commit is not a thing of its own. */
export function mentionsIn(fact: Fact): readonly Mention[] {
  const plain: Readonly<Record<string, unknown>> = fact;
  const textOf = (field: string | null): string | null => {
    const value = field === null ? null : plain[field];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const named = namingFields.map(([kind, name, version, hash]): Mention => ({ kind, name: textOf(name), version: textOf(version), hash: textOf(hash) }));
  return [...named.filter(isMention).map(withoutTag), ...ownMentions(fact)];
}

/** A deployment names its image as it is written there, tag and digest included. */
function withoutTag(mention: Mention): Mention {
  if (mention.kind !== 'image' || mention.name === null) return mention;
  const { image, digest } = imageReference(mention.name);
  return { ...mention, name: image, hash: mention.hash ?? digest };
}

function isMention({ kind, name, hash }: Mention): boolean {
  return kind === 'code' ? hash !== null : name !== null || hash !== null;
}

/** What single types say in fields of their own. */
function ownMentions(fact: Fact): readonly Mention[] {
  switch (fact.type) {
    case 'pipeline.definition': return [{ kind: 'pipeline', name: fact.name, version: null, hash: null }];
    case 'deployment.target': return servedModel(fact);
    case 'release.bundle': return bundleMentions(fact);
    default: return [];
  }
}

function bundleMentions(bundle: FactOf<'release.bundle'>): readonly Mention[] {
  const data = [bundle.trainingData, bundle.validationData, ...bundle.evaluationData].filter((name) => name !== null);
  return [
    ...data.map((name): Mention => ({ kind: 'dataset', name, version: null, hash: null })),
    ...(bundle.featureView === null ? [] : [{ kind: 'feature', name: bundle.featureView, version: null, hash: bundle.transformHash } as const]),
    ...(bundle.promptVersion === null ? [] : [{ kind: 'prompt', name: bundle.promptVersion, version: null, hash: null } as const]),
    ...imageMentions(bundle.pipelineImage), ...imageMentions(bundle.servingImage),
  ];
}

function imageMentions(written: string | null): readonly Mention[] {
  if (written === null) return [];
  const { image, digest } = imageReference(written);
  return image === '' ? [] : [{ kind: 'image', name: image, version: null, hash: digest }];
}

/** A registry address names its model (`models:/fraud/3`); a bucket only has folders. */
function servedModel({ modelUri, modelVersion }: FactOf<'deployment.target'>): readonly Mention[] {
  const name = /^models:\/+([^/@]+)/.exec(modelUri ?? '')?.[1];
  return name === undefined ? [] : [{ kind: 'model', name, version: modelVersion, hash: null }];
}
