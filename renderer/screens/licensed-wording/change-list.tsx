import { useState, type ReactNode } from 'react';
import type { WordingChange } from '#assessments';
import { count } from '../../format.ts';
import { useWords, type ScreenText, type TextKey, type Words } from '../../text/text.ts';
import { MarkedWords } from './marked-words.tsx';

/** How many differences are drawn at first, and with each click more. */
const atOnce = 60;

/** Every difference between a workbook and the pack, in its order. */
export function ChangeList({ changes }: { readonly changes: readonly WordingChange[] }) {
  const { text, language } = useWords();
  const [shown, setShown] = useState(atOnce);
  const left = changes.length - shown;
  return (
    <>
      <ul className="changes" data-testid="wording-changes">{changes.slice(0, shown).map((change, at) => <li key={at}><ChangeLine change={change} /></li>)}</ul>
      {left > 0 && <button type="button" className="link" onClick={() => { setShown(shown + 4 * atOnce); }}>{text('wording.more', { count: count(Math.min(left, 4 * atOnce), language) })}</button>}
    </>
  );
}

function ChangeLine({ change }: { readonly change: WordingChange }) {
  const words = useWords();
  const { about, body } = parts(change, words);
  return (
    <>
      <span className={`change-kind change-${change.kind}`}>{words.text(`wording.${change.kind}`)}</span>
      <span className="code">{change.kind === 'named' ? change.of : change.requirement}</span>
      <span className="muted small">{about}</span>
      <span className="change-body">{body}</span>
    </>
  );
}

type Parts = { readonly about: string; readonly body: ReactNode };
type Readers = { readonly [Kind in WordingChange['kind']]: (change: Extract<WordingChange, { readonly kind: Kind }>, words: Words) => Parts };

const readers: Readers = {
  new: ({ group, level, ...both }, { text, of }) => ({ about: text('wording.place', { group, level }), body: <ins>{of(both)}</ins> }),
  removed: ({ group, level, ...both }, { text, of }) => ({ about: text('wording.place', { group, level }), body: <del>{of(both)}</del> }),
  reworded: ({ language, marks }, { text }) => ({ about: text(language === 'zh' ? 'reports.zh' : 'reports.en'), body: <MarkedWords marks={marks} language={language} /> }),
  moved: ({ what, before, after }, { text }) => ({ about: text(`wording.to-${what}`), body: <><del>{before}</del> <ins>{after}</ins></> }),
  set: ({ what, before, after }, { text }) => ({ about: text(`wording.set-${what}`), body: <><del>{valueName(text, what, before)}</del> <ins>{valueName(text, what, after)}</ins></> }),
  named: ({ what, language, marks }, { text }) => ({ about: text(`wording.named-${what}`), body: <MarkedWords marks={marks} language={language} /> }),
};

function parts(change: WordingChange, words: Words): Parts {
  return (readers[change.kind] as (one: WordingChange, words: Words) => Parts)(change, words);
}

function valueName(text: ScreenText, what: 'axis' | 'mandatory' | 'carry', value: string): string {
  if (what === 'axis') return text(`axis.${value}` as Extract<TextKey, `axis.${string}`>);
  return text(value === 'true' ? 'wording.yes' : 'wording.no');
}
