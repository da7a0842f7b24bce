import { readPack } from '../catalogue/load.ts';
import type { Pack, PackText } from '../catalogue/pack.ts';
import type { PackSources } from '../catalogue/pack-source.ts';
import type { CatalogueProblem } from '../catalogue/problem.ts';
import { qualityProblems } from '../catalogue/quality.ts';
import { compileChecks } from './compile.ts';

/** Everything that can be said about a pack's texts: errors and warnings with file and line. `pack` is null where an error keeps it from loading. */
export function checkCatalogue(texts: readonly PackText[]): { readonly pack: Pack | null; readonly problems: readonly CatalogueProblem[] } {
  const { pack, sources, problems } = readPack(texts);
  if (pack === null || sources === null) return { pack: null, problems };

  const program = compileChecks(pack);
  const found = [...(program.ok ? [] : program.problem), ...qualityProblems(pack)];
  return { pack, problems: [...problems, ...found.map((problem) => located(problem, sources))] };
}

/** A problem found in the loaded pack knows its requirement only; the texts know the file and the line. */
function located(problem: CatalogueProblem, { subItems }: PackSources): CatalogueProblem {
  const source = subItems.find(({ content }) => content.requirements.some(({ id }) => id === problem.requirement));
  if (source === undefined) return problem;
  const index = source.content.requirements.findIndex(({ id }) => id === problem.requirement);
  const pointer = `/requirements/${index}${problem.pointer ?? ''}`;
  return { ...problem, path: source.path, pointer, line: source.lineOf(pointer) };
}
