import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useWords } from '../../text/text.ts';

type AskLineProps = { readonly label: string; readonly hint: string; readonly save: (text: string) => void; readonly cancel: () => void; readonly testId: string; readonly initial?: string };

/** One text asked for in place: Enter saves, Shift+Enter breaks the line, Esc leaves it. */
export function AskLine({ label, hint, save, cancel, testId, initial = '' }: AskLineProps) {
  const { text } = useWords();
  const [value, setValue] = useState(initial);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => { field.current?.focus(); }, []);
  const trimmed = value.trim();
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') cancel();
    else if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing && trimmed !== '') save(trimmed);
    else if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
  };
  return (
    <div className="ask-line">
      <label><span>{label}</span><textarea ref={field} className="field" rows={2} value={value} placeholder={hint} onChange={({ target }) => { setValue(target.value); }} onKeyDown={press} data-testid={testId} /></label>
      <div className="ask-actions">
        <span className="muted">{text('ask.keys')}</span><span className="grow" />
        <button type="button" className="button" onClick={cancel}>{text('ask.cancel')}</button>
        <button type="button" className="button button-primary" disabled={trimmed === ''} onClick={() => { save(trimmed); }}>{text('ask.save')}</button>
      </div>
    </div>
  );
}
