import { useState, type ReactNode } from 'react';
import type { ReportFile, ReportRequest } from '#contract';
import { ask, say, useDesk, useDeskState } from '../../desk/desk.ts';
import { byteSize } from '../../format.ts';
import { gapOf, useWords } from '../../text/text.ts';

const languages = ['zh', 'en', 'both'] as const;
const depths = ['executive', 'management', 'full'] as const;
const formats = ['pdf', 'xlsx', 'json'] as const;
type Choice = Omit<ReportRequest, 'assessment'>;

/** What leaves the house: which report, in which language, and the files made. */
export function ReportsScreen() {
  const desk = useDesk();
  const { text, language } = useWords();
  const assessment = useDeskState(({ working }) => working?.assessment ?? null);
  const [choice, setChoice] = useState<Choice>({ language, depth: 'management', formats: ['pdf', 'xlsx'] });
  const [making, setMaking] = useState(false);
  const [files, setFiles] = useState<readonly ReportFile[]>([]);
  if (assessment === null) return null;

  const make = async () => {
    setMaking(true);
    const made = await ask(desk, 'makeReport', { assessment, ...choice });
    setMaking(false);
    if (made !== null) setFiles(made.files);
  };
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
        {formats.map((each) => <button key={each} type="button" className="option" aria-pressed={choice.formats.includes(each)} onClick={() => { toggle(each); }} data-testid={`report-format-${each}`}><b>{text(`reports.${each}`)}</b></button>)}
      </Options>
      <div className="form-actions">
        <button type="button" className="button button-primary" disabled={making || choice.formats.length === 0} onClick={() => { void make(); }} data-testid="make-report">{text(making ? 'reports.making' : 'reports.make')}</button>
        {choice.formats.length === 0 && <span className="warn">{text('reports.pick')}</span>}
      </div>
      <p className="muted">{text('reports.marks')}{gapOf[language]}{text('reports.same-bytes')}</p>
      <section aria-label={text('reports.made')} aria-live="polite">
        <h2>{text('reports.made')}</h2>
        {files.length === 0 ? <p className="muted">{text('reports.none')}</p> : (
          <ul className="made" data-testid="made">
            {files.map((file) => (
              <li key={file.download}>
                <span className="code">{file.name}</span><span className="muted">{byteSize(file.size)}</span><span className="grow" />
                <button type="button" className="button" onClick={() => { void desk.bridge.deliver(file).then((saved) => { if (saved) say(desk, text('reports.saved', { name: file.name })); }); }} data-testid={`save-${file.format}`}>{text('reports.save', { name: file.format.toUpperCase() })}</button>
              </li>
            ))}
          </ul>
        )}
      </section>
    </main>
  );
}

function Options({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return <div className="options"><span className="field-name">{label}</span><div role="group" aria-label={label}>{children}</div></div>;
}
