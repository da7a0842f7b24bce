import type { RequirementView } from '#contract';
import { dateTime } from '../../format.ts';
import { useWords, type ScreenText } from '../../text/text.ts';

/** All that happened to the requirement, newest first; what was undone stays, struck through. */
export function HistoryTab({ view }: { readonly view: RequirementView | null }) {
  const { text } = useWords();
  if (view === null || view.history.length === 0) return <p className="muted">{text('history.none')}</p>;
  return (
    <ul className="entries">
      {view.history.map((entry, at) => (
        <li key={at} className={entry.undone ? 'undone' : undefined}>
          <p className="entry-about"><span>{happened(text, entry)}</span>{entry.undone && <span className="tag">{text('history.undone')}</span>}</p>
          <p className="muted">{[entry.author.name, dateTime(entry.at)].join(' · ')}</p>
          {entry.text !== '' && <p className="entry-text">{entry.text}</p>}
        </li>
      ))}
    </ul>
  );
}

function happened(text: ScreenText, { what, value }: RequirementView['history'][number]): string {
  return what === 'rated' || what === 'consensus' ? text(`history.${what}`, { value: value ?? '–' }) : text(`history.${what}`);
}
