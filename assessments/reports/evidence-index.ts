import type { ReportContext } from './context.ts';

export type EvidenceEntry = {
  readonly path: string; readonly artefact: string; readonly size: number; readonly intake: string;
  readonly importer: string | null; readonly facts: number;
  /** Something had to be said about why it, or a part of it, was not read. */
  readonly diagnosed: boolean;
  /** Requirements whose suggestion rests on a fact of this file, or that it was linked to by hand; in the pack's order. */
  readonly cited: readonly string[];
};

/** The evidence files as imported, paths masked, each with what was read of it and where that counts. */
export function evidenceIndex(context: ReportContext): readonly EvidenceEntry[] {
  const { input: { state, facts, readings } } = context;
  const importers = new Map(readings.map(({ path, importer }) => [path, importer]));
  const told = new Set(readings.flatMap(({ diagnostics }) => diagnostics.filter(({ kind }) => kind !== 'unrecognised').map(({ path }) => path)));
  const counts = new Map<string, number>();
  for (const { place } of facts) counts.set(place.file, (counts.get(place.file) ?? 0) + 1);
  const cited = citations(context);
  return state.intakes.flatMap((intake) => intake.files.map((file) => ({
    path: context.evidence(file.path), artefact: file.artefact, size: file.size, intake: context.evidence(intake.label),
    importer: importers.get(file.path) ?? null, facts: counts.get(file.path) ?? 0, diagnosed: told.has(file.path), cited: [...(cited.get(file.path) ?? [])],
  })));
}

function citations({ input: { state, facts }, requirements, suggestion }: ReportContext): ReadonlyMap<string, ReadonlySet<string>> {
  const cited = new Map<string, Set<string>>();
  const cite = (path: string, requirement: string) => { cited.set(path, (cited.get(path) ?? new Set()).add(requirement)); };
  for (const { requirement: { id } } of requirements) {
    for (const index of (suggestion(id)?.checks ?? []).flatMap((check) => check.facts)) {
      const fact = facts[index];
      const places = fact === undefined ? [] : [fact.place, ...fact.also];
      places.forEach(({ file }) => { cite(file, id); });
    }
    for (const link of state.links) if (link.requirement === id) cite(link.file.path, id);
  }
  return cited;
}
