import type { Fact, FactOf } from '../facts.ts';
import { imageReference } from '../image-reference.ts';
import { versionKey } from '../subjects.ts';
import { type Claim, type ContradictionRule, nameOf, ofSameDelivery } from './rule.ts';

const hashFields = { model: 'modelHash', dataset: 'datasetHash', feature: 'featureHash', prompt: 'promptHash' } as const;

/** One name and version, two digests of one kind: evaluated is not deployed, registered is not signed. */
export const hashDiffers: ContradictionRule = {
  kind: 'hash-differs',
  find: ({ facts, subjects, ofType }) => [
    ...subjects.flatMap((subject): readonly Claim[] => {
      if (!(subject.kind in hashFields)) return [];
      const field = hashFields[subject.kind as keyof typeof hashFields];
      const stated = subject.facts.flatMap((index) => facts[index] ?? []).map((fact) => ({ fact, hash: textOf(fact, field) }));
      const [first, other] = firstDifference(stated.flatMap(({ fact, hash }) => (hash === null ? [] : [{ fact, hash }])));
      return first === undefined || other === undefined ? [] : [claimOfHashes(`${subject.name} ${subject.version ?? ''}`.trim(), first, other)];
    }),
    ...deployedImages(ofType('release.bundle'), ofType('deployment.target')),
  ],
};

type Hashed = { readonly fact: Fact; readonly hash: string };

/** The two that stand first of those that can be compared (equal length: the same algorithm) and differ. */
function firstDifference(stated: readonly Hashed[]): readonly [Hashed, Hashed] | readonly [] {
  const sorted = stated.toSorted((one, other) => (one.hash < other.hash ? -1 : one.hash > other.hash ? 1 : 0));
  for (const [index, one] of sorted.entries()) {
    const other = sorted.slice(index + 1).find(({ hash }) => hash.length === one.hash.length && hash !== one.hash);
    if (other !== undefined) return [one, other];
  }
  return [];
}

function claimOfHashes(about: string, one: Hashed, other: Hashed): Claim {
  return {
    about, left: one.hash, right: other.hash, facts: [one.fact, other.fact],
    zh: `${about} 在两处记录的哈希值不同（${short(one.hash)} 与 ${short(other.hash)}），不是同一份内容。`,
    en: `${about} is recorded with two different digests (${short(one.hash)} and ${short(other.hash)}): it is not the same content.`,
  };
}

/** An image that is deployed under the name of a released one, with a digest that no release states. */
function deployedImages(bundles: readonly FactOf<'release.bundle'>[], targets: readonly FactOf<'deployment.target'>[]): readonly Claim[] {
  const released = bundles.flatMap((bundle) => (bundle.servingImage === null ? [] : [{ fact: bundle, ...imageReference(bundle.servingImage) }]));
  return targets.flatMap((target): readonly Claim[] => {
    const { image, digest } = imageReference(target.image ?? '');
    const known = released.filter((one) => one.image === image && one.digest !== null).sort((one, other) => ((one.digest ?? '') < (other.digest ?? '') ? -1 : 1));
    const [first] = known;
    if (digest === null || first === undefined || known.some((one) => one.digest === digest)) return [];
    return [{
      about: image, left: digest, right: first.digest ?? '', facts: [target, first.fact],
      zh: `部署的镜像 ${image} 的摘要 ${short(digest)} 不在任何发布包中（发布包写的是 ${short(first.digest ?? '')}）。`,
      en: `The deployed image ${image} has the digest ${short(digest)}, which no release bundle states (they state ${short(first.digest ?? '')}).`,
    }];
  });
}

