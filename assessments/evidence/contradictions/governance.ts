import { type ContradictionRule, nameOf } from './rule.ts';

/** A plan for a model that it does not name. */
export const unnamedModel: ContradictionRule = {
  kind: 'unnamed-model',
  find: ({ ofType }) => ofType('monitoring.plan').filter(({ modelNamed }) => !modelNamed).map((plan) => ({
    about: nameOf(plan), left: plan.name, right: 'model: unknown', facts: [plan],
    zh: `监控计划 ${plan.name} 没有写明针对哪个模型，无法与任何上线模型对应。`,
    en: `The monitoring plan ${plan.name} does not say which model it is for.`,
  })),
};

/** A rule that demands a review by nobody. */
export const protectionWithoutReview: ContradictionRule = {
  kind: 'protection-without-review',
  find: ({ ofType }) => ofType('branch.policy').filter(({ enforced, requestRequired, approvals, codeOwnerReview }) => enforced && requestRequired && approvals === 0 && !codeOwnerReview).map((policy) => ({
    about: policy.name, left: 'pull request required', right: '0 approvals', facts: [policy],
    zh: `分支规则 ${policy.name} 已启用并要求合并请求，但所需评审数为 0。`,
    en: `The branch rule ${policy.name} is active and asks for pull requests, but requires 0 approvals.`,
  })),
};

/** The release to go back to is none of those in the evidence, or the release itself. */
export const unknownRollbackTarget: ContradictionRule = {
  kind: 'unknown-rollback-target',
  find: ({ ofType }) => {
    const bundles = ofType('release.bundle');
    const releases = new Set(bundles.map(({ release }) => release));
    return bundles.flatMap((bundle) => {
      const { release, rollbackTarget: target } = bundle;
      if (target === null || (target !== release && (releases.size < 2 || releases.has(target)))) return [];
      return [{
        about: release, left: target, right: target === release ? release : [...releases].filter((one) => one !== release).sort().join(', '), facts: [bundle] as const,
        zh: target === release ? `发布 ${release} 的回滚目标是它自己。` : `发布 ${release} 的回滚目标 ${target} 不在证据所含的发布之中。`,
        en: target === release ? `Release ${release} names itself as its rollback target.` : `The rollback target ${target} of release ${release} is none of the releases in the evidence.`,
      }];
    });
  },
};

/** What a model was evaluated on is what it was trained on. */
export const evaluatedOnTrainingData: ContradictionRule = {
  kind: 'evaluated-on-training-data',
  find: ({ ofType }) => ofType('release.bundle').filter(({ trainingData, evaluationData, validationData }) => trainingData !== null && [...evaluationData, validationData].includes(trainingData)).map((bundle) => ({
    about: bundle.release, left: `training ${bundle.trainingData ?? ''}`, right: `evaluation ${bundle.trainingData ?? ''}`, facts: [bundle],
    zh: `发布 ${bundle.release} 用训练数据 ${bundle.trainingData ?? ''} 做评估。`,
    en: `Release ${bundle.release} is evaluated on its own training data ${bundle.trainingData ?? ''}.`,
  })),
};
