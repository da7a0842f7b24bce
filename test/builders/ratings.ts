import type { Consensus, FinalRating, Pack, Rating, RatingValue } from '#assessments';

const at = '2024-05-06T07:08:09.000Z';

/** A standing rating by a person (default: 李雷, self-assessment), or by the machine. */
export function aRating({ by = '李雷', machine = false, ...said }: Partial<Omit<Rating, 'author' | 'basis'>> & { readonly by?: string; readonly machine?: boolean } & Pick<Rating, 'requirement' | 'value'>): Rating {
  return {
    event: `${said.requirement}-${by}`, subject: null, layer: 'self-assessment', at, confidence: null, rationale: '', ...said,
    author: { id: machine ? 'machine' : by, name: by, role: 'assessor' },
    basis: machine ? { kind: 'machine', checks: ['check'] } : { kind: 'human', accepted: [] },
  };
}

export function aConsensus(said: Partial<Consensus> & Pick<Consensus, 'requirement' | 'value'>): Consensus {
  return { event: `consensus-${said.requirement}`, subject: null, layer: 'self-assessment', author: { id: '韩梅梅', name: '韩梅梅', role: 'lead assessor' }, at, rationale: '', stale: false, ...said };
}

/** Final ratings of a pack in its order; requirements not named are unassessed. */
export function finalsOf(pack: Pack, values: Readonly<Record<string, RatingValue | null>>): readonly FinalRating[] {
  return pack.groups.flatMap((group) => group.requirements).map(({ id }) => {
    const value = values[id] ?? null;
    return { requirement: id, value, basis: value === null ? null : 'human', disputed: [], layer: value === null ? null : 'self-assessment' };
  });
}
