import { Fragment, useState, type ReactNode } from 'react';
import { countGaps, type Obstacle, type PlanGoal } from '#assessments';
import type { PlanView } from '#contract';
import { LevelMark } from '../../components/marks.tsx';
import { RequirementLink } from '../../components/requirement-link.tsx';
import { useDesk, useDeskState } from '../../desk/desk.ts';
import { goToRequirement } from '../../desk/moving.ts';
import { days } from '../../format.ts';
import { gapOf, useWords } from '../../text/text.ts';
import { piecesOf } from './pieces.ts';

/** The plan in one line: from which level to which, at what effort, by when, and whether that is proven to be the least. */
export function PlanHead({ view }: { readonly view: PlanView }) {
  const { text } = useWords();
  const { plan } = view;
  if (plan.target === null && Object.keys(plan.targets).length === 0) return <p className="lead">{text('gaps.no-target')}</p>;
  return (
    <section className="plan-head" aria-label={text('gaps.title')} data-testid="plan-head">
      <Figures view={view} />
      {plan.gaps.length === 0 && plan.actions.length === 0 ? <p>{text('gaps.none')}</p> : <Proof view={view} />}
      {plan.gaps.length > 0 && plan.gaps.every(({ value }) => value === null) && <p className="warn">{text('gaps.all-unrated')}</p>}
      {plan.obstacles.length > 0 && <Obstacles obstacles={plan.obstacles} />}
      {plan.goals.length > 1 && <Goals goals={plan.goals} />}
    </section>
  );
}

function Figures({ view: { plan, settings } }: { readonly view: PlanView }) {
  const { text } = useWords();
  const { levels, gaps, uncovered, actions, range, effort, target } = plan;
  const { all, undecided } = countGaps(gaps);
  const locked = settings.must.length + settings.never.length;
  return (
    <div className="plan-figures">
      <Figure label={text('plan.levels')} note={`${text('plan.level-now')} → ${text('plan.level-after')}`}>
        <span className="plan-levels"><LevelMark level={levels.now} /><span aria-hidden="true">{toSign}</span><LevelMark level={levels.after} target={target} /></span>
      </Figure>
      <Figure label={text('plan.gap-count')} note={undecided === 0 ? '' : text('plan.gaps-undecided', { count: undecided })} more={uncovered.length === 0 ? '' : text('plan.gaps-uncovered', { count: uncovered.length })}>{text('plan.gaps-of', { count: all })}</Figure>
      <Figure label={text('plan.action-count')} note={locked === 0 ? '' : text('plan.limit-locks', { must: settings.must.length, never: settings.never.length })}>{text('plan.count-of', { count: actions.length })}</Figure>
      <Figure label={text('plan.effort')} note={range === null ? `${days(effort.low)}–${days(effort.high)}` : text('plan.effort-range', { p10: Math.round(range.p10), p50: Math.round(range.p50), p90: Math.round(range.p90) })}>{text('plan.effort-likely', { days: days(effort.likely) })}</Figure>
      <Duration waves={plan.waves} />
    </div>
  );
}

function Duration({ waves }: { readonly waves: PlanView['plan']['waves'] }) {
  const { text } = useWords();
  const [first, last] = [waves?.quarters[0], waves?.quarters.at(-1)];
  if (waves === null || first === undefined || last === undefined) return null;
  return <Figure label={text('plan.quarters')} note={`${first.quarter} – ${last.quarter}`}>{text('plan.quarters-of', { count: waves.quarters.length })}{waves.late && <span className="tag tag-bad">{text('plan.late')}</span>}</Figure>;
}

/** Whether it is proven to be the least, and how that was found. */
function Proof({ view: { plan: { method, provenOptimal, how, waves } } }: { readonly view: PlanView }) {
  const { text, of, language } = useWords();
  const proof = method === 'list' ? 'plan.list' : provenOptimal ? 'plan.proven' : 'plan.unproven';
  return (
    <p>
      <span className={`tag ${proof === 'plan.proven' ? 'tag-good' : 'tag-warn'}`} data-testid="plan-proof">{text(proof)}</span>
      {tagGap}{of(how)}{waves === null ? '' : `${gapOf[language]}${of(waves.how)}`}
    </p>
  );
}

const toSign = '→';
const tagGap = ' ';

function Figure({ label, note, more = '', children }: { readonly label: string; readonly note: string; readonly more?: string; readonly children: ReactNode }) {
  return <div className="plan-figure"><span className="field-name">{label}</span><b>{children}</b>{[note, more].filter((one) => one !== '').map((one) => <span key={one} className="muted small">{one}</span>)}</div>;
}

const toldAtOnce = 4;

function Obstacles({ obstacles }: { readonly obstacles: readonly Obstacle[] }) {
  const { text, of } = useWords();
  const [all, setAll] = useState(false);
  return (
    <section aria-label={text('plan.obstacles')} className="plan-obstacles" data-testid="plan-obstacles">
      <h2>{text('plan.obstacles')}</h2>
      <ul>
        {(all ? obstacles : obstacles.slice(0, toldAtOnce)).map((obstacle, at) => <li key={at}><Linked sentence={of(obstacle)} ids={obstacle.requirements} /></li>)}
      </ul>
      {obstacles.length > toldAtOnce && <button type="button" className="link small" onClick={() => { setAll(!all); }}>{all ? text('why.all-shown') : text('why.more', { count: obstacles.length - toldAtOnce })}</button>}
    </section>
  );
}

/** A sentence in which each requirement it names leads there. */
function Linked({ sentence, ids }: { readonly sentence: string; readonly ids: readonly string[] }) {
  const desk = useDesk();
  return piecesOf(sentence, ids).map((piece, at) => (ids.includes(piece) ? <RequirementLink key={at} id={piece} go={() => { goToRequirement(desk, piece); }} /> : <Fragment key={at}>{piece}</Fragment>));
}

function Goals({ goals }: { readonly goals: readonly PlanGoal[] }) {
  const { text, of } = useWords();
  const groups = useDeskState(({ working }) => working?.index.groups ?? null);
  const nameOf = (node: string): string => {
    const group = groups?.get(node);
    return node === '' ? text('plan.whole') : `${node} ${group === undefined ? '' : of(group)}`;
  };
  return (
    <details className="plan-goals">
      <summary>{text('plan.goals')}</summary>
      <div className="scrolls" tabIndex={0} role="region" aria-label={text('plan.goals')}>
        <table className="table">
          <thead><tr><th>{text('plan.goal-node')}</th><th className="number">{text('plan.goal-now')}</th><th className="number">{text('plan.goal-after')}</th><th className="number">{text('plan.goal-wanted')}</th><th className="number">{text('plan.goal-reachable')}</th><th className="number">{text('plan.goal-ceiling')}</th></tr></thead>
          <tbody>
            {goals.map((goal) => (
              <tr key={goal.node}>
                <td>{nameOf(goal.node)}</td><td className="number">{goal.now ?? none}</td>
                <td className={`number${goal.after !== null && goal.after < goal.wanted ? ' problem' : ''}`}>{goal.after ?? none}</td>
                <td className="number">{goal.wanted}</td><td className="number">{goal.reachable ?? none}</td><td className="number">{goal.ceiling ?? none}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

const none = '–';
