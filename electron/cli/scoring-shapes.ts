import { z } from 'zod';
import { doubts, policies, resultJsonSchema, rollups, severities, xrayKinds, type XrayKind } from '#assessments';

/** The JSON documents of `score`, `compare`, `check` and `milestones`; see shapes.ts. */
const text = z.string();
const level = z.int().min(0).max(5).nullable();
const value = z.enum(['N', 'P', 'L', 'F', 'NA']).nullable();
const raised = z.enum(['P', 'L', 'F']);
const policy = z.enum(policies);
const rollup = z.enum(rollups);
const rules = z.strictObject({ policy, rollup, thresholdPercent: z.int(), quotaPercent: z.int(), weights: z.record(text, z.int()) });
const kind = z.enum(['whole', 'domain', 'item', 'subItem', 'chapter', 'clauseGroup', 'gate']);

const lift = z.strictObject({
  level: z.int(), thirds: z.int(),
  changes: z.array(z.strictObject({ requirement: text, subItem: text, from: value, to: raised })),
  children: z.array(z.strictObject({ node: text, from: z.int(), to: z.int() })),
}).nullable();
const turn = z.strictObject({ to: z.enum(['N', 'P', 'L', 'F']), level: z.int() }).nullable();
const rated = { requirement: text, subItem: text, level: z.int(), value };

const whyShape = z.strictObject({
  node: text.describe('"" = the whole'), kind, rules, level, grade: text.nullable(), min: level, max: level, ceiling: level, target: level,
  blocking: z.array(z.strictObject({ ...rated, needs: raised.nullable() })),
  lift, toTarget: lift,
  children: z.array(z.strictObject({ node: text, level, ceiling: level, holds: z.boolean() })),
  sensitivity: z.array(z.strictObject({ ...rated, raises: turn, lowers: turn, oneStep: z.boolean(), doubt: z.enum(doubts), confidence: z.enum(['low', 'medium', 'high']).nullable(), sufficiency: z.number().nullable() })).describe('most doubtful first'),
  notApplicable: z.strictObject({ requirements: z.array(text), asN: level, asF: level }),
  alternatives: z.array(z.strictObject({ policy, rollup, level, min: level, max: level })),
});

/** As result.json, with the answer to `--why`. */
export const scoreShape = resultJsonSchema.unwrap().extend({ why: whyShape });

const reached = z.strictObject({ level, grade: text.nullable(), min: level, max: level, assessed: z.int(), total: z.int() });
const side = z.strictObject({ name: text, at: text, events: z.int() });
const link = z.strictObject({ requirement: text, path: text, stance: z.enum(['for', 'against']) });

export const compareShape = z.strictObject({
  from: side, to: side,
  nodes: z.array(z.strictObject({
    node: text.describe('"" = the whole'), kind, from: reached.nullable(), to: reached.nullable(), moved: z.enum(['risen', 'fallen', 'same', 'appeared', 'gone']),
    causes: z.strictObject({ rules: z.boolean(), pack: z.boolean(), children: z.array(text), ratings: z.array(text) }).nullable().describe('what moved the level'),
  })),
  ratings: z.array(z.strictObject({ requirement: text, subItem: text, from: value, to: value, direction: z.enum(['raised', 'lowered', 'assessed', 'unassessed', 'became-na', 'no-longer-na']) })),
  requirements: z.strictObject({ gained: z.array(text), lost: z.array(text) }),
  files: z.strictObject({ gained: z.array(text), lost: z.array(text), changed: z.array(text) }),
  links: z.strictObject({ gained: z.array(link), lost: z.array(link) }),
  rules: z.strictObject({ from: rules, to: rules }).nullable(),
  dropped: z.array(text).describe('nodes that stand lower'),
});

export const checkShape = z.strictObject({
  counts: z.strictObject({ error: z.int(), warning: z.int(), note: z.int() }),
  findings: z.array(z.strictObject({ kind: z.enum(Object.keys(xrayKinds) as [XrayKind, ...XrayKind[]]), severity: z.enum(severities), requirement: text.nullable(), node: text, file: text.nullable(), zh: text, en: text })),
});

const levels = { overall: reached, domains: z.array(reached.extend({ node: text })) };
export const milestonesShape = z.strictObject({
  milestones: z.array(z.strictObject({ milestone: text, name: text, at: text, author: z.strictObject({ id: text, name: text, role: text }), events: z.int(), signed: z.boolean(), ...levels })),
  now: z.strictObject(levels),
});
