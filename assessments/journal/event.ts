import { z } from 'zod';
import { place } from '../evidence/place.ts';
import { recordMapping } from '../evidence/record-table/mapping.ts';

/** The stage in which a rating was given; the latest that has any rating counts. */
export const layers = ['self-assessment', 'preliminary', 'on-site', 'final'] as const;
export const ratingValues = ['N', 'P', 'L', 'F', 'NA'] as const;
export const confidences = ['low', 'medium', 'high'] as const;
export const policies = ['strict', 'iso33020', 'threshold'] as const;
export const rollups = ['minimum', 'quota', 'mean'] as const;

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const uuid = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
const text = z.string();
const level = z.int().min(1).max(5);
const subject = z.string().nullable();
const layer = z.enum(layers);
const value = z.enum(ratingValues);

/** One file of an intake: the same bytes elsewhere is another file. */
const evidenceFile = z.strictObject({ path: text, artefact: hash, size: z.int().min(0), mediaType: text, encoding: text.nullable() }).readonly();
const fileRef = z.strictObject({ intake: uuid, path: text }).readonly();

const basis = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('human'), accepted: z.array(text).readonly().describe('ids of the checks whose suggestion was accepted; empty where the person rated without one') }),
  z.strictObject({ kind: z.literal('machine'), checks: z.array(text).readonly() }),
]).readonly();

const quarter = z.string().regex(/^\d{4}-Q[1-4]$/);
const personDays = z.number().positive();
/** What the plan is asked beside the target: locks, limits in person-days, quarters as 2026-Q4; null = no limit, or not said. */
export const planning = z.strictObject({
  must: z.array(text).readonly(), never: z.array(text).readonly(),
  budget: personDays.nullable(), capacity: personDays.nullable(), roleCapacity: z.record(text, personDays).readonly(),
  start: quarter.nullable(), deadline: quarter.nullable(),
});
const actionStatuses = ['open', 'doing', 'done'] as const;

/** Payload schemas by event type, version 1. NA needs a rationale. */
export const payloads = {
  'assessment.created': z.strictObject({ assessment: uuid, organisation: text, project: text, scope: text, timeZone: text, sample: z.boolean() }),
  'assessment.renamed': z.strictObject({ organisation: text, project: text }),
  'assessment.scoped': z.strictObject({ scope: text }),
  'window.set': z.strictObject({ from: text.nullable(), to: text.nullable() }),
  'policy.set': z.strictObject({ policy: z.enum(policies), rollup: z.enum(rollups) }),
  'target.set': z.strictObject({ node: text.nullable().describe('null = the whole pack'), level: level.nullable().describe('null = no target of its own any more') }),
  'parameter.set': z.strictObject({ name: text, value: z.union([text, z.number(), z.boolean(), z.null()]) }),
  'pack.pinned': z.strictObject({ id: text, edition: text, hash }),
  'assessor.joined': z.strictObject({ id: uuid, name: text, role: text }),
  'evidence.added': z.strictObject({ intake: uuid, label: text, files: z.array(evidenceFile).readonly() }),
  'evidence.described': z.strictObject({ file: fileRef, title: text.nullable(), effective: text.nullable(), note: text.nullable() }),
  'evidence.mapped': z.strictObject({ file: fileRef, mapping: recordMapping.nullable().describe('how the table in the file is read; null = by its headings alone again') }),
  'evidence.removed': z.strictObject({ files: z.array(fileRef).readonly() }),
  'evidence.purged': z.strictObject({
    artefact: hash, reason: text,
    suggestions: z.array(z.strictObject({ requirement: text, change: z.enum(['new', 'stronger', 'weaker', 'gone']) }).readonly()).readonly().exactOptional().describe('what the purge made of the suggestions, in its first event: nobody can work it out again afterwards'),
  }),
  'link.added': z.strictObject({ link: uuid, file: fileRef, requirement: text, locator: place.nullable(), stance: z.enum(['for', 'against']), note: text }),
  'link.removed': z.strictObject({ link: uuid }),
  'rating.set': z.strictObject({ requirement: text, subject, layer, value, confidence: z.enum(confidences).nullable(), rationale: text, basis }),
  'rating.cleared': z.strictObject({ requirement: text, subject, layer }),
  'rating.carried': z.strictObject({
    requirement: text, subject, value, confidence: z.enum(confidences).nullable(), rationale: text, reworded: z.boolean().describe('the requirement reads otherwise in the pack it is carried into'),
    from: z.strictObject({ assessment: uuid, raters: z.array(text).readonly().describe('names'), at: text }).readonly(),
  }),
  'suggestion.rejected': z.strictObject({ requirement: text, reason: text, checks: z.array(text).readonly() }),
  'consensus.set': z.strictObject({ requirement: text, subject, layer, value, rationale: text, saw: z.array(uuid).readonly().describe('ids of the rating events it settles') }),
  'consensus.cleared': z.strictObject({ requirement: text, subject, layer }),
  'note.added': z.strictObject({ note: uuid, node: text.nullable().describe('requirement or group id; null = the assessment'), text, saidBy: text.nullable() }),
  'action.added': z.strictObject({ action: text, zh: text, en: text, satisfies: z.array(text).readonly(), owner: text.nullable(), due: text.nullable() }),
  'action.changed': z.strictObject({ action: text, owner: text.nullable(), due: text.nullable(), status: z.enum(actionStatuses) }),
  'action.dropped': z.strictObject({ action: text, reason: text }),
  'plan.adopted': z.strictObject({ actions: z.array(text).readonly(), target: level }),
  'planning.set': planning,
  'scenario.saved': z.strictObject({ scenario: uuid, name: text.min(1), actions: z.array(text).readonly(), ratings: z.array(z.strictObject({ requirement: text, value }).readonly()).readonly() }),
  'scenario.removed': z.strictObject({ scenario: uuid }),
  'milestone.made': z.strictObject({ milestone: uuid, name: text, heads: z.array(hash).readonly(), events: z.int().min(0) }),
  'milestone.signed': z.strictObject({ milestone: uuid, name: text, heads: z.array(hash).readonly(), events: z.int().min(0) }),
  'undone': z.strictObject({ batch: uuid }),
  'redone': z.strictObject({ batch: uuid }),
} as const;

