import type { AssessmentState, Draft } from '#assessments';

/** What an import changes of the evidence that is there: `before` goes ahead of the new files, `after` behind them. */
export type Replacing = { readonly before: readonly Draft[]; readonly after: readonly Draft[] };

/**
 * Puts the changed files of an intake in the place of their older versions: these are removed, and what people linked
 * to them is linked to the new ones. `intake` is the new one; older versions are files of intakes called the same.
 */
export function replacing(state: AssessmentState, { intake, label, changed }: { readonly intake: string; readonly label: string; readonly changed: readonly string[] }, newId: () => string): Replacing {
  const paths = new Set(changed);
  const old = state.intakes.filter((earlier) => earlier.label === label).flatMap(({ id, files }) => files.filter(({ path }) => paths.has(path)).map(({ path }) => ({ intake: id, path })));
  if (old.length === 0) return { before: [], after: [] };

  const keys = new Set(old.map(keyOf));
  const links = state.links.filter(({ file }) => keys.has(keyOf(file)));
  return {
    before: [{ type: 'evidence.removed', payload: { files: old } }],
    after: links.map(({ file, requirement, locator, stance, note }): Draft => ({ type: 'link.added', payload: { link: newId(), file: { intake, path: file.path }, requirement, locator, stance, note } })),
  };
}

function keyOf({ intake, path }: { readonly intake: string; readonly path: string }): string {
  return `${intake}/${path}`;
}
