import { useState } from 'react';
import type { Rating, RatingValue } from '#assessments';
import type { RequirementView } from '#contract';
import { RatingMark } from '../../components/marks.tsx';
import { setScoring, useDesk, useDeskState } from '../../desk/desk.ts';
import { setConsensus } from '../../desk/recording.ts';
import type { Subject } from '../../desk/filters.ts';
import type { Working } from '../../desk/state.ts';
import { dateTime } from '../../format.ts';
import { useWords } from '../../text/text.ts';
import { AskLine } from './ask-line.tsx';

/** Who rated what, and the team's consensus. */
export function RatersTab({ working, subject }: { readonly working: Working; readonly subject: Subject }) {
  const { text } = useWords();
  const { view } = subject;
  if (view === null) return <p className="muted">{text('raters.none')}</p>;

  return (
    <div>
      <ul className="raters">
        {view.mine !== null && <Rated rating={view.mine} name={`${view.mine.author.name} · ${text('raters.me')}`} />}
        {view.others.map((rating) => <Rated key={rating.event} rating={rating} name={rating.author.name} />)}
        {view.machine !== null && <Rated rating={view.machine} name={text('raters.machine')} />}
      </ul>
      {view.others.length === 0 && <p className="muted">{text('raters.none')}</p>}
      {(view.others.length > 0 || view.consensus !== null) && <ConsensusPart working={working} subject={subject} />}
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

function Settled({ consensus }: { readonly consensus: NonNullable<RequirementView['consensus']> }) {
  const { text } = useWords();
  return (
    <p className="standing">
      <RatingMark value={consensus.value} /><b>{text('consensus')}</b><span className="muted">{[consensus.author.name, dateTime(consensus.at)].join(' · ')}</span>
      {consensus.stale && <span className="warn">{text('consensus.stale')}</span>}
      {consensus.rationale !== '' && <span className="entry-text">{consensus.rationale}</span>}
    </p>
  );
}

const values: readonly RatingValue[] = ['N', 'P', 'L', 'F', 'NA'];

function ConsensusPart({ working: { header: { readOnly } }, subject }: { readonly working: Working; readonly subject: Subject }) {
  const desk = useDesk();
  const { text } = useWords();
  const asking = useDeskState(({ scoring }) => scoring.asking === 'consensus');
  const consensus = subject.view?.consensus ?? null;
  const [value, setValue] = useState(firstValue(subject));
  const { id } = subject.located.requirement;
  const save = (to: RatingValue | null, rationale: string) => { void desk.queue.add(() => setConsensus(desk, id, to, rationale)); };
  return (
    <section className="consensus" aria-label={text('consensus')}>
      {consensus !== null && <Settled consensus={consensus} />}
      {asking ? (
        <>
          <div className="chips" role="group" aria-label={text('consensus.value')}>
            {values.map((each) => <button key={each} type="button" className="chip" aria-pressed={each === value} onClick={() => { setValue(each); }} data-testid={`consensus-${each}`}>{each}</button>)}
          </div>
          <AskLine label={text('consensus.rationale')} hint="" testId="consensus-rationale" initial={consensus?.rationale ?? ''} save={(rationale) => { save(value, rationale); }} cancel={() => { setScoring(desk, { asking: null }); }} />
        </>
      ) : (
        <div className="suggestion-actions">
          <button type="button" className="button" disabled={readOnly} onClick={() => { setScoring(desk, { asking: 'consensus' }); }} data-testid="consensus">{text(consensus === null ? 'consensus.set' : 'consensus.change')}</button>
          {consensus !== null && <button type="button" className="button" disabled={readOnly} onClick={() => { save(null, ''); }} data-testid="consensus-clear">{text('consensus.clear')}</button>}
        </div>
      )}
    </section>
  );
}

/** Where the talk about a consensus starts: the standing one, else my own rating. */
function firstValue({ view }: Subject): RatingValue {
  return view?.consensus?.value ?? view?.mine?.value ?? 'L';
}
