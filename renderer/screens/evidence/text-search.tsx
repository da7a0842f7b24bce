import { useEffect, useState } from 'react';
import type { SearchView } from '#contract';
import { PathText } from '../../components/path-text.tsx';
import { useDesk } from '../../desk/desk.ts';
import { cancelJob, hearProgress, newJob, searchEvidence } from '../../desk/managing.ts';
import { openSource } from '../../desk/moving.ts';
import { count } from '../../format.ts';
import { useWords } from '../../text/text.ts';

type Running = { readonly job: string; readonly done: number; readonly total: number | null };

/** Searching what stands in the files themselves; every hit is a door to its place. */
export function TextSearch() {
  const desk = useDesk();
  const { text } = useWords();
  const [query, setQuery] = useState('');
  const [running, setRunning] = useState<Running | null>(null);
  const [view, setView] = useState<SearchView | null>(null);
  const job = running?.job ?? null;
  useEffect(() => (job === null ? undefined : hearProgress(desk, job, ({ done, total }) => { setRunning((now) => (now?.job === job ? { job, done, total } : now)); })), [desk, job]);
  const search = async () => {
    if (query.trim() === '') return;
    if (job !== null) await cancelJob(desk, job);
    const own = newJob('search');
    setRunning({ job: own, done: 0, total: null });
    const found = await searchEvidence(desk, query, own);
    setRunning((now) => (now?.job === own ? null : now));
    if (found !== null) setView(found);
  };
  return (
    <section className="text-search" aria-label={text('browse.search')} data-testid="text-search">
      <form onSubmit={(event) => { event.preventDefault(); void search(); }}>
        <input className="field" type="search" value={query} autoFocus placeholder={text('search.what')} aria-label={text('search.what')} maxLength={200} onChange={({ target }) => { setQuery(target.value); }} data-testid="text-query" />
        <button type="submit" className="button button-primary" disabled={query.trim() === ''} data-testid="text-search-do">{text('search.do')}</button>
        {job !== null && <button type="button" className="button" onClick={() => { void cancelJob(desk, job); }}>{text('search.stop')}</button>}
      </form>
      {running !== null ? <p className="muted" role="status">{running.total === null ? text('search.running-short') : text('search.running', { done: running.done, total: running.total })}</p> : <Summary view={view} />}
      {view !== null && <Hits view={view} />}
    </section>
  );
}

function Summary({ view }: { readonly view: SearchView | null }) {
  const { text, language } = useWords();
  if (view === null) return <p className="muted">{text('search.hint')}</p>;
  const parts = [
    view.files.length === 0 ? text('search.none') : text('search.found', { count: count(view.files.length, language) }), text('search.searched', { count: count(view.searched, language) }),
    view.skipped > 0 ? text('search.skipped', { count: count(view.skipped, language) }) : '', view.more ? text('search.more', { count: count(view.files.length, language) }) : '',
  ];
  return <p className="muted" role="status" data-testid="text-summary">{parts.filter((part) => part !== '').join(' · ')}</p>;
}

function Hits({ view }: { readonly view: SearchView }) {
  const desk = useDesk();
  const { text, language } = useWords();
  return (
    <ul className="text-hits">
      {view.files.map(({ path, total, lines }) => (
        <li key={path}>
          <p><span className="code"><PathText path={path} /></span> <span className="muted">{text('search.total', { count: count(total, language) })}</span></p>
          {lines.map(({ place, text: line }) => (
            <button key={JSON.stringify(place)} type="button" className="text-hit" aria-label={`${text('search.open', { path })} ${line}`} onClick={() => { void openSource(desk, place); }} data-testid="text-hit">
              <span className="code">{'lines' in place ? `L${place.lines[0]}` : 'cell' in place ? place.cell : place.pointer}</span><span>{line}</span>
            </button>
          ))}
        </li>
      ))}
    </ul>
  );
}
