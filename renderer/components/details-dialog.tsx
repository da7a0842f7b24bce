import { Button } from 'antd';
import { useState } from 'react';
import type { Header } from '#contract';
import { ask, say, useDesk, useDeskState, type Desk } from '../desk/desk.ts';
import { saveCopy } from '../desk/copying.ts';
import { closeAssessment, goTo, showOverlay, takeHeader } from '../desk/opening.ts';
import { readAgain } from '../desk/reading.ts';
import { useWords, type ScreenText } from '../text/text.ts';
import { AssessmentFields, type AssessmentDraft } from './assessment-fields.tsx';
import { Dialog } from './dialog.tsx';
import { OrganisationTypes } from './organisation-types.tsx';

/** What the assessment is about and how it is scored, and what can be done with its file. */
export function DetailsDialog() {
  const header = useDeskState(({ working }) => working?.header ?? null);
  const { text } = useWords();
  return header === null ? null : <Dialog title={text('details.title')} width={640} testId="details-dialog"><Details header={header} /></Dialog>;
}

function Details({ header }: { readonly header: Header }) {
  const desk = useDesk();
  const { text } = useWords();
  const [draft, setDraft] = useState<AssessmentDraft>({
    organisation: header.organisation, organisationType: header.organisationType, project: header.project, scope: header.scope, target: header.targets[''] ?? 3, policy: header.policy, rollup: header.rollup,
  });
  const types = useDeskState(({ working }) => working?.index.pack.organisationTypes ?? noTypes);
  const [period, setPeriod] = useState(header.window);
  const save = async () => {
    const described = await ask(desk, 'describeAssessment', { assessment: header.assessment, ...draft, window: period });
    if (described === null) return;
    takeHeader(desk, described);
    await readAgain(desk);
    showOverlay(desk, null);
  };
  return (
    <div className="form">
      <OrganisationTypes types={types} chosen={draft.organisationType} change={(part) => { setDraft({ ...draft, ...part }); }} disabled={header.readOnly} />
      <AssessmentFields draft={draft} change={(part) => { setDraft({ ...draft, ...part }); }} disabled={header.readOnly} />
      <fieldset className="form-pair" disabled={header.readOnly}>
        <label><span>{text('details.from')}</span><input className="field" type="date" value={period.from ?? ''} onChange={({ target }) => { setPeriod({ ...period, from: orNull(target.value) }); }} /></label>
        <label><span>{text('details.to')}</span><input className="field" type="date" value={period.to ?? ''} onChange={({ target }) => { setPeriod({ ...period, to: orNull(target.value) }); }} /></label>
      </fieldset>
      <div className="form-actions">
        <Button type="primary" disabled={header.readOnly || draft.organisation.trim() === ''} onClick={() => { void save(); }} data-testid="details-save">{text('details.save')}</Button>
      </div>
      <hr />
      <p className="muted">{text('details.file', { name: header.fileName })}</p>
      <div className="form-actions">
        <Button onClick={() => { void saveCopy(desk); }} data-testid="save-copy">{text('details.copy')}</Button>
        <Button onClick={() => { void verify(desk, header, text); }} data-testid="verify">{text('details.verify')}</Button>
        <Button onClick={() => { showOverlay(desk, 'rules'); }} data-testid="details-rules">{text('rules.title')}</Button>
        <Button onClick={() => { goTo(desk, 'journal'); }} data-testid="open-journal">{text('journal.title')}</Button>
        <Button onClick={() => { void closeAssessment(desk); }} data-testid="close-assessment">{text('details.close')}</Button>
      </div>
    </div>
  );
}

const noTypes = [] as const;
const orNull = (text: string): string | null => (text === '' ? null : text);

async function verify(desk: Desk, { assessment }: Header, text: ScreenText): Promise<void> {
  const verification = await ask(desk, 'verify', { assessment });
  if (verification === null) return;

  const language = desk.store.get().start?.settings.language ?? 'zh';
  if (verification.firstFault === null) say(desk, text('details.verified', { events: verification.events, artefacts: verification.artefacts }));
  else say(desk, `${verification.firstFault[language]} (${verification.firstFault.where})`, 'bad');
}
