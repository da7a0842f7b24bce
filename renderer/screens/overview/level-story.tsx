import type { OverviewView } from '#contract';
import { useDesk, useDeskState } from '../../desk/desk.ts';
import { askWhy } from '../../desk/explaining.ts';
import { showOverlay } from '../../desk/opening.ts';
import type { Working } from '../../desk/state.ts';
import { shownLevel } from '../../format.ts';
import { useWords, type Words } from '../../text/text.ts';

const named = 3;

/** The level as one large numeral, its interval and target, and the sentence that says why. */
export function LevelStory({ view }: { readonly view: OverviewView }) {
  const words = useWords();
  const { text, language } = words;
  const desk = useDesk();
  const working = useDeskState((state) => state.working);
  const { overall, policy, rollup } = view.result;
  return (
    <section className="story" aria-label={text('overview.level')} data-testid="level-story">
      <h2>{text('overview.level')}</h2>
      <Figure view={view} />
      <p className="lead" lang={language === 'zh' ? 'zh-CN' : 'en'} data-testid="why">{working === null ? '' : whySentence(words, view, working)}</p>
      {overall.level !== null && <p className="muted">{intervalSentence(words, view)}{sentenceEnd[language]}{overall.min === overall.max ? '' : text('overview.na-note')}</p>}
      <p>{text('overview.progress', { done: overall.assessed, total: overall.total })}</p>
      {working !== null && <Holding view={view} working={working} />}
      <p className="muted small">{text('overview.policy', { policy: text(`policy.${policy}`), rollup: text(`rollup.${rollup}`) })} <button type="button" className="link no-print" onClick={() => { showOverlay(desk, 'rules'); }} data-testid="open-rules">{text('rules.change')}</button></p>
    </section>
  );
}

function Figure({ view: { plan: { target }, result: { overall } } }: { readonly view: OverviewView }) {
  const desk = useDesk();
  const { text } = useWords();
  return (
    <div className="story-figure">
      <button type="button" className="numeral" title={text('why.ask', { name: text('plan.whole') })} onClick={() => { askWhy(desk, ''); }} data-testid="overall-level">{shownLevel(overall) ?? '–'}</button>
      <div>
        {overall.min !== overall.max && <span className="story-range">{`${overall.min ?? ''}–${overall.max ?? ''}`}</span>}
        {target !== null && <span className="story-target"><i className="ring" />{text('overview.target', { level: target })}</span>}
      </div>
    </div>
  );
}

function intervalSentence({ text }: Words, { result: { overall } }: OverviewView): string {
  if (overall.min !== overall.max) return text('overview.interval', { min: overall.min ?? '–', max: overall.max ?? '–' });
  return overall.assessed === overall.total ? text('overview.closed') : text('overview.settled', { level: overall.level ?? '–' });
}

const sentenceEnd = { zh: '。', en: '. ' } as const;
const listSign = { zh: '，', en: ', ' } as const;

/** `2.2.4 运行监控差 2 条，…，总体等级因此为 2。` from the blocking requirements the machine named. */
function whySentence({ text, of, language }: Words, view: OverviewView, working: Working): string {
  const { overall } = view.result;
  if (overall.assessed === 0) return text('overview.no-level');
  if (view.plan.target !== null && overall.level !== null && overall.level >= view.plan.target) return text('overview.on-target', { level: view.plan.target });

  const parts = holdingGroups(view, working).slice(0, named).map(([id, count]) => {
    const group = working.index.groups.get(id);
    return text('overview.held-part', { name: `${id} ${group === undefined ? '' : of(group)}`.trim(), count });
  });
  return parts.length === 0 ? '' : text('overview.held-by', { parts: parts.join(listSign[language]), level: overall.level ?? '–' });
}

/** The sub-items that hold the level down, with how many of their requirements do. */
function holdingGroups(view: OverviewView, working: Working): readonly (readonly [string, number])[] {
  const counted = new Map<string, number>();
  for (const id of view.result.overall.blocking) {
    const group = working.index.requirements.get(id)?.group.id;
    if (group !== undefined) counted.set(group, (counted.get(group) ?? 0) + 1);
  }
  return [...counted].sort((a, b) => a[1] - b[1]);
}

function Holding({ view, working }: { readonly view: OverviewView; readonly working: Working }) {
  const desk = useDesk();
  const { of } = useWords();
  const groups = holdingGroups(view, working);
  if (groups.length === 0 || view.result.overall.assessed === 0) return null;
  return (
    <ul className="holding">
      {groups.map(([id, count]) => {
        const group = working.index.groups.get(id);
        return <li key={id}><button type="button" className="row-button" onClick={() => { askWhy(desk, id); }}><span className="code">{id}</span><span>{group === undefined ? '' : of(group)}</span><b>{count}</b></button></li>;
      })}
    </ul>
  );
}
