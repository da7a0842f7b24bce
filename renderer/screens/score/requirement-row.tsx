import { memo } from 'react';
import type { Group, NodeResult, Sufficiency, Suggestion } from '#assessments';
import type { RequirementView } from '#contract';
import { FinalMark, LevelMark, SufficiencyMark, SuggestionMark } from '../../components/marks.tsx';
import { useDesk } from '../../desk/desk.ts';
import { select } from '../../desk/moving.ts';
import type { Located } from '../../desk/pack-index.ts';
import type { Gate } from '../../desk/rows.ts';
import { shortId, shownLevel } from '../../format.ts';
import { useWords, type ScreenText } from '../../text/text.ts';
import { RewordedTag } from '../licensed-wording/reworded.tsx';

type RowProps = { readonly id: string; readonly located: Located; readonly view: RequirementView | null; readonly suggestion: Suggestion | null; readonly sufficiency: Sufficiency | null; readonly current: boolean };

/** One requirement: code, text, what the checks suggest, what was decided. Draws again only when its own parts change. */
export const RequirementRow = memo(function RequirementRow({ id, located, view, suggestion, sufficiency, current }: RowProps) {
  const desk = useDesk();
  const { of } = useWords();
  const { requirement, group } = located;
  return (
    <div id={id} role="option" aria-selected={current} className="row" onClick={() => { select(desk, requirement.id); }} data-testid="row" data-requirement={requirement.id}>
      <span className="code row-code">{shortId(requirement.id, group.id)}</span>
      <span className="row-text">{of(requirement)}</span>
      <RewordedTag view={view} />
      <Signs view={view} />
      <SufficiencyMark sufficiency={sufficiency} />
      <SuggestionMark suggestion={view?.rejected ? null : suggestion} />
      <FinalMark final={view?.final ?? null} />
    </div>
  );
});

/** Small signs for notes and linked files. */
function Signs({ view }: { readonly view: RequirementView | null }) {
  const { text } = useWords();
  if (view === null) return null;
  return <span className="row-signs">{view.carried?.confirmed === false && <span className="tag tag-warn" title={text('carried.tag')} data-testid="carried">{text('carried.short')}</span>}{view.notes.length > 0 && <i className="dot dot-note" />}{view.links.length > 0 && <i className="dot dot-evidence" />}</span>;
}

export function HeadLine({ group, node }: { readonly group: Group; readonly node: NodeResult | null }) {
  const { of } = useWords();
  return (
    <div className="head-line" role="presentation" aria-hidden="true">
      <span className="code">{group.id}</span><b>{of(group)}</b><span className="grow" />
      <LevelMark level={shownLevel(node)} grade={node?.grade ?? null} size="small" />
    </div>
  );
}

/** The line before a level: the model made visible. */
export function GateLine({ level, gate }: { readonly level: number; readonly gate: Gate }) {
  const { text } = useWords();
  return (
    <div className={`gate gate-${gate.state}`} role="presentation" data-testid={`gate-${level}`}>
      <span>{gateText(text, level, gate)}</span>
    </div>
  );
}

const levelKeys = { 1: 'level.1', 2: 'level.2', 3: 'level.3', 4: 'level.4', 5: 'level.5' } as const;

/** A level by its name in the language. */
export function levelName(text: ScreenText, level: number): string {
  const key = levelKeys[level as keyof typeof levelKeys] as (typeof levelKeys)[keyof typeof levelKeys] | undefined;
  return key === undefined ? String(level) : text(key);
}

function gateText(text: ScreenText, level: number, gate: Gate): string {
  const name = levelName(text, level);
  switch (gate.state) {
    case 'reached': return text('gate.reached', { level: name });
    case 'held': return text('gate.held', { level: name, count: gate.blocking });
    case 'later': return text('gate.later', { level: name });
  }
}
