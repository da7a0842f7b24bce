import { z } from 'zod';
import { ruleParameters, rulesOf, type AssessmentState, type Draft } from '#assessments';
import type { WantedRules } from '#contract';
import type { Feature } from './handler.ts';
import { withAuthor } from './opened.ts';
import { refused } from './problems.ts';
import { rulesShape } from './questions.ts';
import { record } from './record.ts';

const assessment = z.string().max(64);
const targets = z.record(z.string().max(100), z.int().min(1).max(5)).readonly();

export const rules: Feature<'setRules' | 'confirmCarried'> = {
  setRules: {
    input: z.strictObject({ assessment, rules: z.strictObject({ ...rulesShape, targets }).readonly() }),
    run: (input, context) => withAuthor(context, input.assessment, (session, author) => {
      const known = new Set(['', ...session.pack.groups.map(({ id }) => id)]);
      const stranger = [...Object.keys(input.rules.targets), ...Object.keys(input.rules.weights)].find((node) => !known.has(node));
      if (stranger !== undefined) return refused('no-node', stranger);
      return record(context, session, author, changesOf(session.store.state(), input.rules));
    }),
  },

  confirmCarried: {
    input: z.strictObject({ assessment, requirements: z.array(z.string().min(1).max(100)).max(5_000).readonly().nullable() }),
    run: (input, context) => withAuthor(context, input.assessment, (session, author) => {
      const wanted = input.requirements === null ? null : new Set(input.requirements);
      const open = session.store.state().carried.filter(({ requirement, subject, confirmed, reworded }) => subject === null && !confirmed && !reworded && (wanted === null || wanted.has(requirement)));
      if (open.length === 0) return refused('nothing-carried');
      return record(context, session, author, open.map(({ requirement, value, confidence, rationale }): Draft => ({
        type: 'rating.set', payload: { requirement, subject: null, layer: session.layer(), value, confidence, rationale, basis: { kind: 'human', accepted: [] } },
      })));
    }),
  },
};

/** The events that make the rules and targets what is wanted; nothing for what is so already. */
function changesOf(state: AssessmentState, wanted: WantedRules): readonly Draft[] {
  const now = rulesOf(state);
  const parameter = (name: string, before: number, value: number): readonly Draft[] => (before === value ? [] : [{ type: 'parameter.set', payload: { name, value } }]);
  const nodes = new Set([...Object.keys(now.weights), ...Object.keys(wanted.weights)]);
  const targeted = new Set([...Object.keys(state.targets), ...Object.keys(wanted.targets)]);
  return [
    ...(wanted.policy === now.policy && wanted.rollup === now.rollup ? [] : [{ type: 'policy.set' as const, payload: { policy: wanted.policy, rollup: wanted.rollup } }]),
    ...parameter(ruleParameters.thresholdPercent, now.thresholdPercent, wanted.thresholdPercent),
    ...parameter(ruleParameters.quotaPercent, now.quotaPercent, wanted.quotaPercent),
    ...[...nodes].flatMap((node) => parameter(`${ruleParameters.weight}${node}`, now.weights[node] ?? 1, wanted.weights[node] ?? 1)),
    ...[...targeted].flatMap((node): readonly Draft[] => {
      const level = wanted.targets[node] ?? null;
      return level === (state.targets[node] ?? null) ? [] : [{ type: 'target.set', payload: { node: node === '' ? null : node, level } }];
    }),
  ];
}
