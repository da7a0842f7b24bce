import { z } from 'zod';
import { count, instant, maybeCount, maybeNumber, maybeText, read, text, texts } from './field.ts';
import { ofModel, ofRelease, ofRun } from './naming.ts';

const riskAssessment = z.strictObject({
  type: z.literal('risk.assessment'), ...read, ...ofRelease, ...ofModel, ...ofRun,
  name: text('title or path'),
  score: maybeNumber('overall score, in its own unit'), level: maybeText('overall level as written'),
  riskTier: maybeCount('risk tier, 0 the most restricted'),
  scores: texts('single scores as name=value'),
  hazards: texts('ids or titles of hazards, at most 100'), high: count('hazards of high or critical severity'),
  mitigated: count('hazards with a mitigation'), owned: count('hazards with an owner'),
  register: maybeText('risk register it points to'),
  placeholders: count('fields left as placeholder'),
  at: instant('when'),
}).describe('Risks of a model or release, and what is done about them');

/** The kinds of contradictions; each has its rule in contradictions/. */
export const contradictionKinds = [
  'approved-against-criteria', 'approved-despite-bias', 'unreviewed-automation', 'hash-differs', 'content-differs', 'version-differs', 'threshold-differs', 'metric-differs',
  'finished-empty', 'empty-output', 'success-against-statistics', 'count-differs', 'unnamed-model', 'protection-without-review', 'decision-before-evaluation', 'unknown-rollback-target',
  'commit-differs', 'evaluated-on-training-data', 'passed-against-threshold', 'stale-lock',
] as const;

const contradiction = z.strictObject({
  type: z.literal('contradiction'), ...read,
  kind: z.enum(contradictionKinds).describe('which rule found it'),
  about: text('the thing both claims are about'),
  left: text('the first claim, in the words of its file'), right: text('the other claim'),
  zh: text('the contradiction in one sentence, Chinese'), en: text('the same, English'),
}).describe('Two claims in the evidence that do not go together; place is the first claim, also the others');

export const governanceFacts = {
  'risk.assessment': riskAssessment,
  'contradiction': contradiction,
} as const;
