import { Button, Select } from 'antd';
import { useState } from 'react';
import { useDesk, useDeskState } from '../desk/desk.ts';
import { createAssessment, showOverlay } from '../desk/opening.ts';
import { useWords } from '../text/text.ts';
import { AssessmentFields, type AssessmentDraft } from './assessment-fields.tsx';
import { Dialog } from './dialog.tsx';
import { OrganisationTypes } from './organisation-types.tsx';

const blank: AssessmentDraft = { organisation: '', organisationType: null, project: '', scope: '', target: 3, policy: 'strict', rollup: 'minimum' };

/** What a new assessment is about, which pack it pins, and by which rules it is scored. */
export function NewAssessment() {
  const desk = useDesk();
  const { text, of } = useWords();
  const packs = useDeskState(({ start }) => start?.packs ?? noPacks);
  const busy = useDeskState((state) => state.busy);
  const [draft, setDraft] = useState(blank);
  const [chosen, setChosen] = useState(packs[0]?.id ?? '');
  const pack = packs.find(({ id }) => id === chosen);
  const close = () => { showOverlay(desk, null); };
  const create = () => createAssessment(desk, { ...draft, organisation: draft.organisation.trim(), project: draft.project.trim(), pack: chosen });
  return (
    <Dialog title={text('new.title')} width={640} testId="new-dialog">
      <form className="form" onSubmit={(event) => { event.preventDefault(); void create(); }}>
        <label>
          <span>{text('new.pack')}</span>
          <Select aria-label={text('new.pack')} value={chosen} onChange={(id) => { setChosen(id); setDraft({ ...draft, organisationType: null }); }} options={packs.map((each) => ({ value: each.id, label: text('new.pack-option', { name: of(each), edition: each.edition }) }))} data-testid="pack" />
        </label>
        {pack !== undefined && <p className="form-note">{text('new.written', { written: pack.written, total: pack.subItems, requirements: pack.requirements })}</p>}
        <OrganisationTypes types={pack?.organisationTypes ?? []} chosen={draft.organisationType} change={(part) => { setDraft({ ...draft, ...part }); }} />
        <AssessmentFields draft={draft} change={(part) => { setDraft({ ...draft, ...part }); }} />
        <div className="form-actions">
          <Button onClick={close}>{text('dialog.cancel')}</Button>
          <Button type="primary" htmlType="submit" disabled={draft.organisation.trim() === '' || busy} data-testid="create">{text('new.create')}</Button>
        </div>
      </form>
    </Dialog>
  );
}

const noPacks = [] as const;
