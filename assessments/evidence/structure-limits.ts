/** Bounds on structured text, so that a small hostile file cannot become a large value in memory. */
export const structureLimits = {
  /** UTF-16 units of text that are parsed at all. */
  characters: 20 * 1024 * 1024,
  depth: 100,
  /** Values after aliases and merge keys are expanded. */
  nodes: 1_000_000,
  aliases: 1_000,
  mergedKeys: 100_000,
} as const;

/** Why a text that claims to be structured was not taken; `line` is 1-based, null where no line is to blame. */
export type StructureFault = {
  readonly ok: false;
  readonly reason: 'malformed' | 'too-large' | 'too-deep';
  readonly line: number | null;
};

/**
 * What one walk over parsed documents finds: null within the limits, or which one they break. Cycles break the depth;
 * a key with half a surrogate pair is malformed, because no pointer to it survives being written down.
 */
export function structureFault(documents: readonly unknown[]): StructureFault['reason'] | null {
  let left: number = structureLimits.nodes;
  const walk = (node: unknown, depth: number): StructureFault['reason'] | null => {
    left -= 1;
    if (left < 0) return 'too-large';
    if (typeof node !== 'object' || node === null) return null;
    if (depth >= structureLimits.depth) return 'too-deep';
    for (const [key, item] of Object.entries(node)) {
      const fault = key.isWellFormed() ? walk(item, depth + 1) : 'malformed';
      if (fault !== null) return fault;
    }
    return null;
  };
  return firstFault(documents, (document) => walk(document, 0));
}

function firstFault(documents: readonly unknown[], faultOf: (document: unknown) => StructureFault['reason'] | null): StructureFault['reason'] | null {
  for (const document of documents) {
    const fault = faultOf(document);
    if (fault !== null) return fault;
  }
  return null;
}
