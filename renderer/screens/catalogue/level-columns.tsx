import { useEffect, useMemo, useRef, type KeyboardEvent } from 'react';
import type { Group, Requirement } from '#assessments';
import { LevelMark } from '../../components/marks.tsx';
import { consultRequirement } from '../../desk/consulting.ts';
import { useDesk, useDeskState } from '../../desk/desk.ts';
import type { PackIndex } from '../../desk/pack-index.ts';
import { shortId } from '../../format.ts';
import { useWords } from '../../text/text.ts';
import type { Entry } from './entries.ts';
import { levelColumns, neighbour, type LevelColumn } from './columns.ts';
import { MarkedText } from './marked-text.tsx';

type ColumnsProps = { readonly index: PackIndex; readonly group: Group; readonly hits: readonly Entry[] | null; readonly words: readonly string[] };

/** The five levels of a sub-item side by side; arrows walk through them. Where something is looked for, the rest steps back. */
export function LevelColumns({ index, group, hits, words }: ColumnsProps) {
  const { text } = useWords();
  const current = useDeskState(({ consulting }) => consulting.current);
  const columns = useMemo(() => levelColumns(index.pack, group), [index, group]);
  const fitting = useMemo(() => (hits === null ? null : new Set(hits.map(({ requirement }) => requirement.id))), [hits]);
  const grid = useRef<HTMLDivElement>(null);
  useEffect(() => { showCard(grid.current, current); }, [current]);
  const first = group.requirements.some(({ id }) => id === current) ? current : (columns.find(({ requirements }) => requirements.length > 0)?.requirements[0]?.id ?? null);
  const walk = (event: KeyboardEvent) => {
    const from = document.activeElement?.getAttribute('data-requirement') ?? null;
    const to = from === null ? null : neighbour(columns, from, event.key);
    if (!event.key.startsWith('Arrow') || from === null) return;
    event.preventDefault();
    if (to !== null) grid.current?.querySelector<HTMLElement>(`[data-requirement="${CSS.escape(to)}"]`)?.focus();
  };
  return (
    <div className="catalogue-levels" role="group" aria-label={text('catalogue.columns')} ref={grid} onKeyDown={walk} data-testid="catalogue-levels">
      {columns.map((column) => <Column key={column.level} column={column} group={group} current={current} first={first} fitting={fitting} words={words} />)}
    </div>
  );
}

/** In a narrow window the page itself scrolls, and goes to what was opened instead. */
function showCard(grid: HTMLElement | null, requirement: string | null): void {
  if (requirement === null || window.matchMedia('(max-width: 900px)').matches) return;
  grid?.querySelector(`[data-requirement="${CSS.escape(requirement)}"]`)?.scrollIntoView({ block: 'nearest' });
}

type ColumnProps = { readonly column: LevelColumn; readonly group: Group; readonly current: string | null; readonly first: string | null; readonly fitting: ReadonlySet<string> | null; readonly words: readonly string[] };

function Column({ column: { level, name, requirements, inherited }, group, current, first, fitting, words }: ColumnProps) {
  const { text, language } = useWords();
  const heading = `column-${level}`;
  return (
    <section className="catalogue-level" aria-labelledby={heading}>
      <h3 id={heading}><LevelMark level={level} size="small" /><span>{text(`level.${level as 1 | 2 | 3 | 4 | 5}`)}</span>{language === 'en' && name !== null && <span className="muted">{name.en}</span>}<span className="grow" /><span className="muted">{requirements.length}</span></h3>
      {requirements.length === 0 && <p className="muted small catalogue-none">{text(inherited ? 'catalogue.inherited' : 'catalogue.no-level')}</p>}
      {requirements.map((requirement) => <Card key={requirement.id} requirement={requirement} group={group} current={requirement.id === current} reached={requirement.id === first} fits={fitting?.has(requirement.id) ?? true} words={words} />)}
    </section>
  );
}

type CardProps = { readonly requirement: Requirement; readonly group: Group; readonly current: boolean; readonly reached: boolean; readonly fits: boolean; readonly words: readonly string[] };

function Card({ requirement, group, current, reached, fits, words }: CardProps) {
  const desk = useDesk();
  const { text, of } = useWords();
  return (
    <button
      type="button" className={fits ? 'catalogue-card' : 'catalogue-card catalogue-card-back'} aria-current={current ? 'true' : undefined} tabIndex={reached ? 0 : -1} data-requirement={requirement.id}
      onClick={() => { consultRequirement(desk, requirement.id); }} data-testid="catalogue-card"
    >
      <span className="catalogue-card-about"><span className="code">{shortId(requirement.id, group.id)}</span><span className="axis">{text(`axis.${requirement.axis}`)}</span>{requirement.mandatory && <span className="small">{text('facet.mandatory')}</span>}</span>
      <span className="catalogue-card-text"><MarkedText text={of(requirement)} words={words} /></span>
    </button>
  );
}
