import { Select } from 'antd';
import type { OrganisationType } from '#assessments';
import { gapOf, useWords } from '../text/text.ts';
import type { AssessmentDraft } from './assessment-fields.tsx';

type OrganisationTypesProps = {
  readonly types: readonly OrganisationType[]; readonly chosen: number | null; readonly disabled?: boolean;
  readonly change: (part: Partial<Pick<AssessmentDraft, 'organisationType' | 'target'>>) => void;
};

const noType = 0;

/** The types of organisation the standard's authors tell apart; choosing one proposes the target level advised for it. */
export function OrganisationTypes({ types, chosen, change, disabled = false }: OrganisationTypesProps) {
  const { text, of, language } = useWords();
  const type = types.find((one) => one.type === chosen);
  if (types.length === 0) return null;
  const take = (value: number) => {
    const taken = types.find((one) => one.type === value);
    change(taken === undefined ? { organisationType: null } : { organisationType: taken.type, target: taken.target });
  };
  const options = types.map((one) => ({ value: one.type, label: text('new.type-option', { type: one.type, level: text(`level.${one.target as 1 | 2 | 3 | 4 | 5}`) }), title: of(one) }));
  return (
    <>
      <label><span>{text('new.type')}</span><Select aria-label={text('new.type')} value={type?.type ?? noType} disabled={disabled} onChange={take} options={[{ value: noType, label: text('new.type-none'), title: '' }, ...options]} data-testid="organisation-type" /></label>
      <p className="form-note" data-testid="organisation-type-why">{type === undefined ? text('new.type-why') : `${of(type)}${gapOf[language]}${of(type.aim)}`}</p>
    </>
  );
}
