import { useRef } from 'react';
import type { Confidence, RatingValue } from '#assessments';
import type { RequirementView } from '#contract';
import { FinalMark } from '../../components/marks.tsx';
import { setScoring, useDesk, useDeskState } from '../../desk/desk.ts';
import { changeRating, clearCurrent, rateCurrent } from '../../desk/recording.ts';
import type { Subject } from '../../desk/filters.ts';
import type { Working } from '../../desk/state.ts';
import { useWords } from '../../text/text.ts';
import { AskLine } from './ask-line.tsx';

const buttons: readonly { readonly key: string; readonly value: RatingValue }[] = [{ key: '1', value: 'N' }, { key: '2', value: 'P' }, { key: '3', value: 'L' }, { key: '4', value: 'F' }, { key: 'X', value: 'NA' }];
const clearKey = '0';

/** Where a person decides: the rating, how sure, and why. */
export function RatingPanel({ working, subject }: { readonly working: Working; readonly subject: Subject }) {
  const desk = useDesk();
  const { text } = useWords();
  const asking = useDeskState(({ scoring }) => scoring.asking === 'not-applicable');
  const mine = subject.view?.mine ?? null;
  if (working.header.readOnly) return <p className="problem">{text('rating.read-only')}</p>;

  const press = (value: RatingValue) => {
    if (value === 'NA') setScoring(desk, { asking: 'not-applicable' });
    else void desk.queue.add(() => rateCurrent(desk, value, { move: false }));
  };
  return (
    <section className="rating-panel" aria-label={text('rating')}>
      <div className="rating-buttons" role="group" aria-label={text('rating')}>
        {buttons.map(({ key, value }) => (
          <button key={value} type="button" className={`rate rate-${value.toLowerCase()}`} aria-pressed={mine?.value === value} onClick={() => { press(value); }} data-testid={`rate-${value}`}>
            <kbd>{key}</kbd><b>{value}</b><span>{text(`rating.${value}`)}</span>
          </button>
        ))}
        <button type="button" className="rate rate-clear" disabled={mine === null} onClick={() => { void desk.queue.add(() => clearCurrent(desk)); }} data-testid="rate-clear"><kbd>{clearKey}</kbd><span>{text('rating.clear')}</span></button>
      </div>
      {asking && <AskLine label={text('rating.reason')} hint={text('rating.reason-hint')} testId="na-reason" initial={mine?.value === 'NA' ? mine.rationale : ''} save={(rationale) => { void desk.queue.add(() => rateCurrent(desk, 'NA', { move: false, rationale })); }} cancel={() => { setScoring(desk, { asking: null }); }} />}
      <Standing subject={subject} />
      <ConfidenceLine subject={subject} />
      <Rationale key={`${subject.located.requirement.id} ${mine?.event ?? ''}`} subject={subject} />
    </section>
  );
}

/** The rating that counts, where it is not simply mine. */
function Standing({ subject: { view } }: { readonly subject: Subject }) {
  const { text } = useWords();
  if (view === null) return null;
  const { final } = view;
  if (isJustMine(view)) return null;
  return (
    <p className="standing" data-testid="final">
      <FinalMark final={final} />
      <span>{final.disputed.length > 0 ? text('rating.disputed', { values: final.disputed.join(' / ') }) : text('rating.final', { value: final.value ?? text('rating.none') })}</span>
      {(final.basis === 'consensus' || final.basis === 'machine') && <span className="muted">{text(`rating.by-${final.basis}`)}</span>}
    </p>
  );
}

function isJustMine({ final, mine }: RequirementView): boolean {
  return final.disputed.length === 0 && (final.basis === 'human' || final.basis === null) && final.value === (mine?.value ?? null);
}

const confidences: readonly Confidence[] = ['low', 'medium', 'high'];

function ConfidenceLine({ subject }: { readonly subject: Subject }) {
  const desk = useDesk();
  const { text } = useWords();
  const { id } = subject.located.requirement;
  const awaiting = useDeskState(({ scoring }) => scoring.awaitingConfidence);
  const drafted = useDeskState(({ scoring }) => scoring.drafts.get(id)?.confidence);
  const chosen = drafted ?? subject.view?.mine?.confidence ?? null;
  const hint = subject.sufficiency?.confidence ?? null;
  return (
    <div className={`confidence${awaiting ? ' awaiting' : ''}`} role="group" aria-label={text('confidence')}>
      <span className="field-name">{text('confidence')}</span>
      {confidences.map((confidence) => (
        <button key={confidence} type="button" className="chip" aria-pressed={confidence === chosen} onClick={() => { void desk.queue.add(() => changeRating(desk, id, { confidence: confidence === chosen ? null : confidence })); }} data-testid={`confidence-${confidence}`}>{text(`confidence.${confidence}`)}</button>
      ))}
      {awaiting ? <span className="muted">{text('confidence.awaiting')}</span> : hint !== null && <span className="muted" data-testid="confidence-hint">{text('sufficiency.hint', { confidence: text(`confidence.${hint}`) })}</span>}
    </div>
  );
}

function Rationale({ subject }: { readonly subject: Subject }) {
  const desk = useDesk();
  const { text } = useWords();
  const field = useRef<HTMLTextAreaElement>(null);
  const { id } = subject.located.requirement;
  const mine = subject.view?.mine ?? null;
  const drafted = useDeskState(({ scoring }) => scoring.drafts.get(id)?.rationale);
  const keep = () => {
    const rationale = field.current?.value.trim() ?? '';
    void desk.queue.add(() => changeRating(desk, id, { rationale }));
  };
  return (
    <label className="rationale">
      <span className="field-name">{text('rationale')}</span>
      <textarea
        ref={field} className="field" rows={2} defaultValue={drafted ?? mine?.rationale ?? ''} placeholder={text('rationale.hint')} onBlur={keep} data-testid="rationale"
        onKeyDown={(event) => { if (event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))) event.currentTarget.blur(); }}
      />
      {mine === null && drafted !== undefined && drafted !== '' && <span className="muted">{text('rationale.waiting')}</span>}
    </label>
  );
}
