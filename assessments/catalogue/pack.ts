import { z } from 'zod';
import { bilingual } from '../language.ts';

/** The axes on which a sub-item climbs from level to level (catalogue guide, rule 3). */
export const axes = ['norm', 'version', 'automation', 'coverage', 'visibility', 'traceability', 'self-service', 'quantification', 'improvement', 'intelligence'] as const;
export const verifyMethods = ['document', 'record', 'screenshot', 'demonstration', 'interview', 'machine'] as const;
const evidenceKinds = ['document', 'record', 'screenshot', 'video', 'log', 'interview note', 'machine file'] as const;
export const roles = ['business', 'project manager', 'ML architect', 'data engineer', 'data scientist', 'software engineer', 'test engineer', 'operations engineer', 'model-risk analyst'] as const;
export const sourceKinds = ['deck', 'guide', 'industrial-spec', 'playbook', 'parent-standard fact', 'inference', 'licensed text'] as const;
/** The three ways to look across the tree: key capabilities, parts of the pipeline architecture, principles. */
export const tagKinds = ['capability', 'pipeline', 'principle'] as const;
export const groupKinds = ['domain', 'item', 'subItem', 'chapter', 'clauseGroup', 'gate'] as const;

const level = z.int().min(1).max(5);
const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]*$/);
const effort = z.strictObject({ low: z.number().positive(), likely: z.number().positive(), high: z.number().positive() })
  .refine(({ low, likely, high }) => low <= likely && likely <= high, { error: 'effort: low <= likely <= high' }).readonly();

const source = z.strictObject({ kind: z.enum(sourceKinds), ref: z.string().min(1).optional() }).readonly();

/**
 * A machine rule: which facts, under which condition, mean what. `suggests` and `contradicts` exclude each other.
 * `where` and `join.on` are CEL; `f` is a fact of type `fact`, `g` one of type `join.fact`.
 */
const check = z.strictObject({
  id,
  fact: z.string().min(1),
  where: z.string().min(1).default('true'),
  join: z.strictObject({ fact: z.string().min(1), on: z.string().min(1) }).readonly().optional(),
  /** Count distinct values of this field of `f` instead of facts; `{values}` lists them. */
  distinct: z.string().min(1).optional(),
  atLeast: z.int().min(1).default(1),
  /** All facts of the type must match (and there is at least one). */
  every: z.boolean().default(false),
  strength: z.enum(['direct', 'indirect']).default('direct'),
  suggests: z.enum(['P', 'L', 'F']).optional(),
  contradicts: z.literal(true).optional(),
  /** What was found, with {count}, {values}, {place}. */
  says: bilingual,
  /** What would raise the suggestion when this check matched. */
  raises: bilingual.optional(),
  /** What the check looks for: shown as missing when it did not match. Required for a supporting check. */
  seeks: bilingual.optional(),
})
  .refine((c) => (c.suggests === undefined) !== (c.contradicts === undefined), { error: 'check: exactly one of suggests, contradicts' })
  .refine((c) => c.contradicts === true || c.seeks !== undefined, { error: 'check: a supporting check needs seeks' })
  .refine((c) => c.strength === 'direct' || c.suggests === undefined || c.suggests === 'P', { error: 'check: an indirect check can suggest at most P' })
  .readonly();

const verification = z.strictObject({ method: z.enum(verifyMethods), role: z.enum(roles).optional(), shows: bilingual.optional() }).readonly();

const evidenceRequest = z.strictObject({ code: z.string().min(1), kind: z.enum(evidenceKinds), what: bilingual }).readonly();

/** The key capabilities, pipeline parts and principles (seed terms) a requirement or sub-item is tagged with. */
const tags = z.strictObject({
  capability: z.array(z.string()).readonly().default([]),
  pipeline: z.array(z.string()).readonly().default([]),
  principle: z.array(z.string()).readonly().default([]),
}).readonly();

const requirement = z.strictObject({
  id, level, axis: z.enum(axes),
  zh: z.string().trim().min(1), en: z.string().trim().min(1),
  verify: z.array(verification).min(1).readonly(),
  evidence: z.array(evidenceRequest).readonly().default([]),
  roles: z.array(z.enum(roles)).min(1).readonly(),
  /** Must still be shown when a higher level is applied for. */
  carry: z.boolean(),
  dependsOn: z.array(id).readonly().default([]),
  mandatory: z.boolean(),
  effort,
  source: z.array(source).min(1).readonly(),
  related: z.array(id).readonly().default([]),
  tags: tags.optional(),
  checks: z.array(check).readonly().default([]),
}).readonly();

/** One term of the vocabulary: `zh` is what requirements are tagged with, `aliases` are other Chinese names of the same. */
const tagTerm = z.strictObject({
  zh: z.string().trim().min(1), en: z.string().trim().min(1),
  aliases: z.array(z.string().trim().min(1)).readonly().default([]),
  note: bilingual.optional(),
}).readonly();

const terms = z.array(tagTerm).readonly().default([]);
/** What tags there are, in the order they are shown in. A kind without terms takes any tag. */
const vocabulary = z.strictObject({ capability: terms, pipeline: terms, principle: terms }).readonly();

/** A type of organisation, and the level the standard's authors advise it to aim for. */
const organisationType = z.strictObject({ type: z.int().min(1), target: level, zh: z.string().trim().min(1), en: z.string().trim().min(1), aim: bilingual, source: z.array(source).min(1).readonly() }).readonly();

