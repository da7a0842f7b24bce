import { useMemo, useState, type DragEvent } from 'react';
import type { EvidenceRow } from '#contract';
import { PathText } from '../../components/path-text.tsx';
import { PlaceField } from '../../components/source/place-field.tsx';
import { say, useDesk, useDeskState } from '../../desk/desk.ts';
import { matches } from '../../desk/filters.ts';
import { setLinkPlace } from '../../desk/linking.ts';
import { linkEvidence } from '../../desk/recording.ts';
import { visibleText } from '../../format.ts';
import { useWords } from '../../text/text.ts';

/** What a dragged row of the file list carries. */
export const dragType = 'application/x-maturity-file';

/** How many requirements are listed at once; searching narrows them. */
const listed = 120;

/** Where a file is put to a requirement: by dropping it on one, or by choosing one with the keyboard. */
export function LinkingPane({ file, close }: { readonly file: EvidenceRow; readonly close: () => void }) {
  const desk = useDesk();
  const { text, of } = useWords();
  const working = useDeskState((state) => state.working);
  const [sought, setSought] = useState('');
  const [stance, setStance] = useState<'for' | 'against'>('for');
  const [note, setNote] = useState('');
  const locator = useDeskState(({ linking }) => linking?.locator ?? null);
  const found = useMemo(() => (working === null ? [] : working.index.order.flatMap((id) => working.index.requirements.get(id) ?? []).filter((located) => sought.trim() === '' || matches(located, sought.trim()))), [working, sought]);
  const link = async (requirement: string) => {
    if (!(await linkEvidence(desk, { requirement, intake: file.intake, path: file.path, locator, stance, note: note.trim() }))) return;
    say(desk, text('linking.done', { path: visibleText(file.path), id: requirement, stance: text(`links.${stance}`) }));
    setNote('');
  };
  const linkLater = (requirement: string): void => { void desk.queue.add(() => link(requirement)); };
  const isLinked = (requirement: string): boolean => working?.views.get(requirement)?.links.some(({ path }) => path === file.path) === true;
  return (
    <aside className="linking" aria-label={text('linking.title')} data-testid="linking" onKeyDown={(event) => { if (event.key === 'Escape') close(); }}>
      <div className="linking-head"><h2>{text('linking.title')}</h2><button type="button" className="link" onClick={close} data-testid="linking-close">{text('linking.close')}</button></div>
      <p className="code breakable"><PathText path={file.path} /></p>
      <PlaceField path={file.path} value={locator} change={(place) => { setLinkPlace(desk, place); }} />
      <div className="chips" role="group" aria-label={text('linking.stance')}>
        {(['for', 'against'] as const).map((each) => <button key={each} type="button" className="chip" aria-pressed={each === stance} onClick={() => { setStance(each); }} data-testid={`stance-${each}`}>{text(`links.${each}`)}</button>)}
      </div>
      <input className="field" value={note} placeholder={text('linking.note')} aria-label={text('linking.note')} onChange={({ target }) => { setNote(target.value); }} />
      <input className="field" type="search" value={sought} autoFocus placeholder={text('linking.search')} aria-label={text('linking.search')} data-testid="linking-search"
        onChange={({ target }) => { setSought(target.value); }} onKeyDown={(event) => { const first = found[0]; if (event.key === 'Enter' && !event.nativeEvent.isComposing && first !== undefined) linkLater(first.requirement.id); }} />
      <p className="muted">{text(found.length === 0 ? 'linking.none' : 'linking.drop')}</p>
      <div className="linking-rows">
        {found.slice(0, listed).map(({ requirement }) => <Target key={requirement.id} id={requirement.id} says={of(requirement)} linked={isLinked(requirement.id)} link={() => { linkLater(requirement.id); }} />)}
      </div>
    </aside>
  );
}

function Target({ id, says, linked, link }: { readonly id: string; readonly says: string; readonly linked: boolean; readonly link: () => void }) {
  const { text } = useWords();
  const [over, setOver] = useState(false);
  const carries = (event: DragEvent): boolean => event.dataTransfer.types.includes(dragType);
  return (
    <button
      type="button" className={`linking-row${over ? ' linking-over' : ''}`} aria-label={`${text('linking.to', { id })} ${says}`} onClick={link} data-testid="linking-target" data-requirement={id}
      onDragOver={(event) => { if (carries(event)) { event.preventDefault(); setOver(true); } }} onDragLeave={() => { setOver(false); }}
      onDrop={(event) => { setOver(false); if (carries(event)) { event.preventDefault(); link(); } }}
    >
      <span className="code">{id}</span><span className="row-text">{says}</span>{linked && <span className="tag tag-good">{text('linking.already')}</span>}
    </button>
  );
}
