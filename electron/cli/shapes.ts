import { z } from 'zod';
import { factSchema } from '#assessments';

/**
 * The JSON documents the commands print (design: CLI contract). The schemas in `schemas/` are made from these with
 * `npm run schemas`; a test holds that the commands' output satisfies them and that the files are up to date.
 */
const text = z.string();
const bilingual = z.strictObject({ zh: text, en: text });
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const place = z.union([
  z.strictObject({ file: text, pointer: text }),
  z.strictObject({ file: text, lines: z.tuple([z.int(), z.int()]) }),
  z.strictObject({ file: text, cell: text }),
]);
const diagnostic = z.strictObject({ path: text, place: place.nullable(), kind: text, zh: text, en: text });

const file = z.strictObject({ path: text, artefact: hash, size: z.int(), mediaType: text, encoding: text.nullable(), importer: text.nullable() });

export const factsShape = z.strictObject({ files: z.array(file), facts: z.array(factSchema), diagnostics: z.array(diagnostic) });

export const suggestShape = factsShape.extend({
  suggestions: z.array(z.strictObject({
    requirement: text,
    rating: z.enum(['N', 'P', 'L', 'F']).nullable(),
    strength: z.enum(['direct', 'indirect']).nullable(),
    conflict: z.boolean(),
    checks: z.array(z.strictObject({
      id: text, facts: z.array(z.int()), outcome: z.enum(['supports', 'contradicts']), suggests: z.enum(['N', 'P', 'L', 'F']), strength: z.enum(['direct', 'indirect']), count: z.int(), zh: text, en: text,
    })),
    missing: z.array(bilingual),
    unchecked: z.boolean(),
  })),
});

export const verifyShape = z.strictObject({
  ok: z.boolean(), events: z.int(), artefacts: z.int(),
  firstFault: z.strictObject({ kind: text, where: text, zh: text, en: text }).nullable(),
});

export const backupsShape = z.strictObject({
  backups: z.array(z.strictObject({ name: text, at: text, bytes: z.int(), events: z.int(), verified: z.boolean(), holds: z.boolean().nullable() })),
});

const effort = z.strictObject({ low: z.number(), likely: z.number(), high: z.number() });

const actionsOf = z.array(text);
const level = z.int().min(0).max(5).nullable();

export const planShape = z.strictObject({
  target: z.int().nullable(),
  gaps: z.array(z.strictObject({ requirement: text, subItem: text, level: z.int(), value: z.enum(['N', 'P', 'L']).nullable(), actions: actionsOf })),
  actions: z.array(z.strictObject({
    action: text, name: bilingual, closes: z.array(text), effort, calendarWeeks: z.number(), prerequisites: actionsOf, roles: z.array(text), order: z.int(),
    begins: text.nullable().describe('quarter, such as 2026-Q4'), ends: text.nullable(),
  })),
  effort, uncovered: z.array(text), provenOptimal: z.boolean(), method: z.enum(['list', 'optimum']), how: bilingual,
  targets: z.record(text, z.int()).describe('"" = the whole'),
  goals: z.array(z.strictObject({ node: text, wanted: z.int(), ceiling: level, reachable: level, goal: z.int(), now: level, after: level })),
  levels: z.strictObject({ now: level, after: level }),
  obstacles: z.array(z.strictObject({ kind: z.enum(['no-action', 'never', 'ceiling', 'budget', 'deadline', 'must-never', 'must-over-budget', 'unknown-action']), node: text.nullable(), requirements: z.array(text), actions: actionsOf, zh: text, en: text })),
  waves: z.strictObject({
    start: text, quarters: z.array(z.strictObject({ quarter: text, days: z.number(), actions: z.array(z.strictObject({ action: text, days: z.number() })) })),
    capacity: z.number().nullable(), fewest: z.boolean().describe('proven that no fewer quarters will do'), late: z.boolean(), how: bilingual,
  }).nullable(),
  range: z.strictObject({ p10: z.number(), p50: z.number(), p90: z.number(), runs: z.int() }).nullable(),
  quickWins: z.array(z.strictObject({ action: text, closes: z.array(text), effort })),
  alternatives: z.array(z.strictObject({ actions: actionsOf, effort, added: actionsOf, dropped: actionsOf, provenOptimal: z.boolean() })),
  curve: z.array(z.strictObject({ node: text, level: z.int(), effort: effort.nullable(), actions: z.int(), provenOptimal: z.boolean() })),
});

