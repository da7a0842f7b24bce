import type { ScenarioView } from '#contract';
import { LevelMark } from '../../components/marks.tsx';
import { useDesk, useDeskState } from '../../desk/desk.ts';
import { removeSupposed, suppose } from '../../desk/planning.ts';
import { days } from '../../format.ts';
import { useWords } from '../../text/text.ts';

/** The scenarios that were kept, side by side with today: what each costs and which levels it gives. */
export function Scenarios({ scenarios }: { readonly scenarios: readonly ScenarioView[] }) {
  const { text, of } = useWords();
  const pack = useDeskState(({ working }) => working?.index.pack ?? null);
  const result = useDeskState(({ working }) => working?.result ?? null);
  if (scenarios.length === 0 || pack === null || result === null) return <section aria-label={text('suppose.scenarios')}><h2>{text('suppose.scenarios')}</h2><p className="muted">{text('suppose.scenarios-none')}</p></section>;
  const domains = pack.groups.filter(({ parent }) => parent === null);
  const now = new Map<string, number | null>([['', result.overall.level], ...result.nodes.map((node): [string, number | null] => [node.id, node.level])]);
  const rows = [{ id: '', name: text('plan.whole') }, ...domains.map((group) => ({ id: group.id, name: `${group.id} ${of(group)}` }))];
  return (
    <section aria-label={text('suppose.compare')}>
      <h2>{text('suppose.compare')} <span className="muted">{scenarios.length}</span></h2>
      <div className="scrolls" tabIndex={0} role="region" aria-label={text('suppose.compare')}>
        <table className="table scenarios" data-testid="scenarios">
          <thead><tr><th /><th className="number">{text('suppose.today')}</th>{scenarios.map((scenario) => <th key={scenario.scenario} className="number"><ScenarioHead scenario={scenario} /></th>)}</tr></thead>
          <tbody>
            {rows.map(({ id, name }) => (
              <tr key={id}>
                <td>{name}</td><td className="number"><LevelMark level={now.get(id) ?? null} size="small" /></td>
                {scenarios.map(({ scenario, levels }) => <td key={scenario} className="number"><LevelMark level={levels.find(({ node }) => node === id)?.level ?? null} size="small" /></td>)}
              </tr>
            ))}
            <tr><td>{text('suppose.likely')}</td><td />{scenarios.map(({ scenario, likely }) => <td key={scenario} className="number">{days(likely)}</td>)}</tr>
            <tr><td>{text('suppose.counts')}</td><td />{scenarios.map(({ scenario, actions, ratings }) => <td key={scenario} className="number">{`${actions.length} / ${ratings.length}`}</td>)}</tr>
          </tbody>
        </table>
      </div>
    </section>
  );
}

function ScenarioHead({ scenario: { scenario, name, actions, ratings } }: { readonly scenario: ScenarioView }) {
  const desk = useDesk();
  const { text } = useWords();
  const readOnly = useDeskState(({ working }) => working?.header.readOnly === true);
  return (
    <span className="scenario-head">
      <span className="wraps">{name}</span>
      <span className="scenario-doings">
        <button type="button" className="link" aria-label={text('suppose.open', { name })} onClick={() => { suppose(desk, { scenario, name, actions, ratings }); }} data-testid="scenario-open">{text('suppose.open-short')}</button>
        {!readOnly && <button type="button" className="link" aria-label={text('suppose.remove', { name })} onClick={() => { void removeSupposed(desk, scenario); }} data-testid="scenario-remove">{text('suppose.remove-short')}</button>}
      </span>
    </span>
  );
}
