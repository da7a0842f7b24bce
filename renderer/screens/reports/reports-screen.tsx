import { useState, type ReactNode } from 'react';
import type { ReportRequest } from '#contract';
import { useDesk, useDeskState } from '../../desk/desk.ts';
import { cancelReport, deliverReport, makeReport } from '../../desk/reporting.ts';
import type { Delivery, Reporting } from '../../desk/state.ts';
import { useView } from '../../desk/use-view.ts';
import { byteSize, clockTime, visibleText } from '../../format.ts';
import { gapOf, useWords } from '../../text/text.ts';

const languages = ['zh', 'en', 'both'] as const;
const depths = ['executive', 'management', 'full'] as const;
const formats = ['pdf', 'xlsx', 'json'] as const;
type Choice = Omit<ReportRequest, 'assessment' | 'job'>;

/** What leaves the house: which report, in which language, and the files made. */
export function ReportsScreen() {
  const desk = useDesk();
  const { text, language } = useWords();
  const assessment = useDeskState(({ working }) => working?.assessment ?? null);
  const [choice, setChoice] = useState<Choice>({ language, depth: 'management', formats: ['pdf', 'xlsx'] });
  const reporting = useDeskState((state) => state.reporting);
  const making = reporting.job !== null;
  if (assessment === null) return null;

  const toggle = (format: (typeof formats)[number]) => {
    setChoice({ ...choice, formats: formats.filter((each) => choice.formats.includes(each) !== (each === format)) });
  };
  return (
    <main className="page page-narrow reports" data-testid="reports-screen">
      <h1>{text('reports.title')}</h1>
      <Options label={text('reports.language')}>
        {languages.map((each) => <button key={each} type="button" className="option" aria-pressed={choice.language === each} onClick={() => { setChoice({ ...choice, language: each }); }} data-testid={`report-language-${each}`}><b>{text(`reports.${each}`)}</b></button>)}
      </Options>
      <Options label={text('reports.depth')}>
        {depths.map((each) => <button key={each} type="button" className="option" aria-pressed={choice.depth === each} onClick={() => { setChoice({ ...choice, depth: each }); }} data-testid={`report-depth-${each}`}><b>{text(`reports.${each}`)}</b><span className="muted">{text(`reports.${each}-why`)}</span></button>)}
      </Options>
      <Options label={text('reports.formats')}>
        {formats.map((each) => <button key={each} type="button" className="option" aria-pressed={choice.formats.includes(each)} onClick={() => { toggle(each); }} data-testid={`report-format-${each}`}><b>{text(`reports.${each}`)}</b><span className="muted">{text(`reports.${each}-why`)}</span></button>)}
      </Options>
      <Since since={choice.since ?? ''} choose={(since) => { const { language: spoken, depth, formats: chosen } = choice; setChoice({ language: spoken, depth, formats: chosen, ...(since === '' ? {} : { since }) }); }} />
      <div className="form-actions">
        <button type="button" className="button button-primary" disabled={making || choice.formats.length === 0} onClick={() => { void makeReport(desk, choice); }} data-testid="make-report">{text(making ? 'reports.making' : 'reports.make')}</button>
        {making && <button type="button" className="button" onClick={() => { void cancelReport(desk); }} data-testid="cancel-report">{text('import.cancel')}</button>}
        {choice.formats.length === 0 && <span className="warn">{text('reports.pick')}</span>}
      </div>
      {making && <Writing reporting={reporting} />}
      <p className="muted">{text('reports.marks')}{gapOf[language]}{text('reports.same-bytes')}</p>
      <Deliveries made={reporting.made} />
    </main>
  );
}

/** With which milestone the report compares, where there is any. */
function Since({ since, choose }: { readonly since: string; readonly choose: (since: string) => void }) {
  const { text } = useWords();
  const view = useView('listMilestones');
  if (view === null || view.milestones.length === 0) return null;
  return (
    <label className="options"><span className="field-name">{text('reports.since')}</span>
      <select className="field report-since" value={since} onChange={({ target }) => { choose(target.value); }} data-testid="report-since">
        <option value="">{text('reports.since-none')}</option>
        {view.milestones.map(({ milestone, name }) => <option key={milestone} value={milestone}>{name}</option>)}
      </select>
    </label>
  );
}

/** Which file is being written, of how many. */
function Writing({ reporting: { progress, of } }: { readonly reporting: Reporting }) {
  const { text } = useWords();
  const at = progress?.done ?? 0;
  return (
    <div className="importing" role="status" data-testid="writing">
      <div className="bar" role="progressbar" aria-label={text('reports.making')} aria-valuemin={0} aria-valuemax={of} aria-valuenow={at}><span style={{ width: `${(100 * at) / Math.max(1, of)}%` }} /></div>
      <span>{progress?.current ? text('reports.writing', { name: progress.current.toUpperCase(), at: at + 1, of }) : text('reports.gathering')}</span>
    </div>
  );
}

/** Every file made in this session, the last first: what it is, when it was made, and whether it was saved. */
function Deliveries({ made }: { readonly made: readonly Delivery[] }) {
  const { text } = useWords();
  return (
    <section aria-label={text('reports.made')} aria-live="polite">
      <h2>{text('reports.made')}</h2>
      {made.length === 0 ? <p className="muted">{text('reports.none')}</p> : <ul className="made" data-testid="made">{made.map((delivery) => <li key={delivery.file.download}><Made delivery={delivery} /></li>)}</ul>}
    </section>
  );
}

function Made({ delivery: { file, depth, language, madeAt, savedAt } }: { readonly delivery: Delivery }) {
  const desk = useDesk();
  const { text } = useWords();
  return (
    <>
      <span className="made-about">
        <span className="code">{visibleText(file.name)}</span>
        <span className="muted small">{[text(`reports.${depth}`), text(`reports.${language}`), byteSize(file.size), text('reports.made-at', { time: clockTime(madeAt) }), savedAt === null ? '' : text('reports.saved-at', { time: clockTime(savedAt) })].filter((part) => part !== '').join(' · ')}</span>
      </span>
      <span className="grow" />
      {savedAt === null
        ? <button type="button" className="button" onClick={() => { void deliverReport(desk, file); }} data-testid={`save-${file.format}`}>{text('reports.save', { name: file.format.toUpperCase() })}</button>
        : <span className="tag tag-good" data-testid={`saved-${file.format}`}>{text('reports.delivered')}</span>}
    </>
  );
}

function Options({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return <div className="options"><span className="field-name">{label}</span><div role="group" aria-label={label}>{children}</div></div>;
}
