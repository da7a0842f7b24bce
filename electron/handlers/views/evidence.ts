import { effectiveDays, factFamilies, importers, liesWithin, type Bilingual, type AssessmentState, type Diagnostic, type Fact, type FactFamily, type FactType, type Suggestion } from '#assessments';
import type { EvidenceRow, EvidenceView } from '#contract';

/** What was read out of one file. `facts` are indices into the facts of the assessment. */
export type ReadFile = { readonly importer: string | null; readonly facts: readonly number[]; readonly diagnostics: readonly Diagnostic[] };

export type EvidenceInput = {
  readonly state: AssessmentState;
  readonly facts: readonly Fact[]; readonly suggestions: readonly Suggestion[];
  readonly readOf: (path: string) => ReadFile | undefined;
};

/** The evidence of an assessment: imports, files with what came of each, and how many facts of which type. */
export function evidenceView(input: EvidenceInput): EvidenceView {
  const { state, facts } = input;
  const requirements = requirementsByFile(input);
  const purged = new Set(state.purged.map(({ artefact }) => artefact));
  const daysOf = dayReader(input);
  const files = state.intakes.flatMap((intake) => intake.files.map((file): EvidenceRow => {
    const read = input.readOf(file.path);
    return {
      intake: intake.id, path: file.path, artefact: file.artefact, size: file.size, mediaType: file.mediaType, encoding: file.encoding,
      importer: read?.importer ?? null, facts: read?.facts.length ?? 0, diagnostics: read?.diagnostics ?? [],
      purged: purged.has(file.artefact), requirements: [...requirements.get(file.path) ?? []], ...daysOf(file.path),
    };
  }));
  return {
    intakes: state.intakes.map(({ id, label, at, author, files: own }) => ({ id, label, at, author, files: own.length, bytes: own.reduce((sum, { size }) => sum + size, 0) })),
    files,
    facts: countByType(facts),
    importers: titlesOf(new Set(files.flatMap(({ importer }) => importer ?? []))),
  };
}

function titlesOf(used: ReadonlySet<string>): Readonly<Record<string, Bilingual>> {
  return Object.fromEntries(importers.filter(({ id }) => used.has(id)).map(({ id, title }) => [id, title]));
}

/** The days a file speaks of: as somebody described it, otherwise as its facts say; and whether all of them lie outside the assessment period. */
function dayReader({ state, facts }: EvidenceInput): (path: string) => Pick<EvidenceRow, 'effective' | 'expired'> {
  const described = new Map(state.descriptions.flatMap(({ file, effective }) => (effective === null ? [] : [[file.path, effective.slice(0, 10)] as const])));
  const days = effectiveDays(facts);
  return (path) => {
    const day = described.get(path);
    const effective = day === undefined ? days.get(path) ?? null : { first: day, last: day };
    return { effective, expired: effective !== null && !liesWithin(effective, state.window) };
  };
}

/** The requirements whose suggestion cites a fact of a file, and those the file was linked to by hand. */
function requirementsByFile({ state, facts, suggestions }: EvidenceInput): ReadonlyMap<string, ReadonlySet<string>> {
  const byFile = new Map<string, Set<string>>();
  const add = (path: string | undefined, requirement: string): void => {
    if (path !== undefined) byFile.set(path, (byFile.get(path) ?? new Set()).add(requirement));
  };
  for (const { requirement, checks } of suggestions) {
    for (const index of checks.flatMap((check) => check.facts)) add(facts[index]?.place.file, requirement);
  }
  for (const { file, requirement } of state.links) add(file.path, requirement);
  return byFile;
}

const families = new Map(Object.entries(factFamilies).flatMap(([family, types]) => Object.keys(types).map((type) => [type as FactType, family as FactFamily] as const)));

function countByType(facts: readonly Fact[]): EvidenceView['facts'] {
  const counts = new Map<FactType, number>();
  for (const { type } of facts) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts].sort(([left], [right]) => (left < right ? -1 : 1)).flatMap(([type, count]) => { const family = families.get(type); return family === undefined ? [] : [{ type, family, count }]; });
}
