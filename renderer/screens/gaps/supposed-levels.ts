import type { ScoreResult } from '#assessments';

export type SupposedNode = { readonly node: string; readonly kind: 'whole' | 'domain' | 'other'; readonly now: number | null; readonly then: number | null; readonly grade: string | null; readonly moved: boolean };

/** The whole, each domain, and every node whose level or grade the assumptions move, in document order. `all`: every node. */
export function supposedLevels(now: ScoreResult, then: ScoreResult, domains: ReadonlySet<string>, all: boolean): readonly SupposedNode[] {
  const before = new Map(now.nodes.map((node) => [node.id, node]));
  const whole: SupposedNode = { node: '', kind: 'whole', now: now.overall.level, then: then.overall.level, grade: then.overall.grade, moved: now.overall.level !== then.overall.level };
  const nodes = then.nodes.filter(({ written }) => written).map((node): SupposedNode => {
    const was = before.get(node.id);
    return { node: node.id, kind: domains.has(node.id) ? 'domain' : 'other', now: was?.level ?? null, then: node.level, grade: node.grade, moved: was?.level !== node.level || was.grade !== node.grade };
  });
  return [whole, ...nodes.filter(({ kind, moved }) => all || kind === 'domain' || moved)];
}
