import { wordMarks, type Requirement } from '#assessments';
import type { RequirementView } from '#contract';
import { useDesk, useDeskState } from '../../desk/desk.ts';
import { confirmRating } from '../../desk/wording.ts';
import { useWords } from '../../text/text.ts';
import { MarkedWords } from './marked-words.tsx';

/** A small sign on a requirement that reads otherwise than when it was rated. */
export function RewordedTag({ view }: { readonly view: RequirementView | null }) {
  const { text } = useWords();
  return view?.reworded ? <span className="tag tag-warn" title={text('reworded.title')} data-testid="reworded-tag">{text('reworded.tag')}</span> : null;
}

/** What a rating was given for and what it reads now, and the way to say that the rating still holds. */
export function RewordedNotice({ view, requirement }: { readonly view: RequirementView | null; readonly requirement: Requirement }) {
  const desk = useDesk();
  const { text, language } = useWords();
  const me = useDeskState(({ start }) => start?.identity?.id ?? null);
  const readOnly = useDeskState(({ working }) => working?.header.readOnly === true);
  const reworded = view?.reworded ?? null;
  if (view === null || reworded === null) return null;

  const mine = me !== null && reworded.by.includes(me) ? view.mine : null;
  const changed = (['zh', 'en'] as const).filter((one) => reworded[one] !== requirement[one]).toSorted((one) => (one === language ? -1 : 1));
  return (
    <section className="reworded" aria-label={text('reworded.title')} data-testid="reworded-notice">
      <p><b>{text('reworded.title')}</b> {text('reworded.why', { edition: reworded.edition })}</p>
      {changed.map((one) => <p key={one}><MarkedWords marks={wordMarks(reworded[one], requirement[one])} language={one} /></p>)}
      {reworded.by.some((author) => author !== me) && <p className="muted">{text('reworded.others')}</p>}
      {mine !== null && <button type="button" className="button" disabled={readOnly} onClick={() => { void confirmRating(desk, requirement.id); }} data-testid="reworded-confirm">{text('reworded.confirm', { value: mine.value })}</button>}
    </section>
  );
}
