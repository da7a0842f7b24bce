import { seeChanges } from '../../desk/use-changes.ts';
import { setScoring, useDesk, useDeskState } from '../../desk/desk.ts';
import type { Subject } from '../../desk/filters.ts';
import { toggleFilter } from '../../desk/moving.ts';
import { showOverlay } from '../../desk/opening.ts';
import type { Scoring, Working } from '../../desk/state.ts';
import { useWords } from '../../text/text.ts';

/** What the last change of the evidence made of the suggestions; told until it was seen. */
export function ChangeBand({ working: { assessment, changed }, scoring }: { readonly working: Working; readonly scoring: Scoring }) {
  const desk = useDesk();
  const { text } = useWords();
  if (changed === null || changed.of.size === 0 || changed.seen || changed.batch === null) return null;
  const { batch } = changed;
  const parts = (['new', 'stronger', 'weaker', 'gone'] as const).flatMap((change) => {
    const count = [...changed.of.values()].filter((each) => each === change).length;
    return count === 0 ? [] : [text(`change.${change}-count`, { count })];
  });
  const seen = () => {
    if (scoring.filters.has('changed')) toggleFilter(desk, 'changed');
    void seeChanges(desk, assessment, batch);
  };
  return (
    <div className="change-band" role="status" data-testid="change-band">
      <span>{text('change.band', { parts: parts.join(text('change.between')) })}</span>
      <button type="button" className="link" aria-pressed={scoring.filters.has('changed')} onClick={() => { setScoring(desk, { node: '' }); toggleFilter(desk, 'changed'); }} data-testid="change-show">{text('change.show')}</button>
      <button type="button" className="link" onClick={seen} data-testid="change-seen">{text('change.seen')}</button>
    </div>
  );
}

/** Beside the filter of suggestions: takes over, or rejects, all that are open in the list. */
export function BulkButtons({ subjects }: { readonly subjects: readonly Subject[] }) {
  const desk = useDesk();
  const { text } = useWords();
  const readOnly = useDeskState(({ working }) => working?.header.readOnly === true);
  const open = subjects.filter(({ suggestion, view }) => Boolean(suggestion?.rating) && !view?.mine && !view?.rejected).map(({ located }) => located.requirement.id);
  if (readOnly || open.length === 0) return null;
  return (
    <span className="bulk">
      {(['accept', 'reject'] as const).map((what) => <button key={what} type="button" className="button" onClick={() => { showOverlay(desk, { bulk: { what, requirements: open } }); }} data-testid={`bulk-${what}`}>{text(`bulk.${what}`)}</button>)}
    </span>
  );
}
