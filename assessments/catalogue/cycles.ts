/**
 * The circles in a directed graph, each as the ids on the way round, its first id repeated at the end. Circles that
 * share a node are told one at a time.
 */
export function findCycles(edges: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const cycles: (readonly string[])[] = [];
  const left = new Map(edges);
  for (;;) {
    dropFinished(left);
    const [start] = left.keys();
    if (start === undefined) return cycles;
    const cycle = walkRound(start, left);
    cycles.push(cycle);
    for (const id of cycle) left.delete(id);
  }
}

/** Drops every node from which no circle can be reached. */
function dropFinished(left: Map<string, readonly string[]>): void {
  for (let dropped = true; dropped;) {
    dropped = false;
    for (const [id, targets] of left) {
      if (targets.some((target) => left.has(target))) continue;
      left.delete(id);
      dropped = true;
    }
  }
}

/** Every node left leads to another one left, so a walk must come back to where it has been. */
function walkRound(start: string, left: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const walked: string[] = [];
  let at = start;
  while (!walked.includes(at)) {
    walked.push(at);
    at = left.get(at)?.find((target) => left.has(target)) ?? at;
  }
  return [...walked.slice(walked.indexOf(at)), at];
}
