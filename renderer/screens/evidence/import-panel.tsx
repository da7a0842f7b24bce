import { useState, type DragEvent } from 'react';
import type { IntakeReport, Told } from '#contract';
import { useDesk, useDeskState } from '../../desk/desk.ts';
import { cancelImport, dismissImport, importFrom, markImportUndone } from '../../desk/importing.ts';
import { goTo } from '../../desk/opening.ts';
import { removeIntake } from '../../desk/recording.ts';
import type { Import } from '../../desk/state.ts';
import { byteSize, count, timeSpan, visibleText } from '../../format.ts';
import { useWords } from '../../text/text.ts';

/** Where evidence comes in: dropping or choosing, the import under way, and the page that says what became of each file. */
export function ImportPanel({ intakes }: { readonly intakes: readonly string[] }) {
  const importing = useDeskState((state) => state.importing);
  switch (importing.state) {
    case 'running': return <Running importing={importing} />;
    case 'done': return <Done report={importing.report} undone={importing.undone && !intakes.includes(importing.report.intake)} />;
    case 'failed': return <Failed importing={importing} />;
    case 'idle': return <DropZone />;
  }
}

function DropZone() {
  const desk = useDesk();
  const { text } = useWords();
  const readOnly = useDeskState(({ working }) => working?.header.readOnly === true);
  const [over, setOver] = useState(false);
  if (readOnly) return <p className="problem">{text('evidence.read-only')}</p>;

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const handed = desk.bridge.takeDropped(event.dataTransfer);
    void importFrom(desk, () => handed);
  };
  return (
    <section className={`drop${over ? ' drop-over' : ''}`} onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => { setOver(false); }} onDrop={drop} data-testid="drop-zone">
      <p className="drop-words">{text(over ? 'evidence.drop-now' : 'evidence.drop')}</p>
      <div className="drop-buttons">
        <button type="button" className="button" onClick={() => { void importFrom(desk, () => desk.bridge.chooseEvidence('folder')); }} data-testid="choose-folder">{text('evidence.folder')}</button>
        <button type="button" className="button" onClick={() => { void importFrom(desk, () => desk.bridge.chooseEvidence('files')); }} data-testid="choose-files">{text('evidence.files')}</button>
      </div>
      <p className="muted">{text('evidence.safe')}</p>
    </section>
  );
}

type Progress = Extract<Told, { kind: 'progress' }>;

function Running({ importing }: { readonly importing: Extract<Import, { state: 'running' }> }) {
  const desk = useDesk();
  const { text } = useWords();
  const { progress, cancelling } = importing;
  const share = progress === null ? null : shareOf(progress);
  return (
    <section className="importing" aria-label={text('import.running')} data-testid="importing">
      <h2>{text(cancelling ? 'import.cancelling' : 'import.running')}</h2>
      <div className={`bar${share === null ? ' bar-unknown' : ''}`} role="progressbar" aria-label={text('import.running')} aria-valuemin={0} aria-valuemax={100} aria-valuenow={share === null ? undefined : Math.round(share * 100)}>
        <span style={{ width: `${share === null ? 0 : share * 100}%` }} />
      </div>
      {progress !== null && <Figures progress={progress} />}
      <button type="button" className="button" disabled={cancelling} onClick={() => { void cancelImport(desk); }} data-testid="cancel-import">{text('import.cancel')}</button>
    </section>
  );
}

function Figures({ progress: { phase, done, total, bytesDone, bytesTotal, current, bytesPerSecond, secondsLeft } }: { readonly progress: Progress }) {
  const { text, language } = useWords();
  return (
    <>
      <p>{text(`import.phase.${phase}`)}</p>
      <p className="figures">
        <span>{total === null ? text('import.count', { done: count(done, language) }) : text('import.of', { done: count(done, language), total: count(total, language) })}</span>
        <span>{bytesTotal === null ? byteSize(bytesDone) : text('import.bytes', { done: byteSize(bytesDone), total: byteSize(bytesTotal) })}</span>
        {bytesPerSecond !== null && bytesPerSecond > 0 && <span data-testid="import-rate">{text('import.rate', { rate: byteSize(bytesPerSecond) })}</span>}
        {secondsLeft !== null && <span data-testid="import-left">{text('import.left', { time: timeSpan(secondsLeft) })}</span>}
      </p>
      <p className="muted code one-line" title={visibleText(current ?? '')}>{visibleText(current ?? '')}</p>
    </>
  );
}

