import { useState, type ReactNode } from 'react';
import { useWords } from '../../text/text.ts';

/** The first items of a list, and the way to the rest. */
export function ShortenedList<Item>({ items, draw, shown, testId }: { readonly items: readonly Item[]; readonly draw: (item: Item) => ReactNode; readonly shown: number; readonly testId: string }) {
  const { text } = useWords();
  const [all, setAll] = useState(false);
  const left = items.length - shown;
  return (
    <>
      <ul className="why-list" data-testid={testId}>{(all ? items : items.slice(0, shown)).map(draw)}</ul>
      {left > 0 && <button type="button" className="link small" onClick={() => { setAll(!all); }}>{all ? text('why.all-shown') : text('why.more', { count: left })}</button>}
    </>
  );
}
