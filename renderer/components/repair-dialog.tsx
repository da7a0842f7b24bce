import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { AssessmentCard, BackupRow, DamageView } from '#contract';
import { ask, useDesk } from '../desk/desk.ts';
import { openFile, refreshStart, showOverlay } from '../desk/opening.ts';
import { byteSize, count, dateTime, visibleText } from '../format.ts';
import { useWords } from '../text/text.ts';
import { Dialog } from './dialog.tsx';

type Done = { readonly card: AssessmentCard; readonly view: DamageView | null };

/** What was found in a file that does not open, what can be kept, and the ways on; the file itself is never touched. */
export function RepairDialog({ file, name }: { readonly file: string; readonly name: string }) {
  const desk = useDesk();
  const { text } = useWords();
  const [view, setView] = useState<DamageView | null>(null);
  const [failed, setFailed] = useState(false);
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<Done | null>(null);
  useEffect(() => {
    let wanted = true;
    void ask(desk, 'examineDamaged', { file }).then((found) => {
      if (!wanted) return;
      setView(found);
      setFailed(found === null);
    });
    return () => { wanted = false; };
  }, [desk, file]);
  const during = async (work: () => Promise<Done | null>) => {
    setBusy(true);
    const made = await work();
    setBusy(false);
    if (made === null) return;
    setDone(made);
    await refreshStart(desk);
  };
  const repair = () => during(() => ask(desk, 'repairDamaged', { file: view?.file ?? file }));
  const restore = (backup: BackupRow) => during(async () => {
    const card = await ask(desk, 'restoreDamaged', { file: view?.file ?? file, backup: backup.backup });
    return card === null ? null : { card, view: null };
  });
  return (
    <Dialog title={text('repair.title')} width={640} testId="repair-dialog">
      <div className="care" aria-busy={busy}>
        <p className="breakable">{text('repair.name', { name: visibleText(view?.name ?? name) })}</p>
        {view === null && !failed && <p className="muted" role="status">{text('repair.looking')}</p>}
        {done === null && view !== null && <Found view={view} busy={busy} repair={() => { void repair(); }} restore={(backup) => { void restore(backup); }} />}
        {done !== null && <Ready done={done} />}
        <p className="care-note">{text('repair.stays')}</p>
        <div className="form-actions form-end">
          <span className="muted" role="status">{busy ? text('repair.working') : ''}</span>
          <Leaving done={done} />
        </div>
      </div>
    </Dialog>
  );
}

function Leaving({ done }: { readonly done: Done | null }) {
  const desk = useDesk();
  const { text } = useWords();
  const close = () => { showOverlay(desk, null); };
  if (done === null) return <Button onClick={close} data-testid="repair-leave">{text('repair.leave')}</Button>;
  return (
    <>
      <Button onClick={close} data-testid="repair-leave">{text('dialog.close')}</Button>
      <Button type="primary" onClick={() => { close(); void openFile(desk, done.card.file); }} data-testid="repair-open">{text('repair.open')}</Button>
    </>
  );
}

const listed = 6;

type FoundProps = { readonly view: DamageView; readonly busy: boolean; readonly repair: () => void; readonly restore: (backup: BackupRow) => void };

function Found({ view, busy, repair, restore }: FoundProps) {
  const { text, language } = useWords();
  return (
    <>
      <section>
        <h3>{text('repair.found')}</h3>
        {view.faults.length === 0 ? <p>{text('repair.nothing-found')}</p> : (
          <ul className="care-faults" data-testid="repair-faults">
            {view.faults.slice(0, listed).map((fault, at) => <li key={at}>{fault[language]}{fault.where === '' || fault.where === 'file' ? null : <span className="muted code">{visibleText(fault.where)}</span>}</li>)}
            {view.faults.length > listed && <li className="muted">{text('repair.more-faults', { count: count(view.faults.length - listed, language) })}</li>}
          </ul>
        )}
      </section>
      <Balance view={view} />
      <div className="care-way">
        <span>{text(view.repairable ? 'repair.repair-why' : 'repair.cannot')}</span>
        {view.repairable && <Button type="primary" disabled={busy} onClick={repair} data-testid="repair-repair">{text('repair.repair')}</Button>}
      </div>
      <section>
        <h3>{text('repair.backups')}</h3>
        {view.backups.length === 0 ? <p className="muted">{text('repair.no-backups')}</p> : (
          <ul className="care-backups" data-testid="repair-backups">
            {view.backups.map((backup) => (
              <li key={backup.backup}>
                <span>{text('repair.backup-of', { time: dateTime(backup.at), events: count(backup.events, language), size: byteSize(backup.bytes) })} {backup.verified && <span className="tag tag-good">{text('backups.verified')}</span>}</span>
                <Button disabled={busy} aria-label={text('repair.restore-of', { time: dateTime(backup.at) })} onClick={() => { restore(backup); }} data-testid="repair-restore">{text('repair.restore')}</Button>
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}

/** What is kept and what is lost, side by side; where the loss cannot be told, that is said. */
function Balance({ view }: { readonly view: DamageView }) {
  const { text, language } = useWords();
  const { lostEvents, lostArtefacts } = view;
  const unknown = lostEvents === null && lostArtefacts === null;
  const lost = [lostEvents === null || lostEvents === 0 ? '' : text('repair.events', { count: count(lostEvents, language) }), lostArtefacts === null || lostArtefacts === 0 ? '' : text('repair.artefacts', { count: count(lostArtefacts, language) })].filter((part) => part !== '');
  return (
    <dl className="care-balance">
      <div><dt>{text('repair.kept')}</dt><dd data-testid="repair-kept"><span>{text('repair.events', { count: count(view.events, language) })}</span><span>{text('repair.artefacts', { count: count(view.artefacts, language) })}</span></dd></div>
      <div><dt>{text('repair.lost')}</dt><dd className={lost.length > 0 || unknown ? 'warn' : 'muted'} data-testid="repair-lost">{lost.length > 0 ? lost.map((part) => <span key={part}>{part}</span>) : <span>{text(unknown ? 'repair.lost-unknown' : 'repair.lost-nothing')}</span>}</dd></div>
    </dl>
  );
}

function Ready({ done: { card, view } }: { readonly done: Done }) {
  const { text, language } = useWords();
  return (
    <div className="result-good" role="status" data-testid="repair-done">
      <p>{text('repair.done', { name: visibleText(card.name) })}</p>
      {view !== null && <p>{text('repair.done-counts', { events: count(view.events, language), artefacts: count(view.artefacts, language) })}</p>}
    </div>
  );
}
