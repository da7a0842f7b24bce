import type { Author, Confidence, EvidenceFile, Layer, Payload, Policy, RatingValue, Rollup } from './event.ts';

/** One assessor's standing rating of one requirement in one layer. `event` is the id of the event that set it. */
export type Rating = {
  readonly event: string; readonly requirement: string; readonly subject: string | null; readonly layer: Layer;
  readonly author: Author; readonly at: string;
  readonly value: RatingValue; readonly confidence: Confidence | null; readonly rationale: string;
  readonly basis: Payload<'rating.set'>['basis'];
};

/** `stale`: one of the ratings it saw has changed since, so it wants another look. It still counts. */
export type Consensus = {
  readonly event: string; readonly requirement: string; readonly subject: string | null; readonly layer: Layer;
  readonly author: Author; readonly at: string; readonly value: RatingValue; readonly rationale: string; readonly stale: boolean;
};

/**
 * A rating brought along from an earlier assessment. It counts for nothing until somebody rates the requirement here;
 * `confirmed`: somebody has.
 */
export type CarriedRating = Payload<'rating.carried'> & { readonly confirmed: boolean };

/** Concurrent events that set the same thing: to be settled by a person, never by the clock. */
export type Conflict = { readonly slot: string; readonly events: readonly string[] };

export type Intake = { readonly id: string; readonly label: string; readonly at: string; readonly author: Author; readonly files: readonly EvidenceFile[] };

/** Everything an assessment is, folded from its journal. Lists are in causal order. */
export type AssessmentState = {
  readonly assessment: string;
  readonly organisation: string; readonly project: string; readonly scope: string;
  readonly timeZone: string; readonly sample: boolean; readonly createdAt: string; readonly lastEventAt: string;
  readonly window: { readonly from: string | null; readonly to: string | null };
  readonly policy: Policy; readonly rollup: Rollup;
  /** Key '' = the whole pack; otherwise a group id. */
  readonly targets: Readonly<Record<string, number>>;
  readonly parameters: Readonly<Record<string, string | number | boolean | null>>;
  readonly packs: readonly Payload<'pack.pinned'>[];
  readonly assessors: readonly Author[];
  readonly intakes: readonly Intake[];
  readonly descriptions: readonly (Payload<'evidence.described'> & { readonly event: string })[];
  /** How tables of records are read where a person said so. */
  readonly mappings: readonly Payload<'evidence.mapped'>[];
  readonly purged: readonly Payload<'evidence.purged'>[];
  readonly links: readonly (Payload<'link.added'> & { readonly author: Author; readonly at: string })[];
  readonly ratings: readonly Rating[];
  readonly consensus: readonly Consensus[];
  readonly carried: readonly CarriedRating[];
  readonly rejections: readonly (Payload<'suggestion.rejected'> & { readonly author: Author; readonly at: string })[];
  readonly notes: readonly (Payload<'note.added'> & { readonly author: Author; readonly at: string })[];
  readonly actions: readonly (Payload<'action.added'> & { readonly status: 'open' | 'doing' | 'done' })[];
  /** Owner, due day and status of every action somebody has said something about, those of the pack included. */
  readonly work: readonly Payload<'action.changed'>[];
  readonly plan: Payload<'plan.adopted'> | null;
  /** What the plan is asked; null where nobody has said. */
  readonly planning: Payload<'planning.set'> | null;
  /** Saved what-if scenarios, in the order in which they were first saved. */
  readonly scenarios: readonly Payload<'scenario.saved'>[];
  readonly milestones: readonly (Payload<'milestone.made'> & { readonly author: Author; readonly at: string; readonly signed: boolean })[];
  readonly conflicts: readonly Conflict[];
  /** The chain heads and the number of events folded: the fingerprint of this state. */
  readonly heads: readonly string[]; readonly events: number;
  /** Event types of a newer program that were kept but not understood. */
  readonly unknown: readonly string[];
};
