import { useMemo, useState } from 'react';
import { soughtForm, whatIf, type Action, type RatingValue, type ScoreResult } from '#assessments';
import type { PlanView } from '#contract';
import { LevelMark, RatingMark } from '../../components/marks.tsx';
import { useDesk, useDeskState } from '../../desk/desk.ts';
import { saveSupposed, suppose, supposeNothing, supposeRating, toggleSupposed } from '../../desk/planning.ts';
import type { PackIndex } from '../../desk/pack-index.ts';
import { days } from '../../format.ts';
import { useWords } from '../../text/text.ts';
import { Scenarios } from './scenarios.tsx';
import { supposedLevels } from './supposed-levels.ts';

const values: readonly RatingValue[] = ['F', 'L', 'P', 'N', 'NA'];

/** Actions taken as done and ratings taken as given: the levels follow at once, no rating is touched, and it can be kept by name. */
export function WhatIf({ view }: { readonly view: PlanView }) {
  const { text } = useWords();
  const index = useDeskState(({ working }) => working?.index ?? null);
  if (index === null) return null;
  return (
    <div className="suppose">
      <div className="suppose-left">
        <p className="muted">{text('suppose.why')}</p>
        <Ratings index={index} />
        <Actions index={index} view={view} />
      </div>
      <div className="suppose-right">
        <Levels index={index} />
        <Keep />
        <Scenarios scenarios={view.scenarios} />
      </div>
    </div>
  );
}

/** What the assumptions give, computed anew with every tick. */
function useSupposed(index: PackIndex): { readonly now: ScoreResult; readonly then: ScoreResult } | null {
  const result = useDeskState(({ working }) => working?.result ?? null);
  const targets = useDeskState(({ working }) => working?.header.targets ?? null);
  const { actions, ratings } = useDeskState(({ supposing }) => supposing);
  return useMemo(() => (result === null || targets === null ? null : { now: result, then: whatIf({ pack: index.pack, finals: result.finals, rules: result.rules, targets, actions, ratings }) }), [index, result, targets, actions, ratings]);
}

