import type { Group, Pack, Requirement } from '#assessments';

/** One level of a sub-item: what it is called and asks for. */
export type LevelColumn = { readonly level: number; readonly name: { readonly zh: string; readonly en: string } | null; readonly requirements: readonly Requirement[]; readonly inherited: boolean };

const fallback = [1, 2, 3, 4, 5] as const;

/** The levels of a sub-item from left to right, in the pack's order within each. */
export function levelColumns(pack: Pick<Pack, 'levels'>, group: Pick<Group, 'requirements' | 'inherited'>): readonly LevelColumn[] {
  const named = new Map(pack.levels.map((level) => [level.level, level]));
  const levels = pack.levels.length === 0 ? fallback : pack.levels.map(({ level }) => level);
  return [...levels].sort((a, b) => a - b).map((level) => ({
    level, name: named.get(level) ?? null,
    requirements: group.requirements.filter((requirement) => requirement.level === level),
    inherited: group.inherited.includes(level),
  }));
}

/** The requirement an arrow key leads to from another: up and down within a level, left and right to the same row of the next level that has any. */
export function neighbour(columns: readonly LevelColumn[], current: string, key: string): string | null {
  const at = columns.findIndex(({ requirements }) => requirements.some(({ id }) => id === current));
  const column = columns[at];
  if (column === undefined) return null;
  const row = column.requirements.findIndex(({ id }) => id === current);
  switch (key) {
    case 'ArrowDown': return column.requirements[row + 1]?.id ?? null;
    case 'ArrowUp': return column.requirements[row - 1]?.id ?? null;
    case 'ArrowRight': return beside(columns.slice(at + 1), row);
    case 'ArrowLeft': return beside(columns.slice(0, at).reverse(), row);
    default: return null;
  }
}

function beside(columns: readonly LevelColumn[], row: number): string | null {
  const requirements = columns.find((column) => column.requirements.length > 0)?.requirements ?? [];
  return (requirements[row] ?? requirements.at(-1))?.id ?? null;
}
