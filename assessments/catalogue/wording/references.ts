import type { Action, Requirement } from '../pack.ts';
import type { EditionFile } from './licensed-edition.ts';

type Edition = { readonly files: readonly EditionFile[]; readonly actions: readonly Action[] | null };

/**
 * An edition whose references hold again after requirements were moved and removed: no dependency on what is gone or
 * now lies on a higher level, no inherited level that has requirements or nothing below it, no action that satisfies
 * nothing.
 */
export function keepReferences({ files, actions }: Edition): Edition {
  const levels = new Map(files.flatMap(({ content }) => content.requirements.map(({ id, level }) => [id, level] as const)));
  const before = (id: string, level: number): boolean => (levels.get(id) ?? Infinity) <= level;
  const leaves = files.map(({ content }) => content.subItem);
  const related = (id: string): boolean => levels.has(id) || !leaves.some((leaf) => id.startsWith(`${leaf}-`));
  return {
    files: files.map(({ path, content }) => ({
      path,
      content: {
        ...content, inherited: inheritedOf(content.inherited, content.requirements),
        requirements: content.requirements.map((one) => ({ ...one, dependsOn: one.dependsOn.filter((id) => before(id, one.level)), related: one.related.filter(related) })),
      },
    })),
    actions: actions === null ? null : actionsOf(actions, levels),
  };
}

function inheritedOf(inherited: readonly number[], requirements: readonly Requirement[]): readonly number[] {
  const has = (level: number): boolean => requirements.some((requirement) => requirement.level === level);
  return inherited.toSorted().reduce<readonly number[]>((kept, level) => (!has(level) && (has(level - 1) || kept.includes(level - 1)) ? [...kept, level] : kept), []);
}

/** The work that an action builds on is built on by what was after it, where the action itself has nothing left to do. */
function actionsOf(actions: readonly Action[], known: ReadonlyMap<string, number>): readonly Action[] {
  const left = actions.map((action) => ({ ...action, satisfies: action.satisfies.filter((id) => known.has(id)) }));
  const byId = new Map(left.map((action) => [action.id, action]));
  const standing = (id: string): readonly string[] => {
    const action = byId.get(id);
    if (action === undefined) return [];
    return action.satisfies.length > 0 ? [id] : action.prerequisites.flatMap(standing);
  };
  return left.filter(({ satisfies }) => satisfies.length > 0).map((action) => ({ ...action, prerequisites: [...new Set(action.prerequisites.flatMap(standing))] }));
}
