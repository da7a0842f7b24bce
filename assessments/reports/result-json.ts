import { z } from 'zod';
import { place } from '../evidence/place.ts';
import { bilingual } from '../language.ts';
import { groupKinds } from '../catalogue/pack.ts';
import { policies, ratingValues, rollups } from '../journal/event.ts';
import type { Place } from '../evidence/place.ts';
import { citedPlaces, masked } from './cells.ts';
import { createContext, type ReportContext } from './context.ts';
import type { ReportInput } from './report-input.ts';

const reached = z.int().min(0).max(5).nullable();
const grade = z.string().nullable().describe('"3" clean, "3−" working on 3 (U+2212); the plain level above sub-items');
const suggested = z.enum(['N', 'P', 'L', 'F']);

const suggestion = z.strictObject({
  rating: suggested.nullable().describe('null: not enough to say'),
  strength: z.enum(['direct', 'indirect']).nullable(),
  conflict: z.boolean(),
  checks: z.array(z.strictObject({ id: z.string(), facts: z.array(z.int().min(0)).readonly().describe('indices into the facts of the assessment') }).readonly()).readonly(),
  missing: z.array(bilingual).readonly().describe('what would raise the suggestion'),
  places: z.array(place).readonly().describe('where the facts of the checks were read'),
}).readonly();

/** The shape of `score --json` and of `result.json`; absent values are null. */
export const resultJsonSchema = z.strictObject({
  assessment: z.string(),
  packs: z.array(z.strictObject({ id: z.string(), edition: z.string(), hash: z.string() }).readonly()).readonly(),
  policy: z.enum(policies), rollup: z.enum(rollups),
  overall: z.strictObject({ level: reached, grade, min: reached, max: reached }).readonly(),
  nodes: z.array(z.strictObject({
    id: z.string(), kind: z.enum(groupKinds), level: reached, grade, min: reached, max: reached, ceiling: reached,
    assessed: z.int().min(0), total: z.int().min(0).describe('without NA'), blocking: z.array(z.string()).readonly().describe('requirements that keep it from its next level'),
  }).readonly()).readonly(),
  requirements: z.array(z.strictObject({
    id: z.string(), level: z.int().min(1).max(5), rating: z.enum(ratingValues).nullable(), basis: z.enum(['consensus', 'human', 'machine']).nullable(),
    suggestion: suggestion.nullable().describe('null where the requirement has no check'),
  }).readonly()).readonly(),
  gaps: z.array(z.string()).readonly().describe('requirements up to the target that are not fully met'),
}).readonly();

export type ResultJson = z.infer<typeof resultJsonSchema>;

/** The result as a program reads it: levels, ratings, suggestions with their places, gaps. */
export function resultJson(input: ReportInput): ResultJson {
  const { state, result, plan } = input;
  const context = createContext(input);
  const { level, grade: overallGrade, min, max } = result.overall;
  return {
    assessment: state.assessment,
    packs: state.packs.map(({ id, edition, hash }) => ({ id, edition, hash })),
    policy: result.policy, rollup: result.rollup,
    overall: { level, grade: overallGrade, min, max },
    nodes: result.nodes.map((node) => ({
      id: node.id, kind: node.kind, level: node.level, grade: node.grade, min: node.min, max: node.max, ceiling: node.ceiling, assessed: node.assessed, total: node.total, blocking: [...node.blocking],
    })),
    requirements: context.requirements.map(({ requirement }) => {
      const final = context.final(requirement.id);
      return { id: requirement.id, level: requirement.level, rating: final?.value ?? null, basis: final?.basis ?? null, suggestion: suggestionOf(context, requirement.id) };
    }),
    gaps: plan.gaps.map(({ requirement }) => requirement),
  };
}

function suggestionOf(context: ReportContext, requirement: string): ResultJson['requirements'][number]['suggestion'] {
  const found = context.suggestion(requirement);
  if (found === undefined || found.unchecked) return null;
  return {
    rating: found.rating, strength: found.strength, conflict: found.conflict,
    checks: found.checks.map(({ id, facts }) => ({ id, facts: [...facts] })),
    missing: found.missing.map((missing) => masked(context, missing)),
    places: citedPlaces(context, found).map((at): Place => ({ ...at, file: context.evidence(at.file) })),
  };
}
