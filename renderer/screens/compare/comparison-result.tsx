import { useState } from 'react';
import type { Causes, ComparedNode, Comparison, RatingMove } from '#assessments';
import type { ComparisonView } from '#contract';
import { LevelMark, RatingMark } from '../../components/marks.tsx';
import { RequirementLink } from '../../components/requirement-link.tsx';
import { useDesk, useDeskState } from '../../desk/desk.ts';
import { goToRequirement } from '../../desk/moving.ts';
import { dateTime } from '../../format.ts';
import { useWords } from '../../text/text.ts';
import { EvidenceTurnover } from './evidence-turnover.tsx';

/** Two states beside each other: in sentences, node by node with what moved each level, rating by rating, and the evidence. */
export function ComparisonResult({ view: { comparison, words }, now }: { readonly view: ComparisonView; readonly now: { readonly from: boolean; readonly to: boolean } }) {
  const { text, of } = useWords();
  const { from, to } = comparison;
  return (
    <div className="comparison" data-testid="comparison">
      <p className="lead">{text('compare.between', { from: now.from ? text('compare.now') : from.name, fromAt: dateTime(from.at), to: now.to ? text('compare.now') : to.name, toAt: dateTime(to.at) })}</p>
      <section aria-label={text('compare.story')}><h2>{text('compare.story')}</h2><ul className="compare-words" data-testid="comparison-words">{words.map((sentence, at) => <li key={at}>{of(sentence)}</li>)}</ul></section>
      <Levels comparison={comparison} />
      <Ratings ratings={comparison.ratings} />
      <EvidenceTurnover comparison={comparison} />
    </div>
  );
}

function Levels({ comparison: { nodes } }: { readonly comparison: Comparison }) {
  const { text } = useWords();
  const [all, setAll] = useState(false);
  const shown = nodes.filter(({ moved, node, from, to }) => all || node === '' || moved !== 'same' || from?.grade !== to?.grade);
  return (
    <section aria-label={text('compare.levels')}>
      <div className="why-title"><h2>{text('compare.levels')}</h2><button type="button" className="link small" onClick={() => { setAll(!all); }}>{text(all ? 'compare.only-moved' : 'compare.show-all')}</button></div>
      <div className="scrolls" tabIndex={0} role="region" aria-label={text('compare.levels')}>
        <table className="table" data-testid="compared-levels">
          <thead><tr><th>{text('compare.node')}</th><th className="number">{text('compare.before')}</th><th className="number">{text('compare.after')}</th><th /><th>{text('compare.because')}</th></tr></thead>
          <tbody>{shown.map((node) => <NodeRow key={node.node} node={node} />)}</tbody>
        </table>
      </div>
      {shown.length <= 1 && shown[0]?.moved !== 'risen' && shown[0]?.moved !== 'fallen' && <p className="muted">{text('compare.none-moved')}</p>}
    </section>
  );
}

function NodeRow({ node: { node, kind, from, to, moved, causes } }: { readonly node: ComparedNode }) {
  const { text, of } = useWords();
  const group = useDeskState(({ working }) => working?.index.groups.get(node) ?? null);
  const tone = moved === 'risen' ? 'tag-good' : moved === 'fallen' ? 'tag-bad' : '';
  return (
    <tr>
      <td className={`suppose-${kind === 'whole' || kind === 'domain' ? kind : 'other'}`}>{node === '' ? text('plan.whole') : `${node} ${group === null ? '' : of(group)}`}</td>
      <td className="number nowrap"><Standing side={from} /></td><td className="number nowrap"><Standing side={to} /></td>
      <td><span className={`tag ${tone}`}>{text(`compare.${moved}`)}</span></td>
      <td className="wraps">{causes === null ? '' : <Because causes={causes} />}</td>
    </tr>
  );
}

function Standing({ side }: { readonly side: ComparedNode['from'] }) {
  if (side === null) return null;
  return <><LevelMark level={side.assessed === 0 ? null : side.level} grade={side.grade} size="small" /> <span className="muted small">{side.min === side.max ? '' : `${side.min ?? ''}–${side.max ?? ''}`}</span></>;
}

const namedAtMost = 12;

function Because({ causes: { rules, pack, children, ratings } }: { readonly causes: Causes }) {
  const desk = useDesk();
  const { text } = useWords();
  return (
    <span className="codes">
      {rules && <span>{text('compare.by-rules')}</span>}{pack && <span>{text('compare.by-pack')}</span>}
      {children.length > 0 && <span className="code">{children.join(' ')}</span>}
      {ratings.slice(0, namedAtMost).map((id) => <RequirementLink key={id} id={id} go={() => { goToRequirement(desk, id); }} />)}
      {ratings.length > namedAtMost && <span className="muted">{text('compare.more', { count: ratings.length - namedAtMost })}</span>}
    </span>
  );
}

const ratingsAtMost = 100;

function Ratings({ ratings }: { readonly ratings: readonly RatingMove[] }) {
  const desk = useDesk();
  const { text, of } = useWords();
  const index = useDeskState(({ working }) => working?.index ?? null);
  return (
    <section aria-label={text('compare.ratings')}>
      <h2>{text('compare.ratings')} <span className="muted">{ratings.length}</span></h2>
      {ratings.length === 0 ? <p className="muted">{text('compare.ratings-none')}</p> : (
        <div className="scrolls" tabIndex={0} role="region" aria-label={text('compare.ratings')}>
          <table className="table" data-testid="compared-ratings">
            <thead><tr><th>{text('compare.requirement')}</th><th /><th>{text('compare.before')}</th><th>{text('compare.after')}</th><th>{text('compare.direction')}</th></tr></thead>
            <tbody>
              {ratings.slice(0, ratingsAtMost).map(({ requirement, from, to, direction }) => {
                const located = index?.requirements.get(requirement);
                return (
                  <tr key={requirement}>
                    <td className="nowrap"><RequirementLink id={requirement} go={() => { goToRequirement(desk, requirement); }} /></td><td>{located === undefined ? '' : of(located.requirement)}</td>
                    <td><RatingMark value={from} /></td><td><RatingMark value={to} /></td><td className="nowrap">{text(`compare.${direction}`)}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
      {ratings.length > ratingsAtMost && <p className="muted">{text('compare.more', { count: ratings.length - ratingsAtMost })}</p>}
    </section>
  );
}
