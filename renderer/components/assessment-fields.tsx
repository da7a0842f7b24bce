import { Input, Select } from 'antd';
import type { Policy, Rollup } from '#assessments';
import { gapOf, useWords } from '../text/text.ts';

export type AssessmentDraft = { readonly organisation: string; readonly organisationType: number | null; readonly project: string; readonly scope: string; readonly target: number; readonly policy: Policy; readonly rollup: Rollup };

const policies: readonly Policy[] = ['strict', 'iso33020', 'threshold'];
const rollups: readonly Rollup[] = ['minimum', 'quota', 'mean'];
const targets = [1, 2, 3, 4, 5] as const;

/** The fields that describe an assessment, for making one and for changing it later. */
export function AssessmentFields({ draft, change, disabled = false }: { readonly draft: AssessmentDraft; readonly change: (part: Partial<AssessmentDraft>) => void; readonly disabled?: boolean }) {
  const { text, language } = useWords();
  return (
    <>
      <div className="form-pair">
        <label><span>{text('new.organisation')}</span><Input value={draft.organisation} disabled={disabled} maxLength={200} onChange={({ target }) => { change({ organisation: target.value }); }} data-testid="organisation" /></label>
        <label><span>{text('new.project')}</span><Input value={draft.project} disabled={disabled} maxLength={200} placeholder={text('new.project-hint')} onChange={({ target }) => { change({ project: target.value }); }} data-testid="project" /></label>
      </div>
      <label><span>{text('new.scope')}</span><Input.TextArea value={draft.scope} disabled={disabled} maxLength={4000} autoSize={{ minRows: 2, maxRows: 5 }} placeholder={text('new.scope-hint')} onChange={({ target }) => { change({ scope: target.value }); }} data-testid="scope" /></label>
      <div className="form-three">
        <label><span>{text('new.target')}</span><Select aria-label={text('new.target')} value={draft.target} disabled={disabled} options={targets.map((value) => ({ value, label: text(`level.${value}`) }))} onChange={(target: number) => { change({ target }); }} data-testid="target" /></label>
        <label><span>{text('new.policy')}</span><Select aria-label={text('new.policy')} value={draft.policy} disabled={disabled} options={policies.map((value) => ({ value, label: text(`policy.${value}`) }))} onChange={(policy: Policy) => { change({ policy }); }} data-testid="policy" /></label>
        <label><span>{text('new.rollup')}</span><Select aria-label={text('new.rollup')} value={draft.rollup} disabled={disabled} options={rollups.map((value) => ({ value, label: text(`rollup.${value}`) }))} onChange={(rollup: Rollup) => { change({ rollup }); }} data-testid="rollup" /></label>
      </div>
      <p className="form-note">{text(`policy.${draft.policy}-why`)}{gapOf[language]}{text(`rollup.${draft.rollup}-why`)}</p>
      <p className="form-note">{text('new.unofficial')}</p>
    </>
  );
}
