import { Button, Select } from 'antd';
import { useState } from 'react';
import type { OrganisationType } from '#assessments';
import { useDesk, useDeskState } from '../desk/desk.ts';
import { createAssessment, showOverlay } from '../desk/opening.ts';
import { gapOf, useWords } from '../text/text.ts';
import { AssessmentFields, type AssessmentDraft } from './assessment-fields.tsx';
import { Dialog } from './dialog.tsx';

const blank: AssessmentDraft = { organisation: '', project: '', scope: '', target: 3, policy: 'strict', rollup: 'minimum' };

/** What a new assessment is about, which pack it pins, and by which rules it is scored. */
export function NewAssessment() {
  const desk = useDesk();
  const { text, of } = useWords();
  const packs = useDeskState(({ start }) => start?.packs ?? noPacks);
  const busy = useDeskState((state) => state.busy);
  const [draft, setDraft] = useState(blank);
  const [chosen, setChosen] = useState(packs[0]?.id ?? '');
  const pack = packs.find(({ id }) => id === chosen);
  const types = pack?.organisationTypes ?? [];
  const close = () => { showOverlay(desk, null); };
  const create = () => createAssessment(desk, { ...draft, organisation: draft.organisation.trim(), project: draft.project.trim(), pack: chosen });
  return (
    <Dialog title={text('new.title')} width={640} testId="new-dialog">
      <form className="form" onSubmit={(event) => { event.preventDefault(); void create(); }}>
        <label>
          <span>{text('new.pack')}</span>
          <Select aria-label={text('new.pack')} value={chosen} onChange={setChosen} options={packs.map((each) => ({ value: each.id, label: text('new.pack-option', { name: of(each), edition: each.edition }) }))} data-testid="pack" />
        </label>
        {pack !== undefined && <p className="form-note">{text('new.written', { written: pack.written, total: pack.subItems, requirements: pack.requirements })}</p>}
        {types.length > 0 && <OrganisationTypes types={types} choose={(target) => { setDraft({ ...draft, target }); }} />}
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

/** The types of organisation the standard's authors tell apart; choosing one proposes the target level advised for it. */
function OrganisationTypes({ types, choose }: { readonly types: readonly OrganisationType[]; readonly choose: (target: number) => void }) {
  const { text, of, language } = useWords();
  const [chosen, setChosen] = useState(0);
  const type = types.find((one) => one.type === chosen);
  const take = (value: number) => {
    setChosen(value);
    const target = types.find((one) => one.type === value)?.target;
    if (target !== undefined) choose(target);
  };
  const options = types.map((one) => ({ value: one.type, label: text('new.type-option', { type: one.type, level: text(`level.${one.target as 1 | 2 | 3 | 4 | 5}`) }), title: of(one) }));
  return (
    <>
      <label><span>{text('new.type')}</span><Select aria-label={text('new.type')} value={chosen} onChange={take} options={[{ value: 0, label: text('new.type-none'), title: '' }, ...options]} data-testid="organisation-type" /></label>
      <p className="form-note" data-testid="organisation-type-why">{type === undefined ? text('new.type-why') : `${of(type)}${gapOf[language]}${of(type.aim)}`}</p>
    </>
  );
}
