import type { FinalRating, Group, NodeResult } from '#assessments';
import type { OverviewView } from '#contract';
import { AskedLevel } from '../../components/asked-level.tsx';
import { useDesk, useDeskState } from '../../desk/desk.ts';
import { goToNode } from '../../desk/moving.ts';
import { gapOf, useWords } from '../../text/text.ts';

const levels = [1, 2, 3, 4, 5] as const;

/** One row per sub-item, one cell per level: how much of it is met, whether it is reached, where the target lies. */
export function Ladder({ view }: { readonly view: OverviewView }) {
  const { text, language } = useWords();
  const index = useDeskState(({ working }) => working?.index ?? null);
  if (index === null) return null;

  const nodes = new Map(view.result.nodes.map((node) => [node.id, node]));
  const finals = new Map(view.result.finals.map((final) => [final.requirement, final]));
  const written = index.leaves.filter(({ requirements }) => requirements.length > 0);
  const domains = index.pack.groups.filter(({ parent, id }) => parent === null && nodes.get(id)?.written !== false);
  return (
    <section aria-label={text('overview.ladder')}>
      <h2>{text('overview.ladder')}</h2>
      <table className="ladder" data-testid="ladder">
        <colgroup><col className="ladder-code" /><col className="ladder-name" />{levels.map((level) => <col key={level} />)}<col className="ladder-mark" /></colgroup>
        <thead><tr><th scope="col" colSpan={2} />{levels.map((level) => <th key={level} scope="col">{text(`level.${level}`)}</th>)}<th scope="col" /></tr></thead>
        <tbody>
          {written.map((group) => <LadderRow key={group.id} group={group} node={nodes.get(group.id)} finals={finals} />)}
        </tbody>
        {domains.length > 0 && (
          <tbody className="ladder-domains">
            {domains.map((group) => <DomainRow key={group.id} group={group} node={nodes.get(group.id)} />)}
          </tbody>
        )}
      </table>
      <p className="muted small">{text('overview.ladder-hint')}{gapOf[language]}{text('overview.hidden', { count: index.leaves.length - written.length })}</p>
    </section>
  );
}

function LadderRow({ group, node, finals }: { readonly group: Group; readonly node: NodeResult | undefined; readonly finals: ReadonlyMap<string, FinalRating> }) {
  const desk = useDesk();
  const { of } = useWords();
  return (
    <tr data-node={group.id}>
      <td className="code">{group.id}</td>
      <th scope="row"><button type="button" className="link one-line" onClick={() => { goToNode(desk, group.id); }}>{of(group)}</button></th>
      {levels.map((level) => <Cell key={level} level={level} group={group} node={node} finals={finals} />)}
      <td><AskedLevel node={group.id} name={`${group.id} ${of(group)}`} result={node} /></td>
    </tr>
  );
}

function Cell({ level, group, node, finals }: { readonly level: number; readonly group: Group; readonly node: NodeResult | undefined; readonly finals: ReadonlyMap<string, FinalRating> }) {
  const { text } = useWords();
  const { met, total } = metAt(group, level, finals);
  const reached = level <= (node?.level ?? 0);
  if (total === 0) return <td className="step step-empty" title={text('overview.cell-empty', { level })}><span className="unseen">{text('overview.cell-empty', { level })}</span><span className="step-box" aria-hidden="true" /></td>;

  const label = [text('overview.cell', { level, met, total }), ...(reached ? [text('overview.reached')] : [])].join(' · ');
  return (
    <td className={['step', reached ? 'step-reached' : '', node?.target === level ? 'step-target' : ''].join(' ')} title={label}>
      <span className="unseen">{label}</span>
      <span className="step-box" aria-hidden="true">
        <span className={`step-fill level-fill-${level}`} style={{ width: `${(100 * met) / total}%` }} />
        <span className="step-sign">{reached ? reachedSign : `${met}/${total}`}</span>
      </span>
    </td>
  );
}

function metAt(group: Group, level: number, finals: ReadonlyMap<string, FinalRating>): { readonly met: number; readonly total: number } {
  const values = group.requirements.filter((requirement) => requirement.level === level).map(({ id }) => finals.get(id)?.value).filter((value) => value !== 'NA');
  return { met: values.filter((value) => value === 'F').length, total: values.length };
}

const reachedSign = '✓';

function DomainRow({ group, node }: { readonly group: Group; readonly node: NodeResult | undefined }) {
  const desk = useDesk();
  const { of, text } = useWords();
  return (
    <tr>
      <td className="code">{group.id}</td>
      <th scope="row"><button type="button" className="link one-line" onClick={() => { goToNode(desk, group.id); }}>{of(group)}</button></th>
      <td colSpan={5} className="muted">{text('overview.progress', { done: node?.assessed ?? 0, total: node?.total ?? 0 })}</td>
      <td><AskedLevel node={group.id} name={`${group.id} ${of(group)}`} result={node} /></td>
    </tr>
  );
}