function shareOf({ done, total, bytesDone, bytesTotal }: Progress): number | null {
  if (bytesTotal !== null && bytesTotal > 0) return Math.min(1, bytesDone / bytesTotal);
  return total === null || total === 0 ? null : Math.min(1, done / total);
}

function Done({ report, undone }: { readonly report: IntakeReport; readonly undone: boolean }) {
  const desk = useDesk();
  const { text, language } = useWords();
  const number = (value: number) => count(value, language);
  // Taking the new files away would not bring the old ones back; undoing does.
  const replaced = report.changed.length > 0;
  const undo = async () => { if (await removeIntake(desk, report.intake)) markImportUndone(desk); };
  return (
    <section className="imported" aria-label={text('import.done', { label: report.label })} data-testid="import-result">
      <h2>{text('import.done', { label: report.label })}</h2>
      <dl className="sum">
        {(['offered', 'taken', 'duplicates', 'refused'] as const).map((what) => <div key={what}><dt>{text(`import.${what}`)}</dt><dd data-testid={`import-${what}`}>{number(report[what])}</dd></div>)}
      </dl>
      <p>{text('import.sum', { offered: number(report.offered), taken: number(report.taken), duplicates: number(report.duplicates), refused: number(report.refused), bytes: byteSize(report.bytes) })}</p>
      <p>{text('import.read', { read: number(report.read), unrecognised: number(report.unrecognised), diagnosed: number(report.diagnosed), facts: number(report.facts) })}</p>
      <Compared report={report} />
      {report.refusals.length > 0 && (
        <>
          <h3>{text('import.refusals')}</h3>
          <ul className="refusals">{report.refusals.map((refusal) => <li key={refusal.path}><span className="code">{visibleText(refusal.path)}</span><span>{refusal[language]}</span></li>)}</ul>
        </>
      )}
      {undone ? <p className="warn">{text('import.undone')}</p> : null}
      {!undone && replaced ? <p className="muted">{text('import.undo-hint')}</p> : null}
      <div className="form-actions">
        {!undone && <button type="button" className="button button-primary" onClick={() => { goTo(desk, 'score'); }} data-testid="import-score">{text('import.score')}</button>}
        {!undone && report.taken > 0 && !replaced && <button type="button" className="button" onClick={() => { void desk.queue.add(undo); }} data-testid="undo-import">{text('import.undo')}</button>}
        <button type="button" className="button" onClick={() => { dismissImport(desk); }} data-testid="close-import">{text('import.close')}</button>
      </div>
    </section>
  );
}

/** What is new, changed and gone since the same folder was imported before. */
function Compared({ report: { taken, changed, gone } }: { readonly report: IntakeReport }) {
  const { text, language } = useWords();
  if (changed.length === 0 && gone.length === 0) return null;
  return (
    <>
      <p data-testid="import-again">{text('import.again', { fresh: count(taken - changed.length, language), changed: count(changed.length, language), gone: count(gone.length, language) })}</p>
      <Paths title={text('import.changed')} paths={changed} />
      <Paths title={text('import.gone')} paths={gone} />
    </>
  );
}

const listed = 200;

function Paths({ title, paths }: { readonly title: string; readonly paths: readonly string[] }) {
  const { text, language } = useWords();
  if (paths.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className="refusals">
        {paths.slice(0, listed).map((path) => <li key={path}><span className="code">{visibleText(path)}</span></li>)}
        {paths.length > listed && <li className="muted">{text('import.more', { count: count(paths.length - listed, language) })}</li>}
      </ul>
    </>
  );
}

function Failed({ importing }: { readonly importing: Extract<Import, { state: 'failed' }> }) {
  const desk = useDesk();
  const { text, language } = useWords();
  return (
    <section className="imported" role="alert" data-testid="import-failed">
      <h2>{text('import.failed')}</h2>
      <p className="problem">{importing.problem[language]}</p>
      <button type="button" className="button" onClick={() => { dismissImport(desk); }}>{text('import.close')}</button>
    </section>
  );
}
