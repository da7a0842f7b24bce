import { valueInChinese, type FactOf, type Language, type Place } from '#assessments';
import { useDesk } from '../desk/desk.ts';
import { openSource } from '../desk/moving.ts';
import { placeWithin } from '../fact-words.ts';
import { visibleText } from '../format.ts';
import { useWords } from '../text/text.ts';
import { PathText } from './path-text.tsx';

export type Contradiction = FactOf<'contradiction'>;

/** Two claims that do not go together: the sentence, then each claim in its own words with the place it was read from. */
export function Claims({ fact, here = null, full = false }: { readonly fact: Contradiction; readonly here?: Place | null; readonly full?: boolean }) {
  const { text, language } = useWords();
  const [second, ...more] = fact.also;
  const sentence = fact[language];
  return (
    <div className={full ? 'claims claims-full' : 'claims'} data-testid="contradiction">
      <p className={full ? undefined : 'one-line'} title={full ? undefined : sentence}><span className="tag tag-bad">{kindWord(fact, language)}</span> {sentence}</p>
      <div className="claims-sides">
        <Side fact={fact} claim={fact.left} place={fact.place} here={here} full={full} />
        <span className="claims-against" aria-hidden="true">{against}</span>
        <Side fact={fact} claim={fact.right} place={second ?? null} here={here} full={full} />
      </div>
      {full && more.map((place) => <Side key={JSON.stringify(place)} fact={fact} claim="" place={place} here={here} full />)}
      {!full && more.length > 0 && <span className="muted small claims-more">{text('suggestion.others', { count: more.length })}</span>}
    </div>
  );
}

function kindWord({ type, kind }: Contradiction, language: Language): string {
  return language === 'zh' ? valueInChinese(type, 'kind', kind) : kind.replaceAll('-', ' ');
}

const against = '≠';

function Side({ fact, claim, place, here, full }: { readonly fact: Contradiction; readonly claim: string; readonly place: Place | null; readonly here: Place | null; readonly full: boolean }) {
  const desk = useDesk();
  const { text } = useWords();
  return (
    <span className="claims-side">
      {claim !== '' && <q className="one-line" title={claim}>{visibleText(claim)}</q>}
      {place === null ? <span className="muted small">{text('contradiction.same-place')}</span> : (
        <button type="button" className="link code place" aria-current={here !== null && JSON.stringify(place) === JSON.stringify(here) ? 'true' : undefined} title={`${visibleText(place.file)} ${placeWithin(place)}`} onClick={() => { void openSource(desk, place, { fact, meanings: {} }); }} data-testid="claim-place">
          {full ? <><PathText path={place.file} /><span className="place-lines">{placeWithin(place)}</span></> : <span className="one-line">{[fileNameOf(place.file), 'lines' in place ? placeWithin(place) : ''].join(' ')}</span>}
        </button>
      )}
    </span>
  );
}

function fileNameOf(path: string): string {
  return visibleText(path.slice(path.lastIndexOf('/') + 1));
}
