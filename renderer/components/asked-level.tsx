import type { NodeResult } from '#assessments';
import { askWhy } from '../desk/explaining.ts';
import { useDesk } from '../desk/desk.ts';
import { shownLevel } from '../format.ts';
import { useWords } from '../text/text.ts';
import { LevelMark } from './marks.tsx';

/** A level that is a door to its reason. */
export function AskedLevel({ node, name, result }: { readonly node: string; readonly name: string; readonly result: Pick<NodeResult, 'level' | 'grade' | 'assessed'> | undefined }) {
  const desk = useDesk();
  const { text } = useWords();
  return (
    <button type="button" className="asked-level" title={text('why.ask', { name })} onClick={() => { askWhy(desk, node); }} data-testid="ask-why">
      <LevelMark level={shownLevel(result)} grade={result?.grade ?? null} size="small" /><span className="unseen">{text('why.ask', { name })}</span>
    </button>
  );
}
