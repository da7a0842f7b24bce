import { factNames, type Fact, type Place } from '#assessments';
import { useDesk } from '../../desk/desk.ts';
import { openSource } from '../../desk/moving.ts';
import type { OpenFact } from '../../desk/state.ts';
import { factInShort, factInWords, placeWithin } from '../../fact-words.ts';
import { useWords } from '../../text/text.ts';
import { Claims } from '../contradiction.tsx';
import { PathText } from '../path-text.tsx';

/** The fact whose place is open: what it is, what it says, and every place it was read from. */
export function FactPanel({ open, place }: { readonly open: OpenFact; readonly place: Place }) {
  const { text, of } = useWords();
  const { fact, meanings } = open;
  return (
    <section className="fact-panel" tabIndex={0} aria-label={text('fact.title')} data-testid="fact-panel">
      <h3><span className="fact-type">{of(factNames[fact.type])}</span> <span className="code">{fact.type}</span></h3>
      {fact.type === 'contradiction' ? <Claims fact={fact} here={place} full /> : <FactFields fact={fact} meanings={meanings} />}
      {fact.type !== 'contradiction' && fact.also.length > 0 && <Places open={open} here={place} />}
    </section>
  );
}

function Places({ open, here }: { readonly open: OpenFact; readonly here: Place }) {
  const desk = useDesk();
  const { text } = useWords();
  const places = [open.fact.place, ...open.fact.also];
  return (
    <div className="fact-places">
      <span className="muted">{text('fact.places', { count: places.length })}</span>
      <ul>
        {places.slice(0, mostPlaces).map((place) => (
          <li key={JSON.stringify(place)}><button type="button" className="link code place" aria-current={same(place, here) ? 'true' : undefined} onClick={() => { void openSource(desk, place, open); }}><PathText path={place.file} /><span className="place-lines">{placeWithin(place)}</span></button></li>
        ))}
        {places.length > mostPlaces && <li className="muted">{text('suggestion.others', { count: places.length - mostPlaces })}</li>}
      </ul>
    </div>
  );
}

const mostPlaces = 12;

function same(one: Place, other: Place): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** A fact in one line, which opens to all it says. */
export function FactLine({ fact }: { readonly fact: Fact }) {
  const { of, language } = useWords();
  return (
    <details className="fact">
      <summary><span className="fact-type">{of(factNames[fact.type])}</span> <span className="muted one-line">{factInShort(fact, language)}</span></summary>
      <FactFields fact={fact} meanings={{}} />
    </details>
  );
}

function FactFields({ fact, meanings }: { readonly fact: Fact; readonly meanings: OpenFact['meanings'] }) {
  const { text, language } = useWords();
  const { said, no, silent } = factInWords(fact, language);
  const between = text('fact.between');
  return (
    <>
      <dl className="fact-fields">
        {said.map(({ field, label, value }) => <div key={field} title={[field, meanings[field]].filter((part) => part !== undefined).join(': ')}><dt>{label}</dt><dd>{value}</dd></div>)}
      </dl>
      {no.length > 0 && <p className="small muted">{text('fact.no', { fields: no.join(between) })}</p>}
      {silent.length > 0 && <p className="small muted">{text('fact.silent', { fields: silent.join(between) })}</p>}
    </>
  );
}
