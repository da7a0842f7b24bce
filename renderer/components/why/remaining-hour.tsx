import type { Sensitivity, Turn, Why } from '#assessments';
import { useWords } from '../../text/text.ts';
import { RequirementLine } from './requirement-line.tsx';
import { ShortenedList } from './shortened-list.tsx';

const shown = 10;

/** The single ratings on which the level hangs, the most doubtful first: where another look is worth most. */
export function RemainingHour({ why: { sensitivity } }: { readonly why: Why }) {
  const { text } = useWords();
  return (
    <section aria-label={text('why.hour')}>
      <h2>{text('why.hour')} <span className="muted">{sensitivity.length}</span></h2>
      <p className="muted small">{text(sensitivity.length === 0 ? 'why.hour-none' : 'why.hour-why')}</p>
      <ShortenedList items={sensitivity} shown={shown} testId="why-hour" draw={(one) => <RequirementLine key={one.requirement} id={one.requirement}><Hangs one={one} /></RequirementLine>} />
    </section>
  );
}

function Hangs({ one }: { readonly one: Sensitivity }) {
  const { text } = useWords();
  const turn = (way: 'raises' | 'lowers', to: Turn | null) => (to === null ? null : <span className={way === 'raises' ? 'why-up' : 'why-down'} title={text(`why.${way}`, to)}>{`${to.to} → ${to.level}`}<span className="unseen">{text(`why.${way}`, to)}</span></span>);
  return (
    <>
      {turn('raises', one.raises)}{turn('lowers', one.lowers)}
      {one.doubt !== 'none' && <span className="tag tag-warn">{text(`why.doubt.${one.doubt}`)}</span>}
      {one.sufficiency !== null && <span className="muted small nowrap">{text('why.sufficiency', { percent: Math.round(100 * one.sufficiency) })}</span>}
    </>
  );
}
