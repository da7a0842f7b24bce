import { useState } from 'react';
import type { Rating, RatingValue } from '#assessments';
import { RatingMark } from '../../components/marks.tsx';
import { setScoring, useDesk, useDeskState } from '../../desk/desk.ts';
import { setConsensus } from '../../desk/recording.ts';
import type { Subject } from '../../desk/filters.ts';
import type { Working } from '../../desk/state.ts';
import { dateTime } from '../../format.ts';
import { useWords } from '../../text/text.ts';
import { AskLine } from './ask-line.tsx';

/** Who rated what, and the team's consensus. Others are shown after my own rating, so that nobody is led. */
export function RatersTab({ working, subject }: { readonly working: Working; readonly subject: Subject }) {
  const { text } = useWords();
  const { view } = subject;
  const [revealed, setRevealed] = useState(false);
  if (view === null) return <p className="muted">{text('raters.none')}</p>;

  const hidden = view.mine === null && view.others.length > 0 && !revealed;
  return (
    <div>
      <ul className="raters">
        {view.mine !== null && <Rated rating={view.mine} name={`${view.mine.author.name} · ${text('raters.me')}`} />}
        {!hidden && view.others.map((rating) => <Rated key={rating.event} rating={rating} name={rating.author.name} />)}
        {view.machine !== null && <Rated rating={view.machine} name={text('raters.machine')} />}
      </ul>
      {hidden && <p className="muted">{text('raters.hidden')} <button type="button" className="link" onClick={() => { setRevealed(true); }}>{text('raters.show')}</button></p>}
      {view.others.length === 0 && <p className="muted">{text('raters.none')}</p>}
      {!hidden && (view.others.length > 0 || view.consensus !== null) && <ConsensusPart working={working} subject={subject} />}
    </div>
  );
}

function Rated({ rating, name }: { readonly rating: Rating; readonly name: string }) {
  const { text } = useWords();
  return (
    <li>
      <RatingMark value={rating.value} />
      <span><b>{name}</b> <span className="muted">{[rating.author.role, text(`layer.${rating.layer}`), dateTime(rating.at), rating.confidence === null ? '' : `${text('confidence')} ${text(`confidence.${rating.confidence}`)}`].filter((part) => part !== '').join(' · ')}</span>
        {rating.rationale !== '' && <span className="entry-text">{rating.rationale}</span>}</span>
    </li>
  );
}

const values: readonly RatingValue[] = ['N', 'P', 'L', 'F', 'NA'];

function ConsensusPart({ working, subject }: { readonly working: Working; readonly subject: Subject }) {
  const desk = useDesk();
  const { text } = useWords();
  const asking = useDeskState(({ scoring }) => scoring.asking === 'consensus');
  const consensus = subject.view?.consensus ?? null;
  const [value, setValue] = useState<RatingValue>(consensus?.value ?? subject.view?.mine?.value ?? 'L');
  const { id } = subject.located.requirement;
  const save = (to: RatingValue | null, rationale: string) => { void desk.queue.add(() => setConsensus(desk, id, to, rationale)); };
  return (
    <section className="consensus" aria-label={text('consensus')}>
      {consensus !== null && (
        <p className="standing">
          <RatingMark value={consensus.value} /><b>{text('consensus')}</b><span className="muted">{[consensus.author.name, dateTime(consensus.at)].join(' · ')}</span>
          {consensus.stale && <span className="warn">{text('consensus.stale')}</span>}
          {consensus.rationale !== '' && <span className="entry-text">{consensus.rationale}</span>}
        </p>
      )}
      {asking ? (
        <>
          <div className="chips" role="group" aria-label={text('consensus.value')}>
            {values.map((each) => <button key={each} type="button" className="chip" aria-pressed={each === value} onClick={() => { setValue(each); }} data-testid={`consensus-${each}`}>{each}</button>)}
          </div>
          <AskLine label={text('consensus.rationale')} hint="" testId="consensus-rationale" initial={consensus?.rationale ?? ''} save={(rationale) => { save(value, rationale); }} cancel={() => { setScoring(desk, { asking: null }); }} />
        </>
      ) : (
        <div className="suggestion-actions">
          <button type="button" className="button" disabled={working.header.readOnly} onClick={() => { setScoring(desk, { asking: 'consensus' }); }} data-testid="consensus">{text(consensus === null ? 'consensus.set' : 'consensus.change')}</button>
          {consensus !== null && <button type="button" className="button" disabled={working.header.readOnly} onClick={() => { save(null, ''); }} data-testid="consensus-clear">{text('consensus.clear')}</button>}
        </div>
      )}
    </section>
  );
}
