import type { FactOf } from '../../facts.ts';
import { type Spot, at, isMapping, placeOf, textAt } from '../../spot.ts';

/** .cruft.json: the project template, and its commit, that a repository was made from and is kept in step with. */
export function templateLineage(root: Spot): readonly FactOf<'lineage.edge'>[] {
  const template = textAt(root, 'template');
  const commit = textAt(root, 'commit');
  if (template === null || commit === null || !isMapping(at(root, 'context').value)) return [];
  return [{
    type: 'lineage.edge', place: placeOf(root), also: [], run: null,
    from: template.replace(/^[a-z+]+:\/\/(?:[^@/]*@)?|^[^@/]+@/, '').replace(/\.git$/, ''), fromKind: 'code', fromHash: commit,
    to: root.file.replace(/\/?[^/]*$/, '') || '.', toKind: 'code', toHash: null,
    by: null, system: 'cruft', recorded: true,
  }];
}