/** One release, two contents. Repositories number their releases each for itself. */
export const contentDiffers: ContradictionRule = {
  kind: 'content-differs',
  find: ({ ofType }) => [...Map.groupBy(ofType('release.bundle'), ({ release, system, repository }) => `${system} ${repository ?? ''} ${release}`).values()].flatMap(([one, ...others]): readonly Claim[] => {
    const other = others.find(({ content }) => content !== one?.content);
    if (one === undefined || other === undefined) return [];
    return [{
      about: one.release, left: one.content, right: other.content, facts: [one, other],
      zh: `发布 ${one.release} 有两份内容不同的记录。`,
      en: `There are two records of release ${one.release}, and their contents differ.`,
    }];
  }),
};

type Versioned = Extract<Fact, { readonly model: string | null; readonly modelVersion: string | null; readonly release: string | null }>;

/** One release, one model, two versions. */
export const versionDiffers: ContradictionRule = {
  kind: 'version-differs',
  find: ({ facts }) => onePerRelease(facts.filter((fact): fact is Versioned => 'model' in fact && 'release' in fact && fact.release !== null && fact.model !== null && fact.modelVersion !== null))
    .map(([one, other]) => ({
      about: `${nameOf(one)} ${one.model ?? ''}`, left: one.modelVersion ?? '', right: other.modelVersion ?? '', facts: [one, other],
      zh: `发布 ${nameOf(one)} 中模型 ${one.model ?? ''} 的版本记录不一致（${one.modelVersion ?? ''} 与 ${other.modelVersion ?? ''}）。`,
      en: `Release ${nameOf(one)} names two versions of ${one.model ?? ''}: ${one.modelVersion ?? ''} and ${other.modelVersion ?? ''}.`,
    })),
};

/** The first two that differ, for every release and model: a hundred facts of one mistake are one contradiction. */
function onePerRelease(facts: readonly Versioned[]): readonly (readonly [Versioned, Versioned])[] {
  const groups = Map.groupBy(facts, ({ release, model }) => `${release ?? ''}\n${model ?? ''}`);
  return [...groups.values()].flatMap((group) => {
    const byVersion = [...Map.groupBy(group, ({ modelVersion }) => versionKey(modelVersion ?? ''))].sort(([one], [other]) => (one < other ? -1 : 1));
    const [one, other] = byVersion.map(([, own]) => own[0]);
    return one === undefined || other === undefined ? [] : [[one, other] as const];
  });
}

/** The bundle names one commit, what was built or run for the same release another. */
export const commitDiffers: ContradictionRule = {
  kind: 'commit-differs',
  find: ({ ofType }) => {
    const witnessesOf = ofSameDelivery([...ofType('code.revision'), ...ofType('provenance.statement'), ...ofType('build.artifact'), ...ofType('pipeline.run')]);
    return ofType('release.bundle').filter(({ commit }) => commit !== null).flatMap((bundle) => {
      const other = witnessesOf(bundle).find(({ commit }) => isOtherCommit(bundle.commit, commit));
      return other === undefined ? [] : [{
        about: bundle.release, left: bundle.commit ?? '', right: other.commit ?? '', facts: [bundle, other] as const,
        zh: `发布包 ${bundle.release} 写的代码提交（${short(bundle.commit ?? '')}）与其构建或运行记录（${short(other.commit ?? '')}）不同。`,
        en: `The bundle ${bundle.release} names commit ${short(bundle.commit ?? '')}, its build or run was made from ${short(other.commit ?? '')}.`,
      }];
    });
  },
};

function isOtherCommit(one: string | null, other: string | null): boolean {
  if (one === null || other === null || !/^[0-9a-f]{7,64}$/i.test(one) || !/^[0-9a-f]{7,64}$/i.test(other)) return false;
  const [left, right] = [one.toLowerCase(), other.toLowerCase()];
  return !left.startsWith(right) && !right.startsWith(left);
}

function textOf(fact: Fact, field: string): string | null {
  const value = (fact as Readonly<Record<string, unknown>>)[field];
  return typeof value === 'string' ? value : null;
}

function short(hash: string): string {
  return hash.length > 16 ? `${hash.slice(0, 12)}…` : hash;
}
