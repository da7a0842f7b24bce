import { useCallback, useState, type KeyboardEvent } from 'react';
import type { Author } from '#assessments';
import type { JournalFilter, JournalRow, JournalView } from '#contract';
import { Paged } from '../../components/paged.tsx';
import { ask, useDesk, useDeskState } from '../../desk/desk.ts';
import { chooseAction } from '../../desk/journal.ts';
import { count, dateTime } from '../../format.ts';
import { useWords, type ScreenText } from '../../text/text.ts';
import { JournalEntry } from './journal-entry.tsx';
import { JournalFilters } from './journal-filters.tsx';

const rowHeight = 44;

type About = Pick<JournalView, 'total' | 'events' | 'authors'>;

/** Who did what, when and from where: one entry for one action, with the way to undo it. */
export function JournalScreen() {
  const desk = useDesk();
  const { text, language } = useWords();
  const assessment = useDeskState(({ working }) => working?.assessment ?? null);
  const revision = useDeskState(({ working }) => working?.revision ?? 0);
  const me = useDeskState(({ start }) => start?.identity?.id ?? null);
  const only = useDeskState(({ reading }) => reading.only);
  const [about, setAbout] = useState<About>({ total: 0, events: 0, authors: nobody });
  const asked = JSON.stringify([assessment, only, me]);
  const read = useCallback(async (from: number, number: number) => {
    const [of, filter] = JSON.parse(asked) as readonly [string | null, JournalFilter];
    const view = of === null ? null : await ask(desk, 'readJournal', { assessment: of, only: filter, from, count: number });
    if (view !== null) setAbout(view);
    return view === null ? null : { total: view.total, items: view.rows };
  }, [desk, asked]);
  const filtered = only.author !== null || only.kind !== null || only.requirement !== null || only.search.trim() !== '';
  return (
    <main className="page journal" data-testid="journal-screen">
      <h1 className="unseen">{text('journal.title')}</h1>
      <div className="journal-list">
        <JournalFilters authors={about.authors} filtered={filtered} />
        <p className="muted small journal-total" aria-live="polite" data-testid="journal-total">{filtered ? text('journal.fitting', { count: count(about.total, language) }) : text('journal.total', { actions: count(about.total, language), events: count(about.events, language) })}</p>
        <div className="journal-rows" onKeyDown={moveFocus}>
          <Paged key={asked} read={read} stamp={revision} rowHeight={rowHeight} label={text('journal.list')} none={text('journal.none')} testId="journal" draw={(row, at, before) => <Row row={row} first={at === 0} newDay={before === undefined ? at === 0 : dayOf(before) !== dayOf(row)} />} />
        </div>
      </div>
      <JournalEntry />
    </main>
  );
}

const nobody: readonly Author[] = [];

const dayOf = ({ at }: JournalRow): string => dateTime(at).slice(0, 10);

function Row({ row, first, newDay }: { readonly row: JournalRow; readonly first: boolean; readonly newDay: boolean }) {
  const desk = useDesk();
  const { text, of } = useWords();
  const chosen = useDeskState(({ reading }) => reading.chosen);
  const here = row.batch === chosen;
  const looks = [['journal-row', true], ['journal-day', newDay], ['journal-undone', row.undone]] as const;
  return (
    <button
      type="button" className={looks.flatMap(([name, on]) => (on ? [name] : [])).join(' ')} aria-current={here ? 'true' : undefined} tabIndex={here || (chosen === null && first) ? 0 : -1}
      onClick={() => { chooseAction(desk, row.batch); }} onFocus={() => { chooseAction(desk, row.batch); }} data-testid="journal-row"
    >
      <span className="journal-when"><span className={newDay ? 'journal-date' : 'unseen'}>{dayOf(row)}</span><span className="muted">{dateTime(row.at).slice(11)}</span></span>
      <span className="journal-what">
        <span className="one-line" title={of(row.what)}>{of(row.what)}</span>
        <span className="muted small one-line">{aboutRow(row, text)}</span>
      </span>
      {row.undone && <span className="tag">{text('journal.undone')}</span>}
    </button>
  );
}

function aboutRow({ author, kind, events, from }: JournalRow, text: ScreenText): string {
  const parts = [author.name, text(`journal.kind.${kind}`), events > 1 ? text('journal.several', { count: events }) : '', from.here ? '' : text('journal.elsewhere')];
  return parts.filter((part) => part !== '').join(' · ');
}

/** Arrow keys walk the list: what has the focus is what is looked at. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const rows = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('.journal-row')];
  if (by === 0 || rows.length === 0) return;

  event.preventDefault();
  const at = rows.findIndex((row) => row === document.activeElement);
  const next = rows[at === -1 ? 0 : at + by];
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: 'nearest' });
}
