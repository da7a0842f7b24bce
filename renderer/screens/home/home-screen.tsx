import { Button } from 'antd';
import { useEffect } from 'react';
import type { AssessmentCard, Problem } from '#contract';
import { LevelMark } from '../../components/marks.tsx';
import { useDesk, useDeskState } from '../../desk/desk.ts';
import { openChosen, openFile, openSample, refreshStart, showOverlay } from '../../desk/opening.ts';
import { dateTime, visibleText } from '../../format.ts';
import { useWords } from '../../text/text.ts';

/** Where an assessment is made, opened or gone back to. */
export function HomeScreen() {
  const desk = useDesk();
  const { text, of } = useWords();
  const start = useDeskState((state) => state.start);
  const busy = useDeskState((state) => state.busy);
  useEffect(() => { void refreshStart(desk); }, [desk]);
  if (start === null) return null;
  return (
    <main className="home" aria-busy={busy} data-testid="home-screen">
      <div className="home-head">
        <div>
          <h1>{text('home.title')}</h1>
          <p className="muted">{text('product.part')}</p>
        </div>
        <div className="home-actions">
          <Button onClick={() => { void openChosen(desk); }} disabled={busy} data-testid="open-file">{text('home.open')}</Button>
          <Button type="primary" onClick={() => { showOverlay(desk, 'new'); }} disabled={busy} data-testid="new-assessment">{text('home.new')}</Button>
        </div>
      </div>
      <section>
        <h2>{text('home.recent')}</h2>
        {start.recent.length === 0 ? <p className="home-none">{text('home.none')}</p> : (
          <ul className="recent" data-testid="recent">
            {start.recent.map((card) => <li key={card.file}><Recent card={card} open={() => { void openFile(desk, card.file); }} disabled={busy} /></li>)}
          </ul>
        )}
        <p className="muted home-folder">{text('home.folder', { folder: start.folder })}</p>
      </section>
      <section className="home-sample">
        <Button onClick={() => { void openSample(desk); }} disabled={busy} data-testid="open-sample">{text('home.sample')}</Button>
        <p className="muted">{text('home.sample-hint')}</p>
      </section>
      <footer className="home-foot muted">
        {start.packs.map((pack) => <p key={pack.id}>{text('about.edition-of', { name: of(pack), edition: pack.edition, written: pack.written, total: pack.subItems })}</p>)}
        <p>{text('about.interpretation')}</p>
      </footer>
    </main>
  );
}

type RecentProps = { readonly card: AssessmentCard; readonly open: () => void; readonly disabled: boolean };

function Recent(props: RecentProps) {
  return props.card.problem === null ? <Openable {...props} /> : <CannotOpen card={props.card} problem={props.card.problem} />;
}

function Openable({ card, open, disabled }: RecentProps) {
  const { text } = useWords();
  const level = card.level === null || card.assessed === 0 ? Number.NaN : Number.parseInt(card.level, 10);
  return (
    <button type="button" className="recent-row" onClick={open} disabled={disabled} data-testid="recent-card">
      <LevelMark level={Number.isNaN(level) ? null : level} grade={card.level} />
      <Name card={card} />
      <span className="recent-progress"><span className="recent-done"><Progress done={card.assessed} total={card.total} /><span>{text('home.assessed', { done: card.assessed, total: card.total })}</span></span>{card.conflicts > 0 && <span className="warn">{text('home.conflicts', { count: card.conflicts })}</span>}</span>
      <span className="muted recent-saved">
        <span>{card.lastSavedAt === null ? text('home.never') : text('home.saved', { time: dateTime(card.lastSavedAt) })}</span>
        <span>{card.lastBackupAt === null ? text('home.no-backup') : text('home.backup', { time: dateTime(card.lastBackupAt) })}</span>
        {card.copyDue && <span className="warn">{text('home.copy-due')}</span>}
      </span>
    </button>
  );
}

/** Says why it cannot be opened; a damaged file leads to the guided repair. */
function CannotOpen({ card, problem }: { readonly card: AssessmentCard; readonly problem: Problem }) {
  const desk = useDesk();
  const { text, language } = useWords();
  return (
    <div className="recent-row recent-broken" data-testid="recent-broken">
      <span className="recent-cross" role="img" aria-label={text('home.cannot')}>{brokenSign}</span>
      <Name card={card} />
      <span className="problem recent-why">{problem[language]}</span>
      {problem.kind === 'damaged' && <button type="button" className="button" onClick={() => { showOverlay(desk, { repair: { file: card.file, name: card.name } }); }} data-testid="repair">{text('home.repair')}</button>}
    </div>
  );
}

const brokenSign = '!';

function Name({ card }: { readonly card: AssessmentCard }) {
  return <span className="recent-name"><b>{card.organisation === '' ? visibleText(card.name) : card.organisation}</b><span>{card.organisation === '' ? '' : card.project}</span></span>;
}

/** How much has been rated; never a sign of the level. */
function Progress({ done, total }: { readonly done: number; readonly total: number }) {
  return <span className="progress" aria-hidden="true"><span style={{ width: `${total === 0 ? 0 : (100 * done) / total}%` }} /></span>;
}
