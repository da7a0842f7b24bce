import { useEffect, useRef } from 'react';
import { consult, consultChosen, consultFor } from '../../desk/consulting.ts';
import { useDesk, useDeskState, type Desk } from '../../desk/desk.ts';
import type { PackIndex } from '../../desk/pack-index.ts';
import { facets, nothingChosen, type Facet } from '../../desk/state.ts';
import { useWords } from '../../text/text.ts';
import { choiceName, choicesOf } from './choice-names.ts';
import { choicesMade, toggled, type Counts } from './filtering.ts';

type FinderProps = { readonly index: PackIndex; readonly hits: number; readonly counts: Counts };

/** The words looked for, what is chosen, and the choices there are, each with how many requirements it would show. */
export function Finder({ index, hits, counts }: FinderProps) {
  const desk = useDesk();
  const { text } = useWords();
  const { search, searchWanted, chosen, choosing, shows } = useDeskState(({ consulting }) => consulting);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => { if (searchWanted > 0) field.current?.focus(); }, [searchWanted]);
  const made = choicesMade(chosen);
  const narrowed = made.length > 0 || search.trim() !== '';
  return (
    <div className="catalogue-finder" role="search">
      <div className="finding-line">
        <input
          ref={field} className="field catalogue-search" type="search" value={search} placeholder={text('catalogue.search')} aria-label={text('catalogue.search')}
          onChange={({ target }) => { consultFor(desk, target.value); }} onKeyDown={(event) => { leaveOnEscape(desk, event); }} data-testid="catalogue-search"
        />
        <button type="button" className="button" aria-expanded={choosing} onClick={() => { consult(desk, choosing ? { choosing: false } : { choosing: true, current: null }); }} data-testid="catalogue-filters">{text(choosing ? 'catalogue.filters-hide' : 'catalogue.filters')}</button>
        <span className="muted small nowrap" role="status" data-testid="catalogue-hits-total">{narrowed ? text('catalogue.count-hits', { hits, count: index.order.length }) : ''}</span>
        {narrowed && shows === 'node' && <button type="button" className="link nowrap" onClick={() => { consult(desk, { shows: 'hits' }); }} data-testid="catalogue-back">{text('catalogue.back', { count: hits })}</button>}
      </div>
      {choosing && <Choices index={index} counts={counts} />}
      {made.length > 0 && <Made index={index} made={made} />}
    </div>
  );
}

function leaveOnEscape(desk: Desk, event: { readonly key: string; readonly currentTarget: HTMLInputElement }): void {
  if (event.key === 'Escape') consultFor(desk, '');
  if (event.key === 'Escape' || event.key === 'Enter') event.currentTarget.blur();
}

/** What is chosen; each goes with a click, and all with one. */
function Made({ index, made }: { readonly index: PackIndex; readonly made: readonly { readonly facet: Facet; readonly value: string }[] }) {
  const desk = useDesk();
  const { text, language } = useWords();
  const chosen = useDeskState(({ consulting }) => consulting.chosen);
  return (
    <div className="chips" data-testid="catalogue-made">
      {made.map(({ facet, value }) => {
        const name = choiceName(facet, value, index.pack, text, language);
        return <button key={`${facet} ${value}`} type="button" className="chip chip-made" aria-label={text('catalogue.without', { name })} onClick={() => { consultChosen(desk, toggled(chosen, facet, value)); }}>{name}<span aria-hidden="true">{awaySign}</span></button>;
      })}
      <button type="button" className="link small" onClick={() => { consultChosen(desk, nothingChosen); }} data-testid="catalogue-clear">{text('catalogue.clear')}</button>
    </div>
  );
}

const awaySign = '×';

const alone: readonly Facet[] = ['checked', 'mandatory'];

function Choices({ index, counts }: { readonly index: PackIndex; readonly counts: Counts }) {
  const { text } = useWords();
  return (
    <div className="catalogue-choices" data-testid="catalogue-choices">
      {facets.filter((facet) => !alone.includes(facet)).map((facet) => (
        <div key={facet} className="catalogue-facet" role="group" aria-label={text(`facet.${facet}`)}>
          <span className="field-name" aria-hidden="true">{text(`facet.${facet}`)}</span>
          <div className="chips">
            <FacetChips facet={facet} index={index} counts={counts} />
            {facet === 'level' && <><span className="chips-gap" />{alone.map((other) => <FacetChips key={other} facet={other} index={index} counts={counts} />)}</>}
          </div>
        </div>
      ))}
    </div>
  );
}

function FacetChips({ facet, index, counts }: { readonly facet: Facet; readonly index: PackIndex; readonly counts: Counts }) {
  const desk = useDesk();
  const { text, language } = useWords();
  const chosen = useDeskState(({ consulting }) => consulting.chosen);
  return choicesOf(facet, index.pack, text, language, counts[facet].keys()).map(({ value, name }) => {
    const count = counts[facet].get(value) ?? 0;
    const on = chosen[facet].includes(value);
    return <button key={value} type="button" className="chip" aria-pressed={on} disabled={count === 0 && !on} onClick={() => { consultChosen(desk, toggled(chosen, facet, value)); }} data-testid={`choice-${facet}-${value}`}>{name} <b>{count}</b></button>;
  });
}
