import { useState } from 'react';
import type { ComparisonView, MilestonesView } from '#contract';
import { compareChosenFile, compareSides, makeMilestone, type Sides } from '../../desk/comparing.ts';
import { useDesk, useDeskState } from '../../desk/desk.ts';
import { showOverlay } from '../../desk/opening.ts';
import { useView } from '../../desk/use-view.ts';
import { useWords } from '../../text/text.ts';
import { CarriedBand } from './carried-band.tsx';
import { ComparisonResult } from './comparison-result.tsx';
import { MilestoneTable } from './milestone-table.tsx';
import { Trend } from './trend.tsx';

/** What was compared; `now`: which sides are the assessment as it stands. */
type Shown = { readonly view: ComparisonView; readonly now: { readonly from: boolean; readonly to: boolean } };

/** Where it stood and where it stands: milestones, their trend, and any two states beside each other. */
export function CompareScreen() {
  const view = useView('listMilestones');
  const desk = useDesk();
  const { text } = useWords();
  const [shown, setShown] = useState<Shown | 'waiting' | null>(null);
  if (view === null) return <main className="page" aria-busy="true" data-testid="compare-screen" />;

  const compare = async (now: Shown['now'], make: () => Promise<ComparisonView | null>) => {
    setShown('waiting');
    const made = await make();
    setShown(made === null ? null : { view: made, now });
  };
  return (
    <main className="page compare" data-testid="compare-screen">
      <h1>{text('compare.title')}</h1>
      <CarriedBand />
      <div className="compare-top">
        <section aria-label={text('compare.milestones')}>
          <h2>{text('compare.milestones')} <span className="muted">{view.milestones.length}</span></h2>
          <MakeMilestone />
          <MilestoneTable view={view} />
        </section>
        {view.milestones.length > 0 && <Trend view={view} />}
      </div>
      <Choose view={view} compare={(sides) => { void compare({ from: sides.from === null, to: sides.to === null }, () => compareSides(desk, sides)); }} compareFile={() => { void compare({ from: false, to: true }, () => compareChosenFile(desk)); }} />
      {shown === 'waiting' ? <p className="muted" role="status">{text('compare.waiting')}</p> : shown !== null && <ComparisonResult view={shown.view} now={shown.now} />}
      <p className="no-print"><button type="button" className="button" onClick={() => { showOverlay(desk, 'clone'); }} data-testid="clone">{text('clone.open')}</button></p>
    </main>
  );
}

function MakeMilestone() {
  const desk = useDesk();
  const { text } = useWords();
  const readOnly = useDeskState(({ working }) => working?.header.readOnly === true);
  const [name, setName] = useState('');
  if (readOnly) return null;
  const make = async () => {
    if ((await makeMilestone(desk, name.trim())) !== null) setName('');
  };
  return (
    <form className="milestone-form no-print" onSubmit={(event) => { event.preventDefault(); void make(); }}>
      <input className="field" value={name} maxLength={200} placeholder={text('compare.name')} aria-label={text('compare.name')} onChange={({ target }) => { setName(target.value); }} data-testid="milestone-name" />
      <button type="submit" className="button" disabled={name.trim() === ''} data-testid="milestone-make">{text('compare.make')}</button>
      <p className="muted small">{text('compare.make-why')}</p>
    </form>
  );
}

function Choose({ view, compare, compareFile }: { readonly view: MilestonesView; readonly compare: (sides: Sides) => void; readonly compareFile: () => void }) {
  const { text } = useWords();
  const [chosen, setChosen] = useState<Sides | null>(null);
  const sides = chosen ?? { from: view.milestones.at(-1)?.milestone ?? null, to: null };
  const side = (which: keyof Sides, label: string) => (
    <label><span className="field-name">{label}</span>
      <select className="field" value={sides[which] ?? ''} onChange={({ target }) => { setChosen({ ...sides, [which]: target.value === '' ? null : target.value }); }} data-testid={`compare-${which}`}>
        {view.milestones.map(({ milestone, name }) => <option key={milestone} value={milestone}>{name}</option>)}
        <option value="">{text('compare.now')}</option>
      </select>
    </label>
  );
  return (
    <section className="compare-choose no-print" aria-label={text('compare.choose')}>
      {view.milestones.length > 0 && <>{side('from', text('compare.from'))}{side('to', text('compare.to'))}<button type="button" className="button button-primary" disabled={sides.from === sides.to} onClick={() => { compare(sides); }} data-testid="compare-do">{text('nav.compare')}</button></>}
      <button type="button" className="button" onClick={compareFile} data-testid="compare-file">{text('compare.file')}</button>
    </section>
  );
}