/** One YAML file per sub-item (or clause group): its definition and requirements. */
export const subItemFile = z.strictObject({
  subItem: id,
  definition: bilingual,
  source: z.array(source).min(1).readonly(),
  tags: tags.optional(),
  /** Levels declared as "same as the level below" (同上). */
  inherited: z.array(level).readonly().default([]),
  notes: z.array(bilingual).readonly().default([]),
  requirements: z.array(requirement).min(1).readonly(),
}).readonly();

/** A node of the tree as pack.yaml declares it; children by nesting. */
export type GroupNode = {
  readonly id: string; readonly kind: (typeof groupKinds)[number];
  readonly zh: string; readonly en: string;
  readonly aliases?: readonly { readonly zh?: string | undefined; readonly en?: string | undefined }[] | undefined;
  readonly notes?: readonly { readonly zh: string; readonly en: string }[] | undefined;
  readonly children?: readonly GroupNode[] | undefined;
};
const groupNode: z.ZodType<GroupNode> = z.lazy(() => z.strictObject({
  id, kind: z.enum(groupKinds), zh: z.string().min(1), en: z.string().min(1),
  aliases: z.array(z.strictObject({ zh: z.string().min(1).optional(), en: z.string().min(1).optional() }).readonly()).readonly().optional(),
  notes: z.array(bilingual).readonly().optional(),
  children: z.array(groupNode).readonly().optional(),
}).readonly());

export const packFile = z.strictObject({
  id, edition: z.string().min(1),
  kind: z.enum(['maturity', 'conformance', 'gates']),
  zh: z.string().min(1), en: z.string().min(1),
  /** What each group kind is called in this standard (the deck says 能力子域 for the five blocks). */
  labels: z.partialRecord(z.enum(groupKinds), bilingual).default({}),
  levels: z.array(z.strictObject({ level, zh: z.string().min(1), en: z.string().min(1), meaning: bilingual }).readonly()).readonly().default([]),
  /** The sentence every report and screen must carry, e.g. "own interpretation, not the official text". */
  disclaimer: bilingual,
  notes: z.array(bilingual).readonly().default([]),
  tags: vocabulary.default({ capability: [], pipeline: [], principle: [] }),
  organisationTypes: z.array(organisationType).readonly().default([]),
  /** Its wording comes from whoever holds the standard: the edition it was made from, and the sentence that it must not be passed on. */
  licensed: z.strictObject({ base: z.strictObject({ edition: z.string().min(1), hash: z.string().regex(/^[0-9a-f]{64}$/) }).readonly(), notice: bilingual }).readonly().optional(),
  groups: z.array(groupNode).min(1).readonly(),
}).readonly();

const action = z.strictObject({
  id, zh: z.string().trim().min(1), en: z.string().trim().min(1),
  outcome: bilingual,
  satisfies: z.array(id).min(1).readonly(),
  effort,
  calendarWeeks: z.number().positive(),
  prerequisites: z.array(id).readonly().default([]),
  roles: z.array(z.enum(roles)).min(1).readonly(),
}).readonly();

export const actionsFile = z.strictObject({ actions: z.array(action).readonly() }).readonly();

export type Level = 1 | 2 | 3 | 4 | 5;
export type Check = z.infer<typeof check>;
export type Requirement = z.infer<typeof requirement>;
export type Action = z.infer<typeof action>;
export type Role = (typeof roles)[number];
export type GroupKind = (typeof groupKinds)[number];
export type TagKind = (typeof tagKinds)[number];
export type TagTerm = z.infer<typeof tagTerm>;
export type OrganisationType = z.infer<typeof organisationType>;

/** A node of the loaded tree. `requirements` is empty for nodes above sub-items and for sub-items not yet written. */
export type Group = {
  readonly id: string; readonly kind: GroupKind; readonly zh: string; readonly en: string;
  readonly parent: string | null;
  readonly children: readonly string[];
  readonly aliases: readonly { readonly zh?: string | undefined; readonly en?: string | undefined }[];
  readonly notes: readonly { readonly zh: string; readonly en: string }[];
  readonly definition: { readonly zh: string; readonly en: string } | null;
  readonly source: readonly z.infer<typeof source>[];
  readonly tags: z.infer<typeof tags> | null;
  readonly inherited: readonly number[];
  readonly requirements: readonly Requirement[];
};

/**
 * A catalogue pack, loaded and cross-checked. `groups` is in document order, parents before children.
 * `hash` is the SHA-256 over the pack's files (path and text, sorted by path), so the pack can be pinned.
 */
export type Pack = {
  readonly id: string; readonly edition: string; readonly kind: 'maturity' | 'conformance' | 'gates'; readonly hash: string;
  readonly zh: string; readonly en: string;
  readonly labels: z.infer<typeof packFile>['labels'];
  readonly levels: z.infer<typeof packFile>['levels'];
  readonly disclaimer: { readonly zh: string; readonly en: string };
  readonly notes: readonly { readonly zh: string; readonly en: string }[];
  /** Null for open wording. */
  readonly licensed: NonNullable<z.infer<typeof packFile>['licensed']> | null;
  /** The terms tags come from, in order; a kind without terms has none laid down. */
  readonly tags: Readonly<Record<TagKind, readonly TagTerm[]>>;
  readonly organisationTypes: readonly OrganisationType[];
  readonly groups: readonly Group[];
  readonly actions: readonly Action[];
};

/** A text file of a pack, as the edge read it: path relative to the pack's folder, with `/`. */
export type PackText = { readonly path: string; readonly text: string };
