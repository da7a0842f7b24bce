import { Drawer } from 'antd';
import { useEffect, useState } from 'react';
import type { Why } from '#assessments';
import type { WhyView } from '#contract';
import { askWhy } from '../../desk/explaining.ts';
import { ask, useDesk, useDeskState } from '../../desk/desk.ts';
import { goToNode } from '../../desk/moving.ts';
import { showOverlay } from '../../desk/opening.ts';
import { pathTo } from '../../desk/pack-index.ts';
import { useWords } from '../../text/text.ts';
import { LevelMark } from '../marks.tsx';
import { Blocking } from './blocking.tsx';
import { Children } from './children.tsx';
import { Lifts } from './lifts.tsx';
import { OtherRules } from './other-rules.tsx';
import { RemainingHour } from './remaining-hour.tsx';

/** Any level can be questioned: what holds it, the shortest way up, what it hangs on, and what other rules would have given. */
export function WhyDrawer() {
  const desk = useDesk();
  const { text } = useWords();
  const node = useDeskState((state) => state.asked);
  return (
    <Drawer open={node !== null} onClose={() => { askWhy(desk, null); }} size={720} title={text('why.title')} destroyOnHidden>
      {node !== null && <div className="why" data-testid="why-pane"><Path node={node} /><Answer node={node} /></div>}
    </Drawer>
  );
}

/** The way down to the node, each step of it to be asked as well. */
function Path({ node }: { readonly node: string }) {
  const desk = useDesk();
  const { text, of } = useWords();
  const index = useDeskState(({ working }) => working?.index ?? null);
  const path = index === null || node === '' ? [] : pathTo(index, node);
  return (
    <nav className="why-path" aria-label={text('why.path')}>
      {[{ id: '', name: text('plan.whole') }, ...path.map((group) => ({ id: group.id, name: `${group.id} ${of(group)}` }))].map(({ id, name }) => (
        id === node ? <b key={id} aria-current="page" data-testid="why-node">{name}</b> : <button key={id} type="button" className="link" onClick={() => { askWhy(desk, id); }}>{name}</button>
      ))}
    </nav>
  );
}

function Answer({ node }: { readonly node: string }) {
  const desk = useDesk();
  const assessment = useDeskState(({ working }) => working?.assessment ?? null);
  const revision = useDeskState(({ working }) => working?.revision ?? 0);
  const [view, setView] = useState<WhyView | null>(null);
  useEffect(() => {
    let wanted = true;
    if (assessment !== null) void ask(desk, 'readWhy', { assessment, node }).then((fresh) => { if (wanted) setView(fresh); });
    return () => { wanted = false; };
  }, [desk, assessment, node, revision]);
  if (view === null || view.why.node !== node) return <p className="muted" aria-busy="true" />;
  return <Told view={view} />;
}

function Told({ view: { why, words } }: { readonly view: WhyView }) {
  const desk = useDesk();
  const { text, of } = useWords();
  const assessed = useDeskState(({ working }) => (why.node === '' ? working?.result.overall.assessed : working?.nodes.get(why.node)?.assessed) ?? 0);
  const [first] = words;
  if (why.level === null) return <p>{text('why.no-level')}</p>;
  return (
    <>
      <Standing why={why} />
      {first !== undefined && <p className="lead">{of(first)}</p>}
      {assessed === 0 && <p className="warn">{text('why.unrated')}</p>}
      <Blocking why={why} />
      <Lifts why={why} />
      <Children why={why} />
      <RemainingHour why={why} />
      <NotApplicable why={why} />
      <OtherRules why={why} />
      <p><button type="button" className="link" onClick={() => { askWhy(desk, null); showOverlay(desk, 'rules'); }} data-testid="why-rules">{text('rules.change')}</button></p>
    </>
  );
}

/** The level with what bounds it. */
function Standing({ why: { node, level, grade, min, max, target, ceiling } }: { readonly why: Why }) {
  const desk = useDesk();
  const { text } = useWords();
  const bounds = [
    min === max ? '' : text('why.interval', { min: min ?? '–', max: max ?? '–' }), target === null ? '' : text('why.target', { level: target }),
    ceiling === null || ceiling === 5 ? '' : text('why.ceiling', { level: ceiling }),
  ].filter((part) => part !== '');
  return (
    <div className="why-head">
      <LevelMark level={level} grade={grade} target={target} />
      <span>{bounds.join(' · ')}</span>
      <span className="grow" />
      {node !== '' && <button type="button" className="link small" onClick={() => { askWhy(desk, null); goToNode(desk, node); }}>{text('why.score')}</button>}
    </div>
  );
}

/** With and without what is not applicable. */
function NotApplicable({ why: { level, notApplicable: { requirements, asN, asF } } }: { readonly why: Why }) {
  const { text } = useWords();
  return (
    <section aria-label={text('why.na')}>
      <h2>{text('why.na')}</h2>
      <p>{requirements.length === 0 ? text('why.na-none') : text('why.na-text', { count: requirements.length, level: level ?? '–', asN: asN ?? '–', asF: asF ?? '–' })}</p>
    </section>
  );
}
