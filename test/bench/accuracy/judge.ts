import type { Suggestion } from '#assessments';

/** What an assessor grants after reading: the highest value the files carry, a contradiction, or a part and its contradiction. */
export type Expected = 'none' | 'P' | 'L' | 'F' | 'contradiction' | 'conflict';
type Said = 'nothing' | 'N' | 'P' | 'L' | 'F' | 'conflict';
export type Judged = {
  readonly requirement: string;
  readonly said: Said;
  readonly expected: Expected;
  readonly strength: Suggestion['strength'];
  /** `unchecked`: something is there to be seen, but the requirement has no check. */
  readonly verdict: 'right' | 'wrong' | 'missed' | 'unchecked' | 'silent';
};

/** A value is right up to the one granted; N only where the files contradict; a conflict only where they show both. */
const admitted: Readonly<Record<Expected, readonly Said[]>> = {
  none: [], P: ['P'], L: ['P', 'L'], F: ['P', 'L', 'F'], contradiction: ['N'], conflict: ['P', 'N', 'conflict'],
};

/** One suggestion against what was expected of its requirement. */
export function judge({ requirement, rating, conflict, strength, unchecked }: Suggestion, expected: Expected): Judged {
  const said = conflict ? 'conflict' : (rating ?? 'nothing');
  return { requirement, said, expected, strength, verdict: verdictOf(said, expected, unchecked) };
}

function verdictOf(said: Said, expected: Expected, unchecked: boolean): Judged['verdict'] {
  if (said !== 'nothing') return admitted[expected].includes(said) ? 'right' : 'wrong';
  if (expected === 'none') return 'silent';
  return unchecked ? 'unchecked' : 'missed';
}

/** One paragraph: precision by strength, recall over what was expected, each with its counts. */
export function told(name: string, rows: readonly Judged[]): string {
  const of = (...verdicts: readonly Judged['verdict'][]): readonly Judged[] => rows.filter(({ verdict }) => verdicts.includes(verdict));
  const by = (strength: Suggestion['strength']): string => share(of('right').filter((row) => row.strength === strength).length, of('right', 'wrong').filter((row) => row.strength === strength).length);
  const wanted = rows.filter(({ expected }) => expected !== 'none');
  const found = (kinds: readonly Expected[]): string => {
    const some = wanted.filter(({ expected, verdict }) => kinds.includes(expected) && verdict !== 'unchecked');
    return share(some.filter(({ verdict }) => verdict === 'right').length, some.length);
  };
  return [
    `${name}: ${rows.length} requirements, ${wanted.length} with something to be seen (${of('unchecked').length} of them without a check)`,
    `  precision  direct ${by('direct')}  indirect ${by('indirect')}  all ${share(of('right').length, of('right', 'wrong').length)}`,
    `  recall     L ${found(['L', 'F'])}  P ${found(['P'])}  contradictions ${found(['contradiction', 'conflict'])}  all ${found(['P', 'L', 'F', 'contradiction', 'conflict'])}`,
  ].join('\n');
}

function share(part: number, whole: number): string {
  return `${part}/${whole} = ${whole === 0 ? '–' : (part / whole).toFixed(2)}`;
}
