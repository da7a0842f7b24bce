import { useState } from 'react';
import { setScoring, useDesk, useDeskState } from '../../desk/desk.ts';
import { addNote } from '../../desk/recording.ts';
import type { Subject } from '../../desk/filters.ts';
import type { Working } from '../../desk/state.ts';
import { dateTime } from '../../format.ts';
import { useWords } from '../../text/text.ts';
import { AskLine } from './ask-line.tsx';

/** What was said and seen about the requirement. */
export function NotesTab({ working, subject }: { readonly working: Working; readonly subject: Subject }) {
  const desk = useDesk();
  const { text } = useWords();
  const asking = useDeskState(({ scoring }) => scoring.asking === 'note');
  const [saidBy, setSaidBy] = useState('');
  const notes = subject.view?.notes ?? [];
  const { id } = subject.located.requirement;
  const save = (note: string) => { void desk.queue.add(() => addNote(desk, id, note, saidBy.trim() === '' ? null : saidBy.trim())); };
  return (
    <div>
      {asking ? (
        <>
          <AskLine label={text('notes.add')} hint={text('notes.hint')} testId="note" save={save} cancel={() => { setScoring(desk, { asking: null }); }} />
          <input className="field" value={saidBy} placeholder={text('notes.said-by')} aria-label={text('notes.said-by')} onChange={({ target }) => { setSaidBy(target.value); }} data-testid="note-said-by" />
        </>
      ) : <button type="button" className="button" disabled={working.header.readOnly} onClick={() => { setScoring(desk, { asking: 'note' }); }} data-testid="add-note"><kbd>{noteKey}</kbd>{text('notes.add')}</button>}
      {notes.length === 0 && !asking && <p className="muted">{text('notes.none')}</p>}
      <ul className="entries">
        {notes.map((note) => (
          <li key={note.note}>
            <p className="entry-about"><b>{note.author.name}</b> <span className="muted">{dateTime(note.at)}</span></p>
            {note.saidBy !== null && <p className="muted">{text('notes.said', { name: note.saidBy })}</p>}
            <p className="entry-text">{note.text}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}

const noteKey = 'N';
