import { memo, useDeferredValue, type KeyboardEvent } from 'react';
import type { Group } from '#assessments';
import { LevelMark } from '../../components/marks.tsx';
import { consultNode, consultRequirement } from '../../desk/consulting.ts';
import { useDesk, useDeskState } from '../../desk/desk.ts';
import type { PackIndex } from '../../desk/pack-index.ts';
import { useWords } from '../../text/text.ts';
import { fieldShown, namedGroups, type Entry } from './entries.ts';
import { MarkedText } from './marked-text.tsx';

type HitListProps = { readonly index: PackIndex; readonly hits: readonly Entry[]; readonly words: readonly string[] };

/** What was found, sub-item by sub-item. Drawn when there is time, so that typing never waits for it. */
export function HitList(props: HitListProps) {
  const hits = useDeferredValue<readonly Entry[] | null>(props.hits, null);
  const words = useDeferredValue(props.words);
  if (hits === null) return <section className="catalogue-page catalogue-hits" aria-busy="true" />;
  return <Hits index={props.index} hits={hits} words={words} />;
}

const Hits = memo(function Hits({ index, hits, words }: HitListProps) {
  const { text } = useWords();
  const current = useDeskState(({ consulting }) => consulting.current);
  const named = namedGroups(index, words);
  const first = hits.some(({ requirement }) => requirement.id === current) ? current : (hits[0]?.requirement.id ?? null);
  return (
    <section className="catalogue-page catalogue-hits" aria-label={text('catalogue.hits')} onKeyDown={walk} data-testid="catalogue-hits">
      {named.length > 0 && <Named groups={named} words={words} />}
      {hits.length === 0 && <p className="muted catalogue-none">{text('catalogue.none')}</p>}
      <ul>
        {hits.map((entry, at) => (
          <li key={entry.requirement.id}>
            {hits[at - 1]?.group.id !== entry.group.id && <GroupHead group={entry.group} words={words} />}
            <Hit entry={entry} words={words} current={entry.requirement.id === current} reached={entry.requirement.id === first} />
          </li>
        ))}
      </ul>
    </section>
  );
});

function Named({ groups, words }: { readonly groups: readonly Group[]; readonly words: readonly string[] }) {
  const desk = useDesk();
  const { text, of } = useWords();
  return (
    <p className="catalogue-named"><span className="muted">{text('catalogue.nodes')}</span>
      {groups.map((group) => <button key={group.id} type="button" className="link" onClick={() => { consultNode(desk, group.id); }}><span className="code">{group.id}</span> <MarkedText text={of(group)} words={words} /></button>)}
    </p>
  );
}

function GroupHead({ group, words }: { readonly group: Group; readonly words: readonly string[] }) {
  const desk = useDesk();
  const { of } = useWords();
  return <h2 className="catalogue-hit-head"><span className="code muted">{group.id}</span> <button type="button" className="link" tabIndex={-1} onClick={() => { consultNode(desk, group.id); }}><MarkedText text={of(group)} words={words} /></button></h2>;
}

type HitProps = { readonly entry: Entry; readonly words: readonly string[]; readonly current: boolean; readonly reached: boolean };

const Hit = memo(function Hit({ entry, words, current, reached }: HitProps) {
  const desk = useDesk();
  const { text, of, language } = useWords();
  const { requirement } = entry;
  const shown = words.length === 0 ? null : fieldShown(entry, words, language);
  return (
    <button
      type="button" className="catalogue-hit" aria-current={current ? 'true' : undefined} tabIndex={reached ? 0 : -1} data-requirement={requirement.id}
      onClick={() => { consultRequirement(desk, requirement.id); }} data-testid="catalogue-hit"
    >
      <LevelMark level={requirement.level} size="small" />
      <span className="catalogue-hit-text">
        <span className="catalogue-hit-about"><span className="code"><MarkedText text={requirement.id} words={words} /></span><span className="muted small">{text(`axis.${requirement.axis}`)}</span></span>
        <span><MarkedText text={of(requirement)} words={words} /></span>
        {shown !== null && shown.kind !== 'id' && <span className="muted small">{`${text(`catalogue.found-${shown.kind}`)} `}<MarkedText text={shown.text} words={words} /></span>}
      </span>
    </button>
  );
});

/** Arrow keys walk the list; Enter, as on every button, looks at what has the focus. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const rows = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('.catalogue-hit')];
  const at = rows.findIndex((row) => row === document.activeElement);
  const next = rows[at + by];
  if (by === 0 || at === -1 || next === undefined) return;

  event.preventDefault();
  next.focus();
  next.scrollIntoView({ block: 'nearest' });
}
