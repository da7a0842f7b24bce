import { useMemo } from 'react';
import { confirmCarried } from '../../desk/comparing.ts';
import { setScoring, useDesk, useDeskState } from '../../desk/desk.ts';
import { goTo } from '../../desk/opening.ts';
import { useWords, gapOf } from '../../text/text.ts';

/** How many ratings were carried over and wait, with the way to confirm those that can be at once. */
export function CarriedBand() {
  const desk = useDesk();
  const { text, language } = useWords();
  const views = useDeskState(({ working }) => working?.views ?? null);
  const readOnly = useDeskState(({ working }) => working?.header.readOnly === true);
  const carried = useMemo(() => [...(views?.values() ?? [])].flatMap((view) => view.carried ?? []), [views]);
  const open = carried.filter(({ confirmed }) => !confirmed);
  const reworded = open.filter((one) => one.reworded).length;
  if (carried.length === 0) return null;
  return (
    <section className="carried-band" aria-label={text('carried.title')} data-testid="carried-band">
      <p>{text('carried.count', { total: carried.length, open: open.length })}{reworded > 0 && `${gapOf[language]}${text('carried.reworded-count', { count: reworded })}`}</p>
      {open.length > 0 && (
        <div className="form-actions no-print">
          {!readOnly && open.length > reworded && <button type="button" className="button" onClick={() => { void confirmCarried(desk, null); }} data-testid="confirm-all">{text('carried.confirm-all', { count: open.length - reworded })}</button>}
          <button type="button" className="link" onClick={() => { setScoring(desk, { search: '', filters: new Set(['carried']) }); goTo(desk, 'score'); }}>{text('carried.filter')}</button>
        </div>
      )}
    </section>
  );
}
