import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useWords } from '../text/text.ts';

const pageLength = 100;
const spare = 6;
/** A page scrolled past is not read. */
const settleMilliseconds = 60;

export type Portion<Item> = { readonly total: number; readonly items: readonly Item[] };

type PagedProps<Item> = {
  /** Reads `count` items from `from` on; null where that failed. To begin anew, give the component another key. */
  readonly read: (from: number, count: number) => Promise<Portion<Item> | null>;
  readonly rowHeight: number; readonly draw: (item: Item, at: number, before: Item | undefined) => ReactNode; readonly label: string; readonly none: string; readonly testId: string;
  readonly told?: (total: number) => void;
  /** When it changes, what is in sight is read again where it stands. */
  readonly stamp?: number;
};

/** A list of any length of which only the pages in sight are read and only the rows in sight are drawn. */
export function Paged<Item>({ read, rowHeight, draw, label, none, testId, told, stamp = 0 }: PagedProps<Item>) {
  const { text } = useWords();
  const [total, setTotal] = useState<number | null>(null);
  const [pages, setPages] = useState<ReadonlyMap<number, readonly Item[]>>(new Map());
  const [seen, setSeen] = useState({ top: 0, height: 800 });
  const asked = useRef({ stamp, pages: new Set<number>() });
  const first = Math.max(0, Math.floor(seen.top / rowHeight) - spare);
  const last = Math.min(Math.max(0, (total ?? 1) - 1), Math.ceil((seen.top + seen.height) / rowHeight) + spare);
  const [firstPage, lastPage] = [Math.floor(first / pageLength), Math.floor(last / pageLength)];

  useEffect(() => {
    if (asked.current.stamp !== stamp) asked.current = { stamp, pages: new Set() };
    const { pages: known } = asked.current;
    const askFor = async (page: number) => {
      const portion = await read(page * pageLength, pageLength);
      if (portion === null) {
        known.delete(page);
        return;
      }
      // Asked before the list changed: what it says is old.
      if (asked.current.pages !== known) return;
      setTotal(portion.total);
      told?.(portion.total);
      setPages((before) => new Map(before).set(page, portion.items));
    };
    const timer = setTimeout(() => {
      for (let page = firstPage; page <= lastPage; page += 1) {
        if (known.has(page)) continue;
        known.add(page);
        void askFor(page);
      }
    }, known.size === 0 ? 0 : settleMilliseconds);
    return () => { clearTimeout(timer); };
  }, [firstPage, lastPage, read, told, stamp]);

  const itemAt = (at: number) => pages.get(Math.floor(at / pageLength))?.[at % pageLength];
  if (total === 0) return <p className="files-none muted" data-testid={`${testId}-none`}>{none}</p>;
  const rows = Array.from({ length: total === null ? 0 : last - first + 1 }, (_row, offset) => first + offset);
  return (
    <div className="windowed" role="list" aria-label={label} aria-busy={total === null} tabIndex={0} data-testid={testId} onScroll={({ currentTarget }) => { setSeen({ top: currentTarget.scrollTop, height: currentTarget.clientHeight }); }}>
      {total === null && <p className="files-none muted">{text('source.loading')}</p>}
      <div style={{ height: (total ?? 0) * rowHeight, position: 'relative' }}>
        {rows.map((at) => {
          const item = itemAt(at);
          return (
            <div key={at} role="listitem" aria-setsize={total ?? 0} aria-posinset={at + 1} style={{ position: 'absolute', insetInline: 0, top: at * rowHeight, height: rowHeight }}>
              {item === undefined ? null : draw(item, at, itemAt(at - 1))}
            </div>
          );
        })}
      </div>
    </div>
  );
}
