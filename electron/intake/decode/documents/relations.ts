import { posix } from 'node:path';
import type { Parts } from '../xlsx/parts.ts';

/** What a part refers to, by kind; whatever lies outside of the document is left out and never followed. */
export type Relation = { readonly id: string; readonly kind: string; readonly part: string };

const most = 10_000;

/** Reads the relations of a part of an Office Open document; `outside` counts those that lead out of it. */
export async function relationsOf(parts: Parts, part: string): Promise<{ readonly inside: readonly Relation[]; readonly outside: number }> {
  const inside: Relation[] = [];
  let outside = 0;
  await parts.run(posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`), {
    open: (name, attribute, stop) => {
      if (name !== 'Relationship') return;
      if (inside.length + outside >= most) stop();
      const target = attribute('Target') ?? '';
      const kind = (attribute('Type') ?? '').replace(/^.*\//, '');
      if (attribute('TargetMode') === 'External') outside += kind === 'hyperlink' ? 0 : 1;
      else inside.push({ id: attribute('Id') ?? '', kind, part: target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(part), target) });
    },
  });
  return { inside, outside };
}
