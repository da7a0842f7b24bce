import type { Pack } from '../catalogue/pack.ts';
import type { Draft } from '../journal/event.ts';
import { organisationTypeParameter } from '../journal/organisation-type.ts';
import type { AssessmentState } from '../journal/state.ts';
import { confidencesOf } from './doubts.ts';
import { finalRatings } from './final-rating.ts';
import type { FinalRating } from './result.ts';
import { ruleParameters } from './rules.ts';

export type CarryInput = {
  /** The earlier assessment and the pack it was rated by. */
  readonly state: AssessmentState; readonly pack: Pack;
  /** The pack of the new assessment: the same edition or another of the same pack. */
  readonly into: Pack;
};

/**
 * What a new assessment takes over from an earlier one, beside what it is made with (policy, roll-up, the target of the
 * whole): the type of the organisation, the numbers of the rules, the targets of nodes, and the ratings that counted, each to be confirmed before it
 * counts again. What was open or disputed is not carried, nor is evidence: it is of its period.
 * Requirements are matched by id; where one reads otherwise in the new pack, that is marked.
 */
export function carryOver({ state, pack, into }: CarryInput): readonly Draft[] {
  const nodes = new Set(into.groups.map(({ id }) => id));
  const targets = Object.entries(state.targets).filter(([node]) => nodes.has(node));
  const parameters = Object.entries(state.parameters).filter(([name]) => name === organisationTypeParameter || isRule(name));
  return [
    ...targets.map(([node, level]): Draft => ({ type: 'target.set', payload: { node, level } })),
    ...parameters.map(([name, value]): Draft => ({ type: 'parameter.set', payload: { name, value } })),
    ...ratingsOf({ state, pack, into }),
  ];
}

function isRule(name: string): boolean {
  return name === ruleParameters.thresholdPercent || name === ruleParameters.quotaPercent || name.startsWith(ruleParameters.weight);
}

function ratingsOf({ state, pack, into }: CarryInput): readonly Draft[] {
  const finals = finalRatings(pack, state);
  const said = confidencesOf(state, finals);
  const wordsOf = (of: Pack): ReadonlyMap<string, string> => new Map(of.groups.flatMap((group) => group.requirements.map(({ id, level, zh, en }) => [id, `${level} ${zh}\n${en}`] as const)));
  const [before, now] = [wordsOf(pack), wordsOf(into)];
  return finals.flatMap((final): readonly Draft[] => {
    const { requirement, value } = final;
    if (value === null || !now.has(requirement)) return [];
    const { rationale, raters, at } = saidBy(state, final);
    return [{ type: 'rating.carried', payload: {
      requirement, subject: null, value, confidence: said.get(requirement) ?? null, rationale, reworded: before.get(requirement) !== now.get(requirement),
      from: { assessment: state.assessment, raters, at },
    } }];
  });
}

/** Who stands behind a rating, when it was last said, and the words it was given: those of the consensus before others. */
function saidBy(state: AssessmentState, { requirement, value, layer }: FinalRating): { readonly rationale: string; readonly raters: readonly string[]; readonly at: string } {
  const isOwn = (one: { readonly requirement: string; readonly subject: string | null; readonly layer: string }): boolean => one.requirement === requirement && one.subject === null && one.layer === layer;
  const said = [...state.consensus.filter(isOwn).slice(-1), ...state.ratings.filter((rating) => isOwn(rating) && rating.value === value)];
  return {
    rationale: said.find(({ rationale }) => rationale.trim() !== '')?.rationale ?? '',
    raters: [...new Set(said.map(({ author }) => author.name))],
    at: said.map(({ at }) => at).sort().at(-1) ?? '',
  };
}
