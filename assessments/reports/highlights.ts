import type { Requirement } from '../catalogue/pack.ts';
import type { Suggestion } from '../findings/suggestion.ts';
import type { Gap } from '../planning/plan.ts';
import { subItemOf, type ReportContext } from './context.ts';

/** What the checks say of the requirements, in four counts that add up to all of them. */
export type EvidenceBalance = {
  readonly supported: readonly Suggestion[];
  /** Contradicted, or support and contradiction side by side. */
  readonly contradicted: readonly Suggestion[];
  /** There is a check, and nothing was found for it. */
  readonly lacking: readonly Suggestion[];
  /** There is no check: only people can tell. */
  readonly unchecked: readonly Suggestion[];
};

/** Sorts the suggestions into what the evidence supports, contradicts and lacks, and what it cannot speak of. */
export function evidenceBalance(suggestions: readonly Suggestion[]): EvidenceBalance {
  const sorted = Map.groupBy(suggestions, sortOf);
  return { supported: sorted.get('supported') ?? [], contradicted: sorted.get('contradicted') ?? [], lacking: sorted.get('lacking') ?? [], unchecked: sorted.get('unchecked') ?? [] };
}

function sortOf({ unchecked, conflict, rating }: Suggestion): keyof EvidenceBalance {
  if (unchecked) return 'unchecked';
  if (conflict || rating === 'N') return 'contradicted';
  return rating === null ? 'lacking' : 'supported';
}

/** The fully met requirements worth telling first: of each sub-item the highest, highest level first; then the next. */
export function strengths(context: ReportContext, count: number): readonly Requirement[] {
  const met = context.requirements.filter(({ requirement }) => context.final(requirement.id)?.value === 'F');
  const bySubItem = Map.groupBy(met, ({ group }) => group.id);
  const ranked = [...bySubItem.values()].flatMap((entries) =>
    entries.toSorted((a, b) => b.requirement.level - a.requirement.level).map(({ requirement }, rank) => ({ requirement, rank })));
  return ranked.toSorted((a, b) => a.rank - b.rank || b.requirement.level - a.requirement.level).slice(0, count).map(({ requirement }) => requirement);
}

const urgency = { N: 0, P: 1, L: 2 } as const;

/**
 * The gaps worth telling first: those that hold the whole down, then lower levels, then what a person rated lowest;
 * what nobody has rated comes last.
 */
export function leadingGaps({ input }: ReportContext, count: number): readonly Gap[] {
  const blocking = new Set(input.result.overall.blocking);
  const rank = (gap: Gap) => (gap.value === null ? 1_000 : 0) + (blocking.has(gap.requirement) ? 0 : 100) + gap.level * 10 + (gap.value === null ? 0 : urgency[gap.value]);
  return input.plan.gaps.toSorted((a, b) => rank(a) - rank(b)).slice(0, count);
}

/** Names of the sub-items that hold the whole down, in the pack's order. */
export function holdingBack(context: ReportContext): readonly string[] {
  const ids = new Set(context.input.result.overall.blocking.map((requirement) => subItemOf(context, requirement)?.id));
  return context.subItems.map(({ id }) => id).filter((id) => ids.has(id));
}