function Levels({ index }: { readonly index: PackIndex }) {
  const { text, of } = useWords();
  const [all, setAll] = useState(false);
  const supposed = useSupposed(index);
  const domains = useMemo(() => new Set(index.pack.groups.filter(({ parent }) => parent === null).map(({ id }) => id)), [index]);
  if (supposed === null) return null;
  const rows = supposedLevels(supposed.now, supposed.then, domains, all);
  return (
    <section aria-label={text('suppose.levels')}>
      <h2>{text('suppose.levels')}</h2>
      <table className="table suppose-levels" data-testid="suppose-levels">
        <thead><tr><th>{text('suppose.node')}</th><th className="number">{text('suppose.now')}</th><th className="number">{text('suppose.then')}</th></tr></thead>
        <tbody>
          {rows.map(({ node, kind, now, then, moved }) => {
            const group = index.groups.get(node);
            return (
              <tr key={node} className={moved ? 'moved' : undefined}>
                <td className={`suppose-${kind}`}>{node === '' ? text('plan.whole') : `${node} ${group === undefined ? '' : of(group)}`}</td>
                <td className="number"><LevelMark level={now} size="small" /></td>
                <td className="number"><LevelMark level={then} size="small" /></td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="muted small" aria-live="polite">{rows.some(({ moved }) => moved) ? '' : text('suppose.none-moved')}</p>
      <button type="button" className="link small" onClick={() => { setAll(!all); }}>{text(all ? 'suppose.moved' : 'suppose.all')}</button>
    </section>
  );
}

function Actions({ index, view: { plan } }: { readonly index: PackIndex; readonly view: PlanView }) {
  const desk = useDesk();
  const { text, of } = useWords();
  const chosen = useDeskState(({ supposing }) => supposing.actions);
  const [sought, setSought] = useState('');
  const planned = new Map(plan.actions.map(({ action, order }) => [action, order]));
  const ordered = index.pack.actions.filter((action) => fits(action, sought)).toSorted((one, other) => (planned.get(one.id) ?? Infinity) - (planned.get(other.id) ?? Infinity) || 0);
  return (
    <section aria-label={text('suppose.actions')}>
      <div className="suppose-head">
        <h2>{text('suppose.actions')} <span className="muted">{chosen.length}</span></h2>
        <button type="button" className="link small" onClick={() => { suppose(desk, { actions: [...new Set([...chosen, ...plan.actions.map(({ action }) => action)])] }); }} data-testid="take-plan">{text('suppose.take-plan')}</button>
      </div>
      <input className="field" type="search" value={sought} placeholder={text('suppose.find')} aria-label={text('suppose.find')} onChange={({ target }) => { setSought(target.value); }} />
      <ul className="suppose-actions" data-testid="suppose-actions">
        {ordered.map((action) => (
          <li key={action.id}>
            <label>
              <input type="checkbox" checked={chosen.includes(action.id)} onChange={() => { toggleSupposed(desk, action.id); }} />
              <span>{of(action)} <span className="code muted">{action.id}</span></span>
              {planned.has(action.id) && <span className="tag">{text('suppose.planned')}</span>}
              <span className="muted small nowrap">{text('plan.effort-likely', { days: days(action.effort.likely) })}</span>
            </label>
          </li>
        ))}
      </ul>
    </section>
  );
}

function fits({ id, zh, en }: Action, sought: string): boolean {
  return soughtForm(`${id} ${zh} ${en}`).includes(soughtForm(sought.trim()));
}

function Ratings({ index }: { readonly index: PackIndex }) {
  const desk = useDesk();
  const { text, of } = useWords();
  const ratings = useDeskState(({ supposing }) => supposing.ratings);
  const result = useDeskState(({ working }) => working?.result ?? null);
  const finals = useMemo(() => new Map(result?.finals.map((final) => [final.requirement, final.value])), [result]);
  const [id, setId] = useState('');
  const [value, setValue] = useState<RatingValue>('F');
  const [unknown, setUnknown] = useState('');
  const add = () => {
    const found = index.order.find((each) => each.toLowerCase() === id.trim().toLowerCase());
    setUnknown(found === undefined ? id.trim() : '');
    if (found === undefined) return;
    supposeRating(desk, found, value);
    setId('');
  };
  return (
    <section aria-label={text('suppose.ratings')}>
      <h2>{text('suppose.ratings')} <span className="muted">{ratings.length}</span></h2>
      <form className="suppose-add" onSubmit={(event) => { event.preventDefault(); add(); }}>
        <input className="field" list="suppose-ids" value={id} placeholder={text('suppose.requirement')} aria-label={text('suppose.requirement')} onChange={({ target }) => { setId(target.value); }} data-testid="suppose-requirement" />
        <datalist id="suppose-ids">{index.order.map((each) => <option key={each} value={each} />)}</datalist>
        <select className="field" value={value} aria-label={text('suppose.value')} onChange={({ target }) => { setValue(values.find((each) => each === target.value) ?? 'F'); }}>{values.map((each) => <option key={each} value={each}>{`${each} ${text(`rating.${each}`)}`}</option>)}</select>
        <button type="submit" className="button" disabled={id.trim() === ''} data-testid="suppose-add">{text('suppose.add')}</button>
      </form>
      {unknown !== '' && <p className="problem" role="alert">{text('suppose.unknown', { id: unknown })}</p>}
      <ul className="suppose-ratings">
        {ratings.map((one) => {
          const located = index.requirements.get(one.requirement);
          return (
            <li key={one.requirement}>
              <span className="code">{one.requirement}</span><span className="one-line">{located === undefined ? '' : of(located.requirement)}</span>
              <span className="suppose-turn"><RatingMark value={finals.get(one.requirement) ?? null} /><span aria-hidden="true">{toSign}</span><RatingMark value={one.value} /></span>
              <button type="button" className="link" aria-label={text('suppose.drop', { id: one.requirement })} onClick={() => { supposeRating(desk, one.requirement, null); }}>{dropSign}</button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const toSign = '→';
const dropSign = '×';

/** How much is assumed, and the name under which it is kept. */
function Keep() {
  const desk = useDesk();
  const { text } = useWords();
  const { scenario, name, actions, ratings } = useDeskState(({ supposing }) => supposing);
  const pack = useDeskState(({ working }) => working?.index.pack ?? null);
  const readOnly = useDeskState(({ working }) => working?.header.readOnly === true);
  const empty = actions.length + ratings.length === 0;
  const likely = pack?.actions.filter(({ id }) => actions.includes(id)).reduce((sum, { effort }) => sum + Math.round(100 * effort.likely), 0) ?? 0;
  return (
    <section className="suppose-keep" aria-label={text('suppose.save')}>
      <p data-testid="suppose-effort">{empty ? text('suppose.nothing') : text('suppose.effort', { actions: actions.length, days: days(likely / 100), ratings: ratings.length })}</p>
      {!readOnly && <input className="field" value={name} maxLength={100} placeholder={text('suppose.name')} aria-label={text('suppose.name')} onChange={({ target }) => { suppose(desk, { name: target.value }); }} data-testid="suppose-name" />}
      <div className="form-actions">
        {!readOnly && <SaveButtons scenario={scenario} able={!empty && name.trim() !== ''} />}
        <button type="button" className="button" disabled={empty} onClick={() => { supposeNothing(desk); }} data-testid="suppose-clear">{text('suppose.clear')}</button>
      </div>
    </section>
  );
}

function SaveButtons({ scenario, able }: { readonly scenario: string | null; readonly able: boolean }) {
  const desk = useDesk();
  const { text } = useWords();
  return (
    <>
      <button type="button" className="button button-primary" disabled={!able} onClick={() => { void saveSupposed(desk, false); }} data-testid="suppose-save">{text(scenario === null ? 'suppose.save' : 'suppose.save-over')}</button>
      {scenario !== null && <button type="button" className="button" disabled={!able} onClick={() => { void saveSupposed(desk, true); }}>{text('suppose.save-anew')}</button>}
    </>
  );
}
