import { useEffect, useRef } from 'react';
import type { SourceView } from '#contract';
import { useWords } from '../../text/text.ts';

/** The text of a file with its line numbers, the cited lines marked and in sight. */
export function SourceLines({ view }: { readonly view: SourceView }) {
  const { text } = useWords();
  const cited = useRef<HTMLLIElement>(null);
  const [first, last] = view.lines ?? [0, -1];
  useEffect(() => { cited.current?.scrollIntoView({ block: 'center' }); }, [view]);
  if (view.text === null) return <p>{text('source.not-text')}</p>;
  return (
    <ol className="source-lines" tabIndex={0} start={view.firstLine} style={{ counterReset: `line ${view.firstLine - 1}` }}>
      {view.text.split('\n').map((row, offset) => {
        const number = view.firstLine + offset;
        const inside = number >= first && number <= last;
        return <li key={number} ref={number === first ? cited : null} className={inside ? 'cited' : undefined} aria-current={inside ? 'true' : undefined}><code>{row === '' ? ' ' : row}</code></li>;
      })}
    </ol>
  );
}
