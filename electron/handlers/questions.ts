import { z } from 'zod';
import { confidencesOf, ok, policies, rollups, rulesOf, severities, sufficiencyOf, sufficiencyShares, why, whyInWords, xray, type Bilingual, type Fact, type ScoringRules, type Suggestion, type Why, type XrayFinding } from '#assessments';
import type { XrayView } from '#contract';
import { analyse } from './analysis.ts';
import type { Context } from './context.ts';
import type { Feature } from './handler.ts';
import { withSession } from './opened.ts';
import { refused } from './problems.ts';
import { savedState } from './record.ts';
import type { Session } from './session.ts';
import { rewordedSince } from './wording/reworded.ts';

const assessment = z.string().max(64);
const percent = z.int().min(1).max(100);
/** Weights of more nodes than any pack has are a mistake. */
const weights = z.record(z.string().min(1).max(100), percent).refine((all) => Object.keys(all).length <= 1_000).readonly();
export const rulesShape = { policy: z.enum(policies), rollup: z.enum(rollups), thresholdPercent: percent, quotaPercent: percent, weights };
const partialRules = z.strictObject({
  policy: rulesShape.policy.exactOptional(), rollup: rulesShape.rollup.exactOptional(), thresholdPercent: percent.exactOptional(), quotaPercent: percent.exactOptional(), weights: weights.exactOptional(),
}).readonly();

export const questions: Feature<'readWhy' | 'readXray'> = {
  readWhy: {
    input: z.strictObject({ assessment, node: z.string().max(100), rules: partialRules.exactOptional() }),
    run: (input, context) => withSession(context, input.assessment, async (session) => {
      const found = explain(session, input.node, await analyse(session, context), input.rules);
      return found === null ? refused('no-node', input.node) : ok({ ...savedState(session), ...found });
    }),
  },

  readXray: {
    input: z.strictObject({ assessment }),
    run: (input, context) => withSession(context, input.assessment, async (session) => {
      const findings = await findingsOf(session, context);
      return ok({ ...savedState(session), findings, counts: countsOf(findings) });
    }),
  },
};

/** Why a node of an open assessment has its level, also in words; null where its pack has no such node. */
export function explain({ pack, store, result }: Session, node: string, { suggestions, facts }: { readonly suggestions: readonly Suggestion[]; readonly facts: readonly Fact[] }, rules: Partial<ScoringRules> = {}): { readonly why: Why; readonly words: readonly Bilingual[] } | null {
  const state = store.state();
  const { finals } = result();
  const found = why({ pack, finals, targets: state.targets, ...rulesOf(state), ...rules, confidence: confidencesOf(state, finals), sufficiency: sufficiencyShares(sufficiencyOf({ pack, state, suggestions, facts })) }, node);
  return found === null ? null : { why: found, words: whyInWords(found, pack) };
}

/** The standing checks over an open assessment as it stands. */
export async function findingsOf(session: Session, context: Context): Promise<readonly XrayFinding[]> {
  const { suggestions, facts } = await analyse(session, context);
  return xray({ pack: session.pack, state: session.store.state(), result: session.result(), suggestions, facts, reworded: new Set(rewordedSince(context, session).keys()) });
}

/** How many findings there are of each severity. */
export function countsOf(findings: readonly XrayFinding[]): XrayView['counts'] {
  const [error, warning, note] = severities.map((severity) => findings.filter((finding) => finding.severity === severity).length) as [number, number, number];
  return { error, warning, note };
}
