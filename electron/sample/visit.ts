import type { Pack, RatingValue } from '#assessments';

/**
 * What the invented team found on its visit in the sub-items that the story tells nothing special of: the level that each
 * holds. Every requirement up to it is met; of the next level some are, as the lines of the visit's record say.
 */
const visited: Readonly<Record<string, number>> = {
  '1.1.1': 3, '1.1.2': 2, '1.1.3': 2, '1.2.1': 2, '1.2.2': 3, '1.2.3': 2,
  '2.1.1': 2, '2.1.2': 2, '2.1.3': 2, '2.2.1': 3, '2.3.2': 2, '2.3.3': 2,
  '3.1.1': 3, '3.1.2': 2, '3.1.3': 2, '3.2.1': 2, '3.2.2': 2,
  '4.1.1': 3, '4.1.2': 3, '4.1.3': 2, '4.2.1': 3, '4.2.2': 2, '4.3.1': 2, '4.3.2': 2,
  '5.1.1': 2, '5.1.2': 2, '5.2.1': 2, '5.2.2': 2,
};

/** What the requirements of the next level were rated, in turn. */
const nextLevel: readonly RatingValue[] = ['L', 'F', 'P', 'N'];

/** The file of the sample in which the team wrote down what it saw: one line for each requirement, which begins with its id in brackets. */
export const visitRecord = 'docs/现场核验记录.txt';

export type Seen = { readonly requirement: string; readonly value: RatingValue; readonly line: number | null };

/** The ratings of the visit in the pack's order, each with its line of the record (from 1), where it has one. */
export function seenOnVisit(pack: Pack, record: string): readonly Seen[] {
  const lines = new Map(record.split('\n').map((text, index) => [/^\[([^\]]+)\]/u.exec(text)?.[1], index + 1]));
  return pack.groups.flatMap(({ id, requirements }) => {
    const held = visited[id];
    if (held === undefined) return [];
    const above = requirements.filter(({ level }) => level === held + 1);
    return requirements.filter(({ level }) => level <= held + 1).map(({ id: requirement, level }): Seen => ({
      requirement, value: level <= held ? 'F' : nextLevel[above.findIndex((one) => one.id === requirement) % nextLevel.length] ?? 'N', line: lines.get(requirement) ?? null,
    }));
  });
}
