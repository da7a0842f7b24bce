import type { CarriedRating } from '#assessments';
import { RatingMark } from '../../components/marks.tsx';
import { confirmCarried } from '../../desk/comparing.ts';
import { useDesk } from '../../desk/desk.ts';
import { dateTime } from '../../format.ts';
import { useWords } from '../../text/text.ts';

/** What the requirement was rated last time, where that waits to be confirmed. */
export function CarriedLine({ carried, readOnly }: { readonly carried: CarriedRating | null; readonly readOnly: boolean }) {
  const desk = useDesk();
  const { text } = useWords();
  if (carried === null || carried.confirmed) return null;
  const { value, from, rationale, reworded, requirement } = carried;
  return (
    <div className="carried-line" data-testid="carried-line">
      <RatingMark value={value} />
      <span><span className="tag tag-warn">{text('carried.tag')}</span> {text('carried.was', { value, who: from.raters.join(', '), at: from.at === '' ? '–' : dateTime(from.at).slice(0, 10) })}{rationale !== '' && <q className="muted">{rationale}</q>}{reworded && <span className="warn">{text('carried.reworded')}</span>}</span>
      {!reworded && !readOnly && <button type="button" className="button" onClick={() => { void confirmCarried(desk, [requirement]); }} data-testid="confirm-carried">{text('carried.confirm')}</button>}
    </div>
  );
}
