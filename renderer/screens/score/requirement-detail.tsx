import type { KeyboardEvent } from 'react';
import { goToCatalogue } from '../../desk/consulting.ts';
import { setScoring, useDesk, useDeskState } from '../../desk/desk.ts';
import type { Subject } from '../../desk/filters.ts';
import { subjectOf } from '../../desk/rows.ts';
import { detailTabs, type DetailTab, type Working } from '../../desk/state.ts';
import { useWords } from '../../text/text.ts';
import { RewordedNotice } from '../licensed-wording/reworded.tsx';
import { CarriedLine } from './carried-line.tsx';
import { HistoryTab } from './history-tab.tsx';
import { LinksTab } from './links-tab.tsx';
import { NotesTab } from './notes-tab.tsx';
import { RatersTab } from './raters-tab.tsx';
import { RatingPanel } from './rating-panel.tsx';
import { levelName } from './requirement-row.tsx';
import { SufficiencyLine } from './sufficiency-line.tsx';
import { SuggestionCard } from './suggestion-card.tsx';
import { VerifyTab } from './verify-tab.tsx';

/** Everything about the requirement in hand. */
export function RequirementDetail() {
  const { text } = useWords();
  const working = useDeskState((state) => state.working);
  const current = useDeskState(({ scoring }) => scoring.current);
  const subject = working === null || current === null ? null : subjectOf(working, working.index, current);
  return (
    <section className="detail-pane" aria-label={text('detail')} data-testid="detail">
      {working === null || subject === null ? <p className="muted">{text('detail.none')}</p> : <Detail key={subject.located.requirement.id} working={working} subject={subject} />}
    </section>
  );
}

function Detail({ working, subject }: { readonly working: Working; readonly subject: Subject }) {
  const desk = useDesk();
  const { text, language } = useWords();
  const { requirement } = subject.located;
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <>
      <div className="detail-head">
        <span className="code" data-testid="current-requirement">{requirement.id}</span>
        <span>{levelName(text, requirement.level)}</span>
        <span className="muted">{text(`axis.${requirement.axis}`)}</span>
        {requirement.mandatory && <span className="tag">{text('verify.mandatory')}</span>}
        {requirement.carry && <span className="tag" title={text('verify.carry')}>{text('verify.carry')}</span>}
        <span className="grow" />
        <button type="button" className="link small" onClick={() => { goToCatalogue(desk, requirement.id); }} data-testid="open-in-catalogue">{text('catalogue.open')}</button>
      </div>
      <p className="requirement-text" lang={language === 'zh' ? 'zh-CN' : 'en'}>{requirement[language]}</p>
      <p className="requirement-other muted" lang={other === 'zh' ? 'zh-CN' : 'en'}>{requirement[other]}</p>
      <RewordedNotice view={subject.view} requirement={requirement} />
      <SuggestionCard working={working} subject={subject} />
      <SufficiencyLine sufficiency={subject.sufficiency ?? null} />
      <CarriedLine readOnly={working.header.readOnly} carried={subject.view?.carried ?? null} />
      <RatingPanel working={working} subject={subject} />
      <Tabs working={working} subject={subject} />
    </>
  );
}

function Tabs({ working, subject }: { readonly working: Working; readonly subject: Subject }) {
  const desk = useDesk();
  const { text } = useWords();
  const noting = useDeskState(({ scoring }) => scoring.asking === 'note');
  const consenting = useDeskState(({ scoring }) => scoring.asking === 'consensus');
  const linking = useDeskState(({ scoring }) => scoring.asking === 'link');
  const chosen = useDeskState(({ scoring }) => scoring.tab);
  const shown = noting ? 'notes' : consenting ? 'raters' : linking ? 'evidence' : chosen;
  const choose = (tab: DetailTab) => { setScoring(desk, { tab, asking: null }); };
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = detailTabs[(detailTabs.indexOf(shown) + by + detailTabs.length) % detailTabs.length];
    if (by === 0 || next === undefined) return;
    choose(next);
    event.currentTarget.querySelector<HTMLElement>(`[data-testid="tab-of-${next}"]`)?.focus();
  };
  const count = counts(subject);
  return (
    <div className="detail-tabs">
      <div role="tablist" aria-label={text('detail')} onKeyDown={press}>
        {detailTabs.map((tab) => (
          <button key={tab} type="button" role="tab" id={`tab-of-${tab}`} aria-selected={tab === shown} aria-controls="tab-body" tabIndex={tab === shown ? 0 : -1} onClick={() => { choose(tab); }} data-testid={`tab-of-${tab}`}>
            {text(`tab.${tab}`)}{count[tab] > 0 && <b>{count[tab]}</b>}
          </button>
        ))}
      </div>
      <div role="tabpanel" id="tab-body" aria-labelledby={`tab-of-${shown}`} tabIndex={-1}>
        {shown === 'verify' && <VerifyTab requirement={subject.located.requirement} />}
        {shown === 'evidence' && <LinksTab working={working} subject={subject} />}
        {shown === 'notes' && <NotesTab working={working} subject={subject} />}
        {shown === 'raters' && <RatersTab working={working} subject={subject} />}
        {shown === 'history' && <HistoryTab view={subject.view} />}
      </div>
    </div>
  );
}

function counts({ view }: Subject): Readonly<Record<DetailTab, number>> {
  return { verify: 0, evidence: view?.links.length ?? 0, notes: view?.notes.length ?? 0, raters: view?.others.length ?? 0, history: view?.history.length ?? 0 };
}
