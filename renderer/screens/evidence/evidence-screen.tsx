import type { EvidenceView } from '#contract';
import { say, useDesk, useDeskState } from '../../desk/desk.ts';
import { showOverlay } from '../../desk/opening.ts';
import { removeIntake } from '../../desk/recording.ts';
import { recordedRevision, useView } from '../../desk/use-view.ts';
import { byteSize, count, dateTime } from '../../format.ts';
import { useWords } from '../../text/text.ts';
import { EvidenceBrowser } from './evidence-browser.tsx';
import { ImportPanel } from './import-panel.tsx';

/** What was handed over, what was read from it, and where each fact stands. */
export function EvidenceScreen() {
  const { text } = useWords();
  const view = useView('readEvidence');
  const revision = useDeskState(recordedRevision);
  const importing = useDeskState((state) => state.importing);
  const awaited = importing.state === 'done' && importing.report.taken > 0 && !importing.undone && view?.intakes.every(({ id }) => id !== importing.report.intake) === true;
  return (
    <main className="page evidence" data-testid="evidence-screen">
      <h1 className="unseen">{text('evidence.title')}</h1>
      <div className="evidence-side">
        <ImportPanel intakes={view?.intakes.map(({ id }) => id) ?? none} />
        {view !== null && view.intakes.length > 0 && <Intakes view={view} />}
      </div>
      <EvidenceBrowser view={view} awaited={awaited} revision={revision} />
    </main>
  );
}

const none = [] as const;

function Intakes({ view }: { readonly view: EvidenceView }) {
  const desk = useDesk();
  const { text, language } = useWords();
  const readOnly = useDeskState(({ working }) => working?.header.readOnly === true);
  const remove = async (intake: string, label: string) => {
    if (await removeIntake(desk, intake)) say(desk, `${text('intakes.removed', { label })} ${text('intakes.undo-hint')}`);
  };
  return (
    <section aria-label={text('intakes.title')}>
      <h2>{text('intakes.title')}</h2>
      <ul className="intakes">
        {view.intakes.map((intake) => (
          <li key={intake.id}>
            <span><b>{intake.label}</b><span className="muted">{text('intakes.of', { files: count(intake.files, language), bytes: byteSize(intake.bytes) })}</span><span className="muted">{[dateTime(intake.at), intake.author.name].join(' · ')}</span></span>
            {!readOnly && (
              <span className="intake-actions">
                <button type="button" className="link" aria-label={text('intakes.remove', { label: intake.label })} onClick={() => { void desk.queue.add(() => remove(intake.id, intake.label)); }} data-testid="intake-remove">{text('intakes.remove-short')}</button>
                <button type="button" className="link" aria-label={text('purge.action-intake', { label: intake.label })} onClick={() => { showOverlay(desk, { purge: { files: view.files.filter((file) => file.intake === intake.id) } }); }} data-testid="intake-purge">{text('purge.action')}</button>
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
