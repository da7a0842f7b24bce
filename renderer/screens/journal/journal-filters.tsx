import { Select } from 'antd';
import type { Author } from '#assessments';
import { journalKinds } from '#contract';
import { useDesk, useDeskState } from '../../desk/desk.ts';
import { clearJournalFilter, filterJournal } from '../../desk/journal.ts';
import { useWords } from '../../text/text.ts';

/** By person, kind of action, requirement and words; all conditions hold together. */
export function JournalFilters({ authors, filtered }: { readonly authors: readonly Author[]; readonly filtered: boolean }) {
  const desk = useDesk();
  const { text } = useWords();
  const only = useDeskState(({ reading }) => reading.only);
  return (
    <div className="journal-filters">
      <div className="journal-fields">
        <input className="field" type="search" value={only.search} placeholder={text('journal.search')} aria-label={text('journal.search')} onChange={({ target }) => { filterJournal(desk, { search: target.value }); }} data-testid="journal-search" />
        <input className="field code" type="search" value={only.requirement ?? ''} placeholder={text('journal.requirement')} aria-label={text('journal.requirement')} onChange={({ target }) => { filterJournal(desk, { requirement: target.value.trim() === '' ? null : target.value.trim() }); }} data-testid="journal-requirement" />
        <Select
          aria-label={text('journal.by')} size="small" value={only.author ?? ''} options={[{ value: '', label: text('journal.everyone') }, ...authors.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={(author: string) => { filterJournal(desk, { author: author === '' ? null : author }); }} data-testid="journal-author"
        />
      </div>
      <div className="chips" role="group" aria-label={text('journal.kinds')}>
        <button type="button" className="chip" aria-pressed={only.kind === null} onClick={() => { filterJournal(desk, { kind: null }); }}>{text('journal.any-kind')}</button>
        {journalKinds.map((kind) => <button key={kind} type="button" className="chip" aria-pressed={only.kind === kind} onClick={() => { filterJournal(desk, { kind: only.kind === kind ? null : kind }); }} data-testid={`journal-kind-${kind}`}>{text(`journal.kind.${kind}`)}</button>)}
        {filtered && <button type="button" className="link small" onClick={() => { clearJournalFilter(desk); }} data-testid="journal-clear">{text('journal.clear')}</button>}
      </div>
    </div>
  );
}