const axisSource = z.strictObject({ kind: text, ref: text.nullable() });
const check = z.strictObject({
  id: text, fact: text, where: text, join: z.strictObject({ fact: text, on: text }).nullable(), distinct: text.nullable(), atLeast: z.int(), every: z.boolean(),
  strength: z.enum(['direct', 'indirect']), suggests: z.enum(['P', 'L', 'F']).nullable(), contradicts: z.boolean(), says: bilingual, raises: bilingual.nullable(), seeks: bilingual.nullable(),
});
const tags = z.strictObject({ capability: z.array(text), pipeline: z.array(text), principle: z.array(text) });
const tagTerm = z.strictObject({ zh: text, en: text, aliases: z.array(text), note: bilingual.nullable() });
const requirement = z.strictObject({
  id: text, level: z.int(), axis: text, zh: text, en: text,
  verify: z.array(z.strictObject({ method: text, role: text.nullable(), shows: bilingual.nullable() })),
  evidence: z.array(z.strictObject({ code: text, kind: text, what: bilingual })),
  roles: z.array(text), carry: z.boolean(), dependsOn: z.array(text), mandatory: z.boolean(), effort,
  source: z.array(axisSource), related: z.array(text), tags: tags.nullable(), checks: z.array(check),
});

export const catalogueShape = z.strictObject({
  id: text, edition: text, kind: z.enum(['maturity', 'conformance', 'gates']), hash, zh: text, en: text, disclaimer: bilingual,
  tags: z.strictObject({ capability: z.array(tagTerm), pipeline: z.array(tagTerm), principle: z.array(tagTerm) }).describe('the terms requirements are tagged with, in order'),
  organisationTypes: z.array(z.strictObject({ type: z.int(), target: z.int(), zh: text, en: text, aim: bilingual })),
  groups: z.array(z.strictObject({
    id: text, kind: z.enum(['domain', 'item', 'subItem', 'chapter', 'clauseGroup', 'gate']), zh: text, en: text, parent: text.nullable(), children: z.array(text),
    aliases: z.array(z.strictObject({ zh: text.nullable(), en: text.nullable() })), notes: z.array(bilingual), definition: bilingual.nullable(), tags: tags.nullable(), inherited: z.array(z.int()), requirements: z.array(requirement),
  })),
  actions: z.array(z.strictObject({ id: text, zh: text, en: text, outcome: bilingual, satisfies: z.array(text), effort, calendarWeeks: z.number(), prerequisites: z.array(text), roles: z.array(text) })),
});

export const logShape = z.strictObject({
  events: z.array(z.strictObject({
    id: text, chain: text, seq: z.int(), batch: text, at: text, author: z.strictObject({ id: text, name: text, role: text }), type: text, payload: z.record(text, z.unknown()), undone: z.boolean(), hash,
  })),
});

const linkedFile = { file: text, code: text, requirement: text };

export const requestMatchShape = z.strictObject({
  files: z.int().describe('files of the returned folder'),
  applied: z.strictObject({
    intake: text.nullable().describe('null where nothing of the folder was new'), offered: z.int(), taken: z.int(), duplicates: z.int(), refused: z.int(),
    links: z.array(z.strictObject(linkedFile)),
  }).nullable().describe('null without --apply: nothing was changed'),
  matches: z.array(z.strictObject({ ...linkedFile, by: z.enum(['code', 'hash', 'name']), certainty: z.enum(['certain', 'likely', 'possible']), reason: bilingual, linked: z.boolean() })),
  missing: z.array(z.strictObject({ code: text, requirement: text, level: z.int(), kind: text, what: bilingual })),
  extra: z.array(z.strictObject({ file: text, known: text.nullable().describe('path of the same content in the assessment') })),
});

export type RequestMatchDocument = z.infer<typeof requestMatchShape>;
export type CatalogueDocument = z.infer<typeof catalogueShape>;
export type FactsDocument = z.infer<typeof factsShape>;
export type SuggestDocument = z.infer<typeof suggestShape>;
