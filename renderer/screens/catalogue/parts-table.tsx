import type { Group } from '#assessments';
import { consultNode } from '../../desk/consulting.ts';
import { useDesk } from '../../desk/desk.ts';
import type { PackIndex } from '../../desk/pack-index.ts';
import { useWords } from '../../text/text.ts';
import { levelColumns } from './columns.ts';

/** Sub-items with how many requirements they have at each level, and how many of all have a check. */
export function PartsTable({ index, parts }: { readonly index: PackIndex; readonly parts: readonly Group[] }) {
  const desk = useDesk();
  const { text, of } = useWords();
  const levels = levelColumns(index.pack, { requirements: [], inherited: [] }).map(({ level }) => level);
  return (
    <table className="table catalogue-parts">
      <caption className="unseen">{text('catalogue.levels-of')}</caption>
      <thead><tr><th scope="col">{text('catalogue.parts')}</th>{levels.map((level) => <th key={level} scope="col" className="number">{text(`level.${level as 1 | 2 | 3 | 4 | 5}`)}</th>)}<th scope="col" className="number">{text('facet.checked-yes')}</th></tr></thead>
      <tbody>
        {parts.map((part) => (
          <tr key={part.id}>
            <th scope="row"><span className="code muted">{part.id}</span> <button type="button" className="link" onClick={() => { consultNode(desk, part.id); }}>{of(part)}</button>{part.definition !== null && <p className="muted small">{of(part.definition)}</p>}</th>
            {levelColumns(index.pack, part).map(({ level, requirements, inherited }) => <td key={level} className="number">{inherited ? text('catalogue.inherited') : requirements.length}</td>)}
            <td className="number">{`${part.requirements.filter(({ checks }) => checks.length > 0).length}/${part.requirements.length}`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
