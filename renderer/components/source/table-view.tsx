import { useEffect, useRef } from 'react';
import type { TablePicture } from '#contract';
import { count, visibleText } from '../../format.ts';
import { useWords } from '../../text/text.ts';

/** Rows of a table around the cited one, under the table's own header. */
export function TableView({ picture }: { readonly picture: TablePicture }) {
  const { text, language } = useWords();
  const cited = useRef<HTMLTableRowElement>(null);
  const { name, header, rows, citedColumn, rowsBefore, rowsAfter, columnsLeftOut } = picture;
  useEffect(() => { cited.current?.scrollIntoView({ block: 'center', inline: 'nearest' }); }, [picture]);
  const columns = Math.max(header.length, ...rows.map(({ cells }) => cells.length));
  const places = Array.from({ length: columns }, (_column, at) => at);
  return (
    <figure className="table-picture" data-testid="table-picture">
      <figcaption className="muted">{[name === null ? '' : visibleText(name), text('source.rows', { total: count(rowsBefore + rows.length + rowsAfter, language) }), columnsLeftOut === 0 ? '' : text('source.columns-left-out', { count: count(columnsLeftOut, language) })].filter((part) => part !== '').join(' · ')}</figcaption>
      <div className="table-scroll" tabIndex={0} role="region" aria-label={text('source.as-table')}>
        <table>
          <thead><tr><th scope="col" aria-label={text('source.row')} />{places.map((at) => <th key={at} scope="col" className={at === citedColumn ? 'cited' : undefined}>{visibleText(header[at] ?? '')}</th>)}</tr></thead>
          <tbody>
            {rowsBefore > 0 && <tr><td colSpan={columns + 1} className="muted">{text('source.rows-before', { count: count(rowsBefore, language) })}</td></tr>}
            {rows.map((row) => (
              <tr key={row.key} ref={row.cited ? cited : null} className={row.cited ? 'cited' : undefined} aria-current={row.cited ? 'true' : undefined} data-testid={row.cited ? 'cited-row' : undefined}>
                <th scope="row">{row.key}</th>
                {places.map((at) => <td key={at} className={row.cited && at === citedColumn ? 'cited-cell' : undefined} title={row.cells[at]}>{visibleText(row.cells[at] ?? '')}</td>)}
              </tr>
            ))}
            {rowsAfter > 0 && <tr><td colSpan={columns + 1} className="muted">{text('source.rows-after', { count: count(rowsAfter, language) })}</td></tr>}
          </tbody>
        </table>
      </div>
    </figure>
  );
}
