import { readPack } from '../catalogue/load.ts';
import type { Pack, PackText } from '../catalogue/pack.ts';
import type { PackSource, PackSources } from '../catalogue/pack-source.ts';
import { type CatalogueProblem, catalogueProblem } from '../catalogue/problem.ts';
import { qualityProblems } from '../catalogue/quality.ts';
import { compileChecks } from './compile.ts';

/**
 * Everything that can be said about a pack's texts: errors and warnings with file and line. `pack` is null where an
 * error keeps it from loading; what could be read is judged all the same. `elsewhere` are the requirement ids of all
 * other packs that can be named in `related`; without it such names are not judged.
 */
export function checkCatalogue(texts: readonly PackText[], elsewhere?: ReadonlySet<string>): { readonly pack: Pack | null; readonly problems: readonly CatalogueProblem[] } {
  const { pack, draft, whole, sources, problems } = readPack(texts);
  if (draft === null || sources === null) return { pack: null, problems };

  const program = compileChecks(draft);
  const found = [...(program.ok ? [] : program.problem), ...qualityProblems(draft, { whole }), ...(whole && elsewhere !== undefined ? unknownElsewhere(draft, elsewhere) : [])];
  return { pack, problems: [...problems, ...found.map((problem) => located(problem, sources))] };
}

/** Ids of this pack are judged where it is loaded; every other one must be known from another pack. */
function unknownElsewhere({ groups }: Pack, elsewhere: ReadonlySet<string>): readonly CatalogueProblem[] {
  const leaves = groups.filter(({ children }) => children.length === 0).map(({ id }) => `${id}-`);
  return groups.flatMap(({ requirements }) => requirements.flatMap(({ id: requirement, related }) => related.flatMap((id, index) => {
    const known = leaves.some((leaf) => id.startsWith(leaf)) || elsewhere.has(id);
    return known ? [] : [catalogueProblem('unknown-elsewhere', { requirement, pointer: `/related/${index}` }, { id })];
  })));
}

/** A problem found in the loaded pack knows its requirement, or its file, only; the texts know the file and the line. */
function located(problem: CatalogueProblem, { head, subItems, actions }: PackSources): CatalogueProblem {
  if (problem.path !== null) return { ...problem, line: ([head, actions] as readonly (PackSource<unknown> | null)[]).find((source) => source?.path === problem.path)?.lineOf(problem.pointer ?? '') ?? null };
  const source = subItems.find(({ content }) => content.requirements.some(({ id }) => id === problem.requirement));
  if (source === undefined) return problem;
  const index = source.content.requirements.findIndex(({ id }) => id === problem.requirement);
  const pointer = `/requirements/${index}${problem.pointer ?? ''}`;
  return { ...problem, path: source.path, pointer, line: source.lineOf(pointer) };
}
