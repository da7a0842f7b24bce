import { useEffect, useRef, type RefObject } from 'react';
import type { SourceView } from '#contract';
import { useWords } from '../../text/text.ts';

/** The text of a file with its line numbers, the cited lines marked and in sight. `pages`: where pages begin in a document; null for other texts. */
export function SourceLines({ view, pages, list }: { readonly view: SourceView; readonly pages: readonly number[] | null; readonly list: RefObject<HTMLOListElement | null> }) {
  const { text } = useWords();
  const cited = useRef<HTMLLIElement>(null);
  const [first, last] = view.lines ?? [0, -1];
  useEffect(() => { cited.current?.scrollIntoView({ block: 'center' }); }, [view]);
  if (view.text === null) return <p>{text('source.not-text')}</p>;
  return (
    <ol ref={list} className={pages === null ? 'source-lines' : 'source-lines prose'} tabIndex={0} start={view.firstLine} style={{ counterReset: `line ${view.firstLine - 1}` }}>
      {view.text.split('\n').map((row, offset) => {
        const number = view.firstLine + offset;
        const inside = number >= first && number <= last;
        return <li key={number} ref={number === first ? cited : null} className={inside ? 'cited' : undefined} aria-current={inside ? 'true' : undefined}>{pagesAt(pages, number).map((page) => <span key={page} className="page-mark muted" data-testid="page-mark">{text('document.page', { page })}</span>)}<code>{row === '' ? ' ' : row}</code></li>;
      })}
    </ol>
  );
}

/** The pages that begin at a line, by their number from 1; those before it in a row have no text. */
function pagesAt(pages: readonly number[] | null, line: number): readonly number[] {
  return (pages ?? []).flatMap((begins, at) => (begins === line ? [at + 1] : []));
}
