import { useEffect } from 'react';
import type { PlanView } from '#contract';
import { computePlan, showPlanTab, stopPlanning } from '../../desk/planning.ts';
import { useDesk, useDeskState } from '../../desk/desk.ts';
import { planTabs, type PlanTab } from '../../desk/state.ts';
import { useWords } from '../../text/text.ts';
import { GapList } from './gap-list.tsx';
import { PlanChoices } from './plan-choices.tsx';
import { PlanHead } from './plan-head.tsx';
import { PlanLimits } from './plan-limits.tsx';
import { PlanSchedule } from './plan-schedule.tsx';
import { PlanTable } from './plan-table.tsx';
import { WhatIf } from './what-if.tsx';

/** What is missing up to the target, and the least work that closes it: what, when, by whom, and what else could be chosen. */
export function GapsScreen() {
  const desk = useDesk();
  const { text } = useWords();
  const { tab, view, job, problem } = useDeskState(({ planning }) => planning);
  const revision = useDeskState(({ working }) => working?.revision ?? 0);
  const wantsMore = tab === 'choices';
  useEffect(() => {
    const { planning } = desk.store.get();
    if (planning.view === null || planning.view.revision !== revision || (wantsMore && !planning.detailed)) void computePlan(desk, wantsMore);
  }, [desk, revision, wantsMore]);
  return (
    <main className="page gaps" aria-busy={job !== null} data-testid="gaps-screen">
      <h1>{text('gaps.title')}</h1>
      {view !== null && <PlanHead view={view} />}
      {job !== null && <Computing again={view !== null} />}
      {job === null && problem !== null && <Failed />}
      {view !== null && <><PlanLimits view={view} /><Tabs tab={tab} /><Shown tab={tab} view={view} /></>}
    </main>
  );
}

function Computing({ again }: { readonly again: boolean }) {
  const desk = useDesk();
  const { text } = useWords();
  return (
    <div className="plan-computing" role="status" data-testid="plan-computing">
      <span className="bar bar-unknown" aria-hidden="true" />
      <span>{text(again ? 'plan.computing-again' : 'plan.computing')}</span>
      <button type="button" className="button" onClick={() => { void stopPlanning(desk); }}>{text('plan.stop')}</button>
    </div>
  );
}

function Failed() {
  const desk = useDesk();
  const { text, language } = useWords();
  const { problem, detailed } = useDeskState(({ planning }) => planning);
  return (
    <div className="plan-computing" role="alert">
      {problem?.kind !== 'cancelled' && <span className="problem">{problem?.[language]}</span>}
      <button type="button" className="button" onClick={() => { void computePlan(desk, detailed); }}>{text('plan.again')}</button>
    </div>
  );
}

function Tabs({ tab }: { readonly tab: PlanTab }) {
  const desk = useDesk();
  const { text } = useWords();
  return (
    <div className="segments plan-tabs no-print" role="group" aria-label={text('plan.tabs')}>
      {planTabs.map((each) => <button key={each} type="button" aria-pressed={each === tab} onClick={() => { showPlanTab(desk, each); }} data-testid={`plan-${each}`}>{text(`plan.tab.${each}`)}</button>)}
    </div>
  );
}

function Shown({ tab, view }: { readonly tab: PlanTab; readonly view: PlanView }) {
  switch (tab) {
    case 'actions': return <PlanTable view={view} />;
    case 'schedule': return <PlanSchedule view={view} />;
    case 'choices': return <PlanChoices view={view} />;
    case 'suppose': return <WhatIf view={view} />;
    case 'gaps': return <GapList view={view} />;
  }
}
