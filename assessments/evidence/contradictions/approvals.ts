import type { FactOf } from '../facts.ts';
import { secondsBetween } from '../instant.ts';
import { type ContradictionRule, nameOf, ofSameDelivery } from './rule.ts';

/** Approved, or let through by a gate, although criteria are said to have failed. */
export const approvedAgainstCriteria: ContradictionRule = {
  kind: 'approved-against-criteria',
  find: ({ ofType }) => [
    ...ofType('approval').filter(({ approved }) => approved === true).filter(failed),
    ...ofType('gate.decision').filter(({ decision }) => decision === 'go').filter(failed),
  ].map((fact) => {
    const criteria = fact.failedCriteria.join(', ');
    return {
      about: nameOf(fact), left: fact.type === 'approval' ? 'approved' : fact.written, right: criteria === '' ? 'criteria_met: false' : criteria, facts: [fact],
      zh: `${nameOf(fact)} 已批准，但同一记录写明有标准未达到${criteria === '' ? '' : `（${criteria}）`}。`,
      en: `${nameOf(fact)} is approved although the same record says that criteria were not met${criteria === '' ? '' : ` (${criteria})`}.`,
    };
  }),
};

function failed({ criteriaMet, failedCriteria }: FactOf<'approval'> | FactOf<'gate.decision'>): boolean {
  return criteriaMet === false || failedCriteria.length > 0;
}

/** Approved although bias was found in the record itself or in the evaluation of the same delivery. */
export const approvedDespiteBias: ContradictionRule = {
  kind: 'approved-despite-bias',
  find: ({ ofType }) => {
    const biasedOf = ofSameDelivery(ofType('eval.run').filter(({ biasFlag }) => biasFlag === true));
    return ofType('approval').filter(({ approved }) => approved === true).flatMap((approval) => {
      const evaluations = biasedOf(approval);
      if (approval.biasDetected !== true && evaluations.length === 0) return [];
      const by = approval.mode === 'program' ? { zh: '由程序自动批准', en: 'was approved by a program' } : { zh: '已批准', en: 'is approved' };
      return [{
        about: nameOf(approval), left: approval.mode === 'program' ? 'approved by a program' : 'approved', right: 'bias detected', facts: [approval, ...evaluations],
        zh: `${nameOf(approval)} ${by.zh}，而评估发现偏见（bias）。`,
        en: `${nameOf(approval)} ${by.en} although bias was detected.`,
      }];
    });
  },
};

/** A program approved and recorded nothing that it decided by. */
export const unreviewedAutomation: ContradictionRule = {
  kind: 'unreviewed-automation',
  find: ({ ofType }) => ofType('approval').filter(({ approved, mode, criteriaRecorded }) => approved === true && mode === 'program' && !criteriaRecorded).map((approval) => ({
    about: nameOf(approval), left: approval.channel ?? 'automated', right: 'no criteria recorded', facts: [approval],
    zh: `${nameOf(approval)} 由程序自动批准，但没有记录任何判定标准。`,
    en: `${nameOf(approval)} was approved by a program, and nothing is recorded that it decided by.`,
  })),
};

/** The evaluation that an approval or gate rests on is later than the decision. */
export const decisionBeforeEvaluation: ContradictionRule = {
  kind: 'decision-before-evaluation',
  find: ({ ofType }) => {
    const evaluationsOf = ofSameDelivery(ofType('eval.run'));
    const decisions = [...ofType('approval').filter(({ approved }) => approved === true), ...ofType('gate.decision').filter(({ decision }) => decision === 'go')];
    return decisions.flatMap((decision) => {
      const evaluations = evaluationsOf(decision);
      const moments = evaluations.flatMap(({ at }) => at ?? []).sort();
      const [first] = moments;
      const { decidedAt } = decision;
      if (first === undefined || decidedAt === null || moments.length < evaluations.length || !isLater(first, decidedAt)) return [];
      return [{
        about: nameOf(decision), left: decidedAt, right: first, facts: [decision, ...evaluations],
        zh: `${nameOf(decision)} 的批准时间（${decidedAt}）早于其评估时间（${first}）。`,
        en: `${nameOf(decision)} was decided (${decidedAt}) before it was evaluated (${first}).`,
      }];
    });
  },
};

/** Moments of one kind as they stand; days, and moments of which only one has a zone, only where more than a day lies between. */
function isLater(one: string, other: string): boolean {
  const seconds = secondsBetween(other, one);
  if (seconds !== null) return seconds > 0;
  return Date.parse(one.slice(0, 10)) - Date.parse(other.slice(0, 10)) > 86_400_000;
}
