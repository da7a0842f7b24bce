import { useMemo, useState } from 'react';
import { policies, rollups, whatIf, type Group, type ScoringRules } from '#assessments';
import type { Header, WantedRules } from '#contract';
import { useDesk, useDeskState } from '../desk/desk.ts';
import { showOverlay } from '../desk/opening.ts';
import { changeRules, rulesWanted } from '../desk/planning.ts';
import { levelRange } from '../format.ts';
import { TargetFields } from '../screens/gaps/plan-limits.tsx';
import { useWords } from '../text/text.ts';
import { Dialog } from './dialog.tsx';

/** By which rules levels come about and what is aimed at; what they would give is seen before they are saved. */
export function RulesDialog() {
  const header = useDeskState(({ working }) => working?.header ?? null);
  const { text } = useWords();
  return header === null ? null : <Dialog title={text('rules.title')} width={720} testId="rules-dialog"><Rules header={header} /></Dialog>;
}

function Rules({ header }: { readonly header: Header }) {
  const desk = useDesk();
  const { text } = useWords();
  const [wanted, setWanted] = useState<WantedRules>(() => rulesWanted(header));
  const change = (part: Partial<WantedRules>) => { setWanted({ ...wanted, ...part }); };
  const save = async () => {
    if (await changeRules(desk, wanted)) showOverlay(desk, null);
  };
  return (
    <fieldset className="form rules" disabled={header.readOnly}>
      <Choices legend={text('rules.policy')} name="policy" options={policies.map((value) => ({ value, label: text(`policy.${value}`), why: text(`policy.${value}-why`) }))} value={wanted.policy} choose={(policy) => { change({ policy }); }} />
      {wanted.policy === 'threshold' && <Percent label={text('rules.threshold')} value={wanted.thresholdPercent} change={(thresholdPercent) => { change({ thresholdPercent }); }} />}
      <Choices legend={text('rules.rollup')} name="rollup" options={rollups.map((value) => ({ value, label: text(`rollup.${value}`), why: text(`rollup.${value}-why`) }))} value={wanted.rollup} choose={(rollup) => { change({ rollup }); }} />
      {wanted.rollup === 'quota' && <Percent label={text('rules.quota')} value={wanted.quotaPercent} change={(quotaPercent) => { change({ quotaPercent }); }} />}
      {wanted.rollup === 'mean' ? <Weights weights={wanted.weights} change={(weights) => { change({ weights }); }} /> : Object.keys(wanted.weights).length > 0 && <p className="form-note">{text('rules.weights-none')}</p>}
      <TargetFields targets={wanted.targets} change={(targets) => { change({ targets }); }} />
      <p className="lead" role="status"><Preview rules={wanted} /></p>
      <p className="form-note">{text('new.unofficial')}</p>
      <div className="form-actions"><button type="button" className="button button-primary" disabled={header.readOnly} onClick={() => { void save(); }} data-testid="rules-save">{text('rules.save')}</button></div>
    </fieldset>
  );
}

function Preview({ rules }: { readonly rules: WantedRules }) {
  const { text } = useWords();
  const working = useDeskState((state) => state.working);
  const then = useMemo(() => (working === null ? null : whatIf({ pack: working.index.pack, finals: working.result.finals, rules, targets: rules.targets, actions: [], ratings: [] }).overall), [working, rules]);
  if (working === null || then === null) return null;
  const now = working.result.overall;
  return text('rules.preview', { level: levelRange(then.level, then.min, then.max), now: levelRange(now.level, now.min, now.max) });
}

type ChoicesProps<Value extends string> = { readonly legend: string; readonly name: string; readonly options: readonly { readonly value: Value; readonly label: string; readonly why: string }[]; readonly value: Value; readonly choose: (value: Value) => void };

function Choices<Value extends string>({ legend, name, options, value, choose }: ChoicesProps<Value>) {
  return (
    <fieldset className="plan-fieldset">
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option.value} className="rules-choice"><input type="radio" name={name} checked={option.value === value} onChange={() => { choose(option.value); }} data-testid={`${name}-${option.value}`} /><span><b>{option.label}</b> <span className="muted small">{option.why}</span></span></label>
      ))}
    </fieldset>
  );
}

function Percent({ label, value, change }: { readonly label: string; readonly value: number; readonly change: (value: number) => void }) {
  return <label className="rules-number"><span>{label}</span><input className="field" type="number" min={1} max={100} step={1} value={value} onChange={({ target }) => { if (isWhole(target.valueAsNumber)) change(target.valueAsNumber); }} /></label>;
}

function isWhole(value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= 100;
}

/** Weights of domains and items among their siblings; those of sub-items follow from the file where somebody set them. */
function Weights({ weights, change }: { readonly weights: ScoringRules['weights']; readonly change: (weights: ScoringRules['weights']) => void }) {
  const { text, of } = useWords();
  const groups = useDeskState(({ working }) => working?.index.pack.groups ?? noGroups);
  const set = (node: string, value: number) => {
    const others = Object.fromEntries(Object.entries(weights).filter(([each]) => each !== node));
    change(isWhole(value) && value !== 1 ? { ...others, [node]: value } : others);
  };
  return (
    <fieldset className="plan-fieldset">
      <legend>{text('rules.weights')}</legend>
      <div className="rules-weights" tabIndex={0} role="region" aria-label={text('rules.weights')}>
        {groups.map((group) => (
          <label key={group.id} className={group.parent === null ? 'rules-domain' : undefined}><span>{`${group.id} ${of(group)}`}</span><input className="field" type="number" min={1} max={100} step={1} value={weights[group.id] ?? ''} placeholder="1" onChange={({ target }) => { set(group.id, target.valueAsNumber); }} /></label>
        ))}
      </div>
    </fieldset>
  );
}

const noGroups: readonly Group[] = [];