export type EventType = keyof typeof payloads;
export type Payload<Type extends EventType> = Readonly<z.infer<(typeof payloads)[Type]>>;

const author = z.strictObject({ id: text, name: text, role: text }).readonly();
/** The author of ratings that `--accept-suggestions` makes; below every person. */
export const machineAuthor = { id: 'machine', name: 'machine', role: 'machine' } as const;

/**
 * The envelope. Every field but `hash` and `sig` is hashed: `hash = SHA-256(JCS(event without hash and sig))`.
 * `prev` is null on the first event of a chain; `after` lists the heads of the other chains the writer had seen, in the
 * first event of a chain and whenever they changed; `at` is UTC and told, never trusted.
 */
export const envelope = z.strictObject({
  id: uuid, chain: uuid, seq: z.int().min(0), prev: hash.nullable(), after: z.array(hash).readonly(), batch: uuid,
  author, device: text, at: text, type: text, v: z.int().min(1), payload: z.record(z.string(), z.unknown()),
  hash, sig: text.nullable(),
});

export type Author = z.infer<typeof author>;
type Envelope = Omit<z.infer<typeof envelope>, 'type' | 'payload'>;
/** An event of a known type. A reader of a newer file may meet others: `StoredEvent`. */
export type JournalEvent = { readonly [Type in EventType]: Readonly<Envelope> & { readonly type: Type; readonly payload: Payload<Type> } }[EventType];
export type StoredEvent = Readonly<z.infer<typeof envelope>>;
/** What a caller wants recorded; the journal adds the envelope. */
export type Draft = { readonly [Type in EventType]: { readonly type: Type; readonly payload: Payload<Type> } }[EventType];

export type RatingValue = (typeof ratingValues)[number];
export type Confidence = (typeof confidences)[number];
export type Layer = (typeof layers)[number];
export type Policy = (typeof policies)[number];
export type Rollup = (typeof rollups)[number];
export type EvidenceFile = z.infer<typeof evidenceFile>;
