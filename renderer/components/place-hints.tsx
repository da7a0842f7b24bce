import { useState } from 'react';
import { useDeskState } from '../desk/desk.ts';
import { useWords } from '../text/text.ts';

/** What to know about where the open file lies, above every screen until it is put away. */
export function PlaceHints() {
  const { text, of } = useWords();
  const header = useDeskState(({ working }) => working?.header ?? null);
  const [putAway, setPutAway] = useState<string | null>(null);
  if (header === null || header.hints.length === 0 || putAway === header.assessment) return null;
  return (
    <aside className="place-hints" aria-label={text('top.place')} data-testid="place-hints">
      <ul>{header.hints.map((hint) => <li key={hint.en}>{of(hint)}</li>)}</ul>
      <button type="button" className="link" onClick={() => { setPutAway(header.assessment); }} data-testid="place-hints-close">{text('top.place-seen')}</button>
    </aside>
  );
}
