import { useState, type ReactNode } from 'react';

type WindowedProps<Item> = { readonly items: readonly Item[]; readonly rowHeight: number; readonly draw: (item: Item, at: number) => ReactNode; readonly label: string; readonly testId: string };

const spare = 8;

/** A list of any length in which only the rows in sight are drawn; rows are of one height. */
export function Windowed<Item>({ items, rowHeight, draw, label, testId }: WindowedProps<Item>) {
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(600);
  const first = Math.max(0, Math.floor(top / rowHeight) - spare);
  const shown = items.slice(first, first + Math.ceil(height / rowHeight) + 2 * spare);
  return (
    <div
      className="windowed" role="list" aria-label={label} tabIndex={0} data-testid={testId}
      onScroll={({ currentTarget }) => { setTop(currentTarget.scrollTop); setHeight(currentTarget.clientHeight); }}
    >
      <div style={{ height: items.length * rowHeight, position: 'relative' }}>
        {shown.map((item, offset) => (
          <div key={first + offset} role="listitem" aria-setsize={items.length} aria-posinset={first + offset + 1} style={{ position: 'absolute', insetInline: 0, top: (first + offset) * rowHeight, height: rowHeight }}>
            {draw(item, first + offset)}
          </div>
        ))}
      </div>
    </div>
  );
}
