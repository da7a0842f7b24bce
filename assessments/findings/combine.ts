import type { Check } from '../catalogue/pack.ts';
import type { Bilingual } from '../language.ts';
import type { CheckFinding, Suggestion } from './suggestion.ts';

/** The checks of a requirement in the pack's order, each with what it found (null = not matched). */
export type CheckedRequirement = readonly { readonly check: Check; readonly finding: CheckFinding | null }[];

const ranks = { N: 0, P: 1, L: 2, F: 3 } as const;
const strengths = { indirect: 0, direct: 1 } as const;

/**
 * The suggestion for one requirement (catalogue guide, how checks combine): the best support counts, F before L before
 * P, and direct before indirect where they are equal; what is only indirect suggests at most P; a contradiction beside a
 * support is a conflict and caps it at P; a contradiction alone suggests N; where nothing matched there is not enough to say.
 */
export function combine(requirement: string, checked: CheckedRequirement): Suggestion {
  const findings = checked.flatMap(({ finding }) => (finding === null ? [] : [finding]));
  const supports = findings.filter(({ outcome }) => outcome === 'supports').sort(byWeight);
  const against = findings.filter(({ outcome }) => outcome === 'contradicts').sort(byWeight);
  const best = supports[0];
  return {
    requirement,
    rating: ratingOf(best, against.length > 0),
    strength: (best ?? against[0])?.strength ?? null,
    conflict: best !== undefined && against.length > 0,
    unchecked: checked.length === 0,
    checks: findings,
    missing: [...raisesOf(best, checked), ...seeksAbove(best, checked)],
  };
}

function ratingOf(best: CheckFinding | undefined, contradicted: boolean): Suggestion['rating'] {
  if (contradicted) return best === undefined ? 'N' : 'P';
  return best?.suggests ?? null;
}

/** Stable: of two equal findings the one earlier in the pack stays first. */
function byWeight(a: CheckFinding, b: CheckFinding): number {
  return ranks[b.suggests] - ranks[a.suggests] || strengths[b.strength] - strengths[a.strength];
}

function raisesOf(best: CheckFinding | undefined, checked: CheckedRequirement): readonly Bilingual[] {
  if (best === undefined) return [];
  return checked.flatMap(({ check, finding }) => (finding !== null && finding.outcome === 'supports' && byWeight(finding, best) === 0 ? (check.raises ?? []) : []));
}

/** What unmatched checks look for, where finding it would say more than the best support says now. */
function seeksAbove(best: CheckFinding | undefined, checked: CheckedRequirement): readonly Bilingual[] {
  return checked.flatMap(({ check, finding }) => {
    if (finding !== null || check.suggests === undefined || check.seeks === undefined) return [];
    const says = ranks[check.suggests] - (best === undefined ? -1 : ranks[best.suggests]) || strengths[check.strength] - strengths[best?.strength ?? 'indirect'];
    return says > 0 ? [check.seeks] : [];
  });
}
