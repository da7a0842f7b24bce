import { useCallback, useState } from 'react';
import { factNames, type Fact } from '#assessments';
import type { FactFilter, FieldMeanings } from '#contract';
import { Claims } from '../../components/contradiction.tsx';
import { Paged } from '../../components/paged.tsx';
import { PathText } from '../../components/path-text.tsx';
import { ask, useDesk, useDeskState } from '../../desk/desk.ts';
import { openSource } from '../../desk/moving.ts';
import { factInShort, placeWithin } from '../../fact-words.ts';
import { count } from '../../format.ts';
import { useWords } from '../../text/text.ts';

const rowHeight = 56;

type Row = { readonly fact: Fact; readonly meanings: FieldMeanings };
type Only = Omit<FactFilter, 'search'>;

/** The facts that fit, each with what it says and the place it was read from; one click opens that place. */
export function FactList({ only, revision }: { readonly only: Only; readonly revision: number }) {
  const desk = useDesk();
  const { text, language } = useWords();
  const assessment = useDeskState(({ working }) => working?.assessment ?? null);
  const [search, setSearch] = useState('');
  const [total, setTotal] = useState<number | null>(null);
  const asked = JSON.stringify([assessment, only, search, revision]);
  const read = useCallback(async (from: number, number: number) => {
    const [of, filter, sought] = JSON.parse(asked) as readonly [string | null, Only, string];
    const view = of === null ? null : await ask(desk, 'readFacts', { assessment: of, only: { ...filter, search: sought }, from, count: number });
    return view === null ? null : { total: view.total, items: view.facts.map(({ fact }): Row => ({ fact, meanings: view.meanings })) };
  }, [desk, asked]);
  return (
    <section className="facts" aria-label={text('facts.title')}>
      <div className="facts-head">
        <span>{text('facts.title')} <span className="muted" data-testid="fact-count">{total === null ? '' : count(total, language)}</span></span>
        <input className="field" type="search" value={search} placeholder={text('facts.search')} aria-label={text('facts.search')} onChange={({ target }) => { setSearch(target.value); }} data-testid="fact-search" />
      </div>
      <Paged key={asked} read={read} told={setTotal} rowHeight={rowHeight} label={text('facts.title')} none={text('facts.none')} testId="facts" draw={(row) => <FactRow row={row} typed={only.type === null} />} />
    </section>
  );
}

/** `typed`: the type is told, because the list holds several. */
function FactRow({ row: { fact, meanings }, typed }: { readonly row: Row; readonly typed: boolean }) {
  const desk = useDesk();
  const { text, of, language } = useWords();
  if (fact.type === 'contradiction') return <div className="fact-row"><Claims fact={fact} /></div>;

  const within = placeWithin(fact.place);
  const short = factInShort(fact, language);
  return (
    <button type="button" className="fact-row" onClick={() => { void openSource(desk, fact.place, { fact, meanings: meanings[fact.type] ?? {} }); }} data-testid="fact-row">
      <span className="one-line" title={short}>{typed && <span className="fact-type">{`${of(factNames[fact.type])} `}</span>}{short}</span>
      <span className="code place"><PathText path={fact.place.file} /><span className="place-lines one-line">{within}</span>{fact.also.length > 0 && <span className="muted nowrap">{text('facts.also', { count: fact.also.length })}</span>}</span>
    </button>
  );
}
