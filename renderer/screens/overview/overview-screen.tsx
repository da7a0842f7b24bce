import { useState } from 'react';
import { tagKinds } from '#assessments';
import type { OverviewView } from '#contract';
import { useDesk, useDeskState } from '../../desk/desk.ts';
import { performMenu } from '../../desk/menu.ts';
import { goToRequirement } from '../../desk/moving.ts';
import { goTo } from '../../desk/opening.ts';
import type { Screen } from '../../desk/state.ts';
import { useView } from '../../desk/use-view.ts';
import { dateTime } from '../../format.ts';
import { useWords } from '../../text/text.ts';
import { EvidenceSays } from './evidence-says.tsx';
import { Ladder } from './ladder.tsx';
import { LevelStory } from './level-story.tsx';
import { Radar } from './radar.tsx';
import { TagTable } from './tag-table.tsx';

/** Where it stands, why, and what to do next. */
export function OverviewScreen() {
  const view = useView('readOverview');
  const desk = useDesk();
  const { text } = useWords();
  if (view === null) return <main className="page" aria-busy="true" />;

  const unrated = view.result.overall.assessed === 0;
  return (
    <main className="page overview" data-testid="overview-screen">
      <PrintHead header={view.header} />
      <div className="overview-left">
        {unrated ? <EvidenceSays view={view} leading /> : <LevelStory view={view} />}
      </div>
      <Middle view={view} unrated={unrated} />
      <div className="overview-right">
        <Next view={view} />
        {unrated ? <LevelStory view={view} /> : <EvidenceSays view={view} />}
        <p className="muted small">{text('overview.interpretation')}</p>
        <div className="no-print"><button type="button" className="button" onClick={() => { performMenu(desk, 'print'); }} data-testid="print">{text('overview.print')}</button></div>
      </div>
    </main>
  );
}

const ways = ['domain', ...tagKinds] as const;

/** The tree's own view, or one across it. */
function Middle({ view, unrated }: { readonly view: OverviewView; readonly unrated: boolean }) {
  const { text } = useWords();
  const [by, setBy] = useState<(typeof ways)[number]>('domain');
  const offered = ways.filter((way) => way === 'domain' || view.tagViews[way].tags.length > 0);
  return (
    <div className="overview-middle">
      {offered.length > 1 && (
        <div className="segments no-print" role="group" aria-label={text('tags.views')}>
          {offered.map((way) => <button key={way} type="button" aria-pressed={way === by} onClick={() => { setBy(way); }} data-testid={`tags-${way}`}>{text(`tags.by-${way}`)}</button>)}
        </div>
      )}
      {by === 'domain' ? <><Ladder view={view} />{!unrated && <Radar result={view.result} />}</> : <TagTable kind={by} {...view.tagViews[by]} />}
    </div>
  );
}

/** Only on paper: what was assessed, and when this was printed. */
function PrintHead({ header }: { readonly header: OverviewView['header'] }) {
  const savedAt = useDeskState(({ working }) => working?.savedAt ?? null);
  const { text } = useWords();
  return (
    <header className="print-only">
      <h1>{[header.organisation, header.project].filter((part) => part !== '').join(' · ')}</h1>
      <p>{[text('product.part'), header.scope, savedAt === null ? '' : text('overview.as-of', { time: dateTime(savedAt) })].filter((part) => part !== '').join(' · ')}</p>
    </header>
  );
}

type Step = OverviewView['next'][number];

const screenFor: Readonly<Record<Step['kind'], Screen>> = {
  'no-evidence': 'evidence', 'unassessed-blocking': 'score', 'suggestion-waiting': 'score', conflict: 'score', disputed: 'score', 'consensus-stale': 'score', gap: 'gaps',
};

function Next({ view }: { readonly view: OverviewView }) {
  const desk = useDesk();
  const { text, language } = useWords();
  const go = (step: Step) => {
    if (step.requirement !== null && step.kind !== 'gap') goToRequirement(desk, step.requirement);
    else goTo(desk, screenFor[step.kind]);
  };
  return (
    <section aria-label={text('overview.next')}>
      <h2>{text('overview.next')}</h2>
      {view.next.length === 0 && <p className="muted">{text('overview.next-none')}</p>}
      <ol className="next" data-testid="next">
        {view.next.map((step, at) => (
          <li key={at}><button type="button" className="row-button" onClick={() => { go(step); }}><span>{step[language]}</span><span className="next-go" aria-hidden="true">{goSign}</span></button></li>
        ))}
      </ol>
    </section>
  );
}

const goSign = '→';
